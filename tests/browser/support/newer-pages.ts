// The console's pages in a folder of their own, where a newer build can take their place while people work.

import { createHash } from "node:crypto";
import { cpSync, globSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { buildApp } from "../../../apps/server/src/app.ts";
import type { Platform } from "../../../apps/server/src/platform/platform.ts";

export interface OwnPages {
  readonly base: string;
  /** A build that differs in its styles: what the page `looks` like tells which one it is. */
  readonly replace: () => void;
}

/** What only the newer build has. */
export const newerMark = "--built-later";

/** Another server on the same database, with pages of its own. */
export async function ownPages(platform: Platform): Promise<OwnPages> {
  const { config } = platform;
  const root = mkdtempSync(join(tmpdir(), "fieldline-pages-"));
  const dist = join(root, "apps/console/dist");
  cpSync(join(config.root, "package.json"), join(root, "package.json"));
  cpSync(join(config.root, "apps/console/dist"), dist, { recursive: true });
  const app = await buildApp({ ...platform, config: { ...config, root } });
  afterAll(async () => {
    await app.close();
    rmSync(root, { recursive: true });
  });
  return { base: await app.listen({ port: 0, host: "127.0.0.1" }), replace: () => replaceStyles(dist) };
}

function replaceStyles(dist: string): void {
  const [style] = globSync("assets/index-*.css", { cwd: dist });
  if (!style) throw new Error("the build has no styles");
  const newer = "assets/index-builtlater.css";
  renameSync(join(dist, style), join(dist, newer));
  for (const stale of globSync("{index.html,sw.js,assets/index-*.css}.{br,gz}", { cwd: dist }))
    rmSync(join(dist, stale));
  const edit = (file: string, change: (text: string) => string): string => {
    const text = change(readFileSync(join(dist, file), "utf8"));
    writeFileSync(join(dist, file), text);
    return text;
  };
  edit(newer, (text) => `${text}\n:root{${newerMark}:yes}`);
  const page = edit("index.html", (text) => text.replaceAll(style, newer));
  const revision = createHash("sha256").update(page).digest("hex").slice(0, 16);
  edit("sw.js", (text) =>
    text
      .replaceAll(style, newer)
      .replace(/("url":"\/index\.html","revision":")[^"]*/, (_, before: string) => before + revision),
  );
}
