// A real server process, as `npm start` runs it: its lines, its address, its end.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join, resolve } from "node:path";

const repository = resolve(import.meta.dirname, "../../..");

export interface ServerProcess {
  readonly child: ChildProcess;
  /** What it has written so far, both streams. */
  output(): string;
  /** The first http address it printed. @throws when it ends before it prints one */
  base(): Promise<string>;
  /** Waits for the end. @returns exit code and what it wrote on stderr */
  end(): Promise<{ code: number | null; signal: NodeJS.Signals | null; stderr: string }>;
}

/** Starts `main.ts` of the clone at `root` with exactly these settings. */
export function startServerProcess(
  settings: Readonly<Record<string, string>>,
  root = repository,
): ServerProcess {
  const child = spawn(process.execPath, [join(root, "apps/server/src/main.ts")], {
    cwd: root,
    env: { PATH: process.env["PATH"] ?? "", PORT: "0", LOG_LEVEL: "warn", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const closed = once(child, "close");
  return {
    child,
    output: () => stdout + stderr,
    base: async () => {
      for (;;) {
        const address = /https?:\/\/[^\s/]+/.exec(stdout)?.[0];
        if (address) return address;
        if (child.exitCode !== null || child.signalCode !== null)
          throw new Error(`It ended: ${stdout}${stderr}`);
        await Promise.race([once(child.stdout, "data"), closed]);
      }
    },
    end: async () => {
      await closed;
      return { code: child.exitCode, signal: child.signalCode, stderr: stderr.trim() };
    },
  };
}
