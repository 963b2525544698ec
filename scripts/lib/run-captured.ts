// Runs a program in the repository's root and keeps what it prints, with a limit of time.

import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { ROOT } from "./source-files.ts";

export interface Captured {
  /** 0 when it ended well; 1 also when it was stopped or could not be started. */
  readonly code: number;
  /** Standard output and error, as they came. */
  readonly output: string;
}

const MINUTE = 60_000;
/** How long a program that was asked to stop may take to leave. */
const GRACE = 10_000;

/** `onOutput` sees every piece as it comes; `minutes` is how long it may run before it is stopped. */
export function runCaptured(
  program: string,
  parameters: readonly string[],
  { minutes = 10, onOutput }: { minutes?: number; onOutput?: (text: string) => void } = {},
): Promise<Captured> {
  return new Promise((resolve) => {
    const bin = join(ROOT, "node_modules/.bin");
    const child = spawn(program, [...parameters], {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, PATH: `${bin}${delimiter}${process.env["PATH"] ?? ""}` },
    });
    let output = "";
    const take = (text: string): void => {
      output += text;
      onOutput?.(text);
    };
    const late = setTimeout(() => {
      take(`\nStopped after ${minutes} minutes.\n`);
      child.kill("SIGTERM");
      setTimeout(() => child.kill("SIGKILL"), GRACE).unref();
    }, minutes * MINUTE);
    child.stdout.setEncoding("utf8").on("data", take);
    child.stderr.setEncoding("utf8").on("data", take);
    child.on("error", (error) => take(`${program}: ${error.message}\n`));
    child.on("close", (code) => {
      clearTimeout(late);
      resolve({ code: code ?? 1, output });
    });
  });
}
