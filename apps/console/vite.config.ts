// Builds the console: one entry, no inline script, each interface language a chunk of its own.

import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  root: import.meta.dirname,
  base: "/",
  plugins: [react()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: "es2023",
    manifest: true,
    /** An inlined preload helper or asset would need a wider content policy. */
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
});
