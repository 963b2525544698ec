// The pages: which apps have some, and whether what was built belongs to the present sources.

import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./source-files.ts";

export const PAGE_APPS = ["console", "monitor"] as const;
export type PageApp = (typeof PAGE_APPS)[number];

export const appDir = (app: PageApp): string => join(ROOT, "apps", app);
export const distDir = (app: PageApp): string => join(appDir(app), "dist");

const markOf = (app: PageApp) => join(distDir(app), ".fingerprint");

function digestOf(patterns: readonly string[]): string {
  const files = globSync(patterns, { cwd: ROOT }).filter((path) => !/\.test\.tsx?$/.test(path));
  const hash = createHash("sha256");
  for (const path of files.sort()) hash.update(`${path}\0`).update(readFileSync(join(ROOT, path)));
  return hash.digest("hex");
}

/** Of what goes into the pages of every app. */
const common = (): string =>
  digestOf(["packages/*/{src,data}/**/*.*", "scripts/build.ts", "package-lock.json"]);

const fingerprint = (app: PageApp, shared: string): string =>
  `${shared} ${digestOf([
    `apps/${app}/{index.html,vite.config.ts,package.json}`,
    `apps/${app}/{src,public}/**/*.*`,
  ])}`;

/** The apps whose pages are missing or older than their sources. */
export function stalePages(): PageApp[] {
  const shared = common();
  return PAGE_APPS.filter((app) => {
    if (!existsSync(join(appDir(app), "index.html"))) return false;
    return !existsSync(markOf(app)) || readFileSync(markOf(app), "utf8") !== fingerprint(app, shared);
  });
}

/** Notes that the pages of `app` were built from the present sources. */
export const markBuilt = (app: PageApp): void => writeFileSync(markOf(app), fingerprint(app, common()));
