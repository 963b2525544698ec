// Finds a Chromium for the browser tests, or provides one where the machine has none.

import { chromium } from "playwright-core";
import { findProgram, installFromDebian, runProgram } from "./programs.ts";

/** Environment variables that name a binary, first one wins. */
const VARIABLES = ["FIELDLINE_CHROMIUM", "CHROMIUM_PATH"] as const;
const PATHS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const MISSING =
  "The browser tests need Chromium: install the package chromium (on Debian as root: apt-get install chromium), " +
  "or name a binary in FIELDLINE_CHROMIUM.";

/** The binary to start: a variable, then the usual paths, then Playwright's own; `undefined` when there is none. */
const findChromium = (env: NodeJS.ProcessEnv = process.env): string | undefined =>
  findProgram({ variables: VARIABLES, paths: [...PATHS, playwrightsOwn()] }, env);

/** Like `findChromium`, but its absence is an error with the sentence that helps. */
export function requireChromium(env: NodeJS.ProcessEnv = process.env): string {
  const path = findChromium(env);
  if (path === undefined) throw new Error(MISSING);
  return path;
}

/**
 * Installs Chromium where there is none: Debian's package as root on Debian, else Playwright's download.
 * @throws one sentence that names the package when neither can be had
 */
export function provideChromium(): string {
  const found = findChromium();
  if (found !== undefined) return found;
  installFromDebian("chromium", "fonts-dejavu-core");
  if (findChromium() === undefined) runProgram("npx", ["playwright-core", "install", "chromium"]);
  return requireChromium();
}

function playwrightsOwn(): string | undefined {
  try {
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}
