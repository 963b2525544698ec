// Reads the repository's own files for the architecture tests; a list that turns out empty is an error.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, sourceFiles } from "../../../scripts/lib/source-files.ts";

/** The text of a file, by its path relative to the root. */
export function read(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

/** Files below `folders` that `wanted` accepts. Throws when there is none: a rule over nothing proves nothing. */
export function filesOf(folders: readonly string[], wanted: (path: string) => boolean): string[] {
  const found = folders.flatMap((folder) => sourceFiles(folder)).filter(wanted);
  if (found.length === 0) throw new Error(`No file was seen in ${folders.join(", ")}`);
  return found;
}

/** Line numbers and lines of code that match, comments left out. */
export function codeLines(path: string, pattern: RegExp): string[] {
  return read(path)
    .split("\n")
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line }) => !/^\s*(\/\/|\/?\*)/.test(line))
    .filter(({ line }) => pattern.test(line.replace(/\s\/\/ .*$/, "")))
    .map(({ line, number }) => `${path}:${number} ${line.trim()}`);
}

export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);
export const isTypeScript = (path: string): boolean => /\.tsx?$/.test(path);
/** Data tables and type declarations of others are not written line by line. */
export const isData = (path: string): boolean => /\/data\/|\.json$/.test(path);
