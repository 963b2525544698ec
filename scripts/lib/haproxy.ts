// Finds the load balancer for the tests of several servers, or provides one where the machine has none.

import { delimiter, join } from "node:path";
import { findProgram, installFromDebian } from "./programs.ts";

/** Debian keeps it where only the administrator's PATH leads. */
const USUAL = ["/usr/sbin", "/usr/local/sbin", "/usr/local/bin", "/opt/homebrew/bin"];

const MISSING =
  "The tests of several servers need haproxy: install the package haproxy (on Debian as root: apt-get install " +
  "haproxy), or name a binary in FIELDLINE_HAPROXY.";

function findHaproxy(env: NodeJS.ProcessEnv, usual: readonly string[]): string | undefined {
  const folders = [...(env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== ""), ...usual];
  return findProgram(
    { variables: ["FIELDLINE_HAPROXY"], paths: folders.map((folder) => join(folder, "haproxy")) },
    env,
  );
}

/**
 * The binary to start: the variable, then the PATH, then the usual folders.
 * @throws one sentence that names the package when there is none
 */
export function requireHaproxy(env: NodeJS.ProcessEnv = process.env, usual = USUAL): string {
  const path = findHaproxy(env, usual);
  if (path === undefined) throw new Error(MISSING);
  return path;
}

/**
 * Installs haproxy where there is none: Debian's package as root on Debian.
 * @throws one sentence that names the package when it cannot be had
 */
export function provideHaproxy(): string {
  if (findHaproxy(process.env, USUAL) === undefined) installFromDebian("haproxy");
  return requireHaproxy();
}
