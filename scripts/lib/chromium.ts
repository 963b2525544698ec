// Finds a Chromium for the browser tests, or provides one where the machine has none.

import { spawnSync } from "node:child_process";
import { accessSync, constants, readFileSync } from "node:fs";
import { chromium } from "playwright-core";

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

/**
 * The binary to start: a variable, then the usual paths, then Playwright's own; `undefined` when there is none.
 * @throws when a variable names a file that cannot be run
 */
function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  for (const name of VARIABLES) {
    const path = env[name];
    if (path === undefined || path === "") continue;
    if (runs(path)) return path;
    throw new Error(`${name} names ${path}, which is not a program that can be run.`);
  }
  return [...PATHS, playwrightsOwn()].find((path) => path !== undefined && runs(path));
}

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
  if (isDebianAsRoot()) {
    run("apt-get", ["update"]);
    run("apt-get", ["install", "-y", "--no-install-recommends", "chromium", "fonts-dejavu-core"]);
  }
  if (findChromium() === undefined) run("npx", ["playwright-core", "install", "chromium"]);
  return requireChromium();
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function playwrightsOwn(): string | undefined {
  try {
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}

function isDebianAsRoot(): boolean {
  if (process.getuid?.() !== 0) return false;
  try {
    return /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"));
  } catch {
    return false;
  }
}

/** A failure here is not the end: the caller looks again and says what is missing. */
function run(program: string, parameters: string[]): void {
  console.log(`${program} ${parameters.join(" ")}`);
  spawnSync(program, parameters, {
    stdio: "inherit",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    timeout: 600_000,
  });
}
