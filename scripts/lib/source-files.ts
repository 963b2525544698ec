// Lists the repository's own files, leaving out what is installed, built, generated or kept for one machine.

import { readdirSync } from "node:fs";
import { join, relative } from "node:path";

/** The repository's root, wherever a command was started. */
export const ROOT = join(import.meta.dirname, "../..");

const LEFT_OUT = new Set([
  ".cache",
  ".fieldline",
  ".git",
  ".screens",
  "coverage",
  "dist",
  "generated",
  "node_modules",
  "test-results",
]);

/** Paths relative to `base` with `/`, sorted; a folder that is not there gives none. */
export function sourceFiles(folder = ".", base = ROOT): string[] {
  const found: string[] = [];
  const walk = (directory: string): void => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      const path = join(directory, entry.name);
      const name = relative(base, path).replaceAll("\\", "/");
      if (LEFT_OUT.has(entry.name) || name === "data") continue;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) found.push(name);
    }
  };
  try {
    walk(join(base, folder));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  return found.sort();
}

/** TypeScript files of apps, packages, scripts and tests. */
export function typeScriptFiles(): string[] {
  return ["apps", "packages", "scripts", "tests"]
    .flatMap((folder) => sourceFiles(folder))
    .filter((path) => /\.tsx?$/.test(path));
}
