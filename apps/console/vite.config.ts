// Builds the console: one entry, no inline script, each interface language a chunk of its own, and its service worker.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const workerFile = "sw.js";

/** Tells the service worker which files the build made, so that it keeps them all. */
function shellForWorker(): Plugin {
  const revisionOf = (dir: string, fileName: string): string | null =>
    fileName.startsWith("assets/")
      ? null
      : createHash("sha256")
          .update(readFileSync(join(dir, fileName)))
          .digest("hex")
          .slice(0, 16);
  return {
    name: "fieldline:shell",
    apply: "build",
    writeBundle({ dir = "" }, bundle) {
      const names = Object.keys(bundle).filter((name) => name !== workerFile && !name.startsWith("."));
      const shell = names.sort().map((name) => ({ url: `/${name}`, revision: revisionOf(dir, name) }));
      const path = join(dir, workerFile);
      writeFileSync(path, readFileSync(path, "utf8").replace("__SHELL__", JSON.stringify(shell)));
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  base: "/",
  plugins: [react(), shellForWorker()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: "es2023",
    manifest: true,
    /** An inlined preload helper or asset would need a wider content policy. */
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: {
        index: join(import.meta.dirname, "index.html"),
        sw: join(import.meta.dirname, "src/worker/sw.ts"),
      },
      output: {
        entryFileNames: ({ name }) => (name === "sw" ? workerFile : "assets/[name]-[hash].js"),
      },
    },
  },
});
