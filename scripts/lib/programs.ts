// Programs that tests need and the machine may lack: found by variable or path, installed from Debian where that may be.

import { spawnSync } from "node:child_process";
import { accessSync, constants, readFileSync } from "node:fs";

/** Variables and paths that may lead to a program, the first one wins. */
export interface Places {
  readonly variables: readonly string[];
  readonly paths: readonly (string | undefined)[];
}

/**
 * The program to start, or `undefined` when there is none.
 * @throws when a variable names a file that cannot be run
 */
export function findProgram(
  { variables, paths }: Places,
  env: NodeJS.ProcessEnv = process.env,
): string | undefined {
  for (const name of variables) {
    const path = env[name];
    if (path === undefined || path === "") continue;
    if (runs(path)) return path;
    throw new Error(`${name} names ${path}, which is not a program that can be run.`);
  }
  return paths.find((path) => path !== undefined && runs(path));
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Installs Debian's packages where that is possible: as root on Debian. Elsewhere it does nothing. */
export function installFromDebian(...packages: readonly string[]): void {
  if (!isDebianAsRoot()) return;
  runProgram("apt-get", ["update"]);
  runProgram("apt-get", ["install", "-y", "--no-install-recommends", ...packages]);
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
export function runProgram(program: string, parameters: readonly string[]): void {
  console.log(`${program} ${parameters.join(" ")}`);
  spawnSync(program, parameters, {
    stdio: "inherit",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    timeout: 600_000,
  });
}
