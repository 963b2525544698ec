// Starts a server as a process of its own and says how long it takes until it has answered its first request.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const root = resolve(import.meta.dirname, "../../..");

export interface Started {
  /** From the start of the process to its first answer with status 200. */
  readonly ms: number;
  /** Memory that the process occupies now, in megabytes. */
  memory(): number;
  /** Lets it end as a signal from the terminal does. */
  end(): Promise<void>;
}

/** `node` with these parameters, which prints its address once it listens; `path` is asked then. */
export async function timedStart(
  parameters: readonly string[],
  path: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Started> {
  const begun = performance.now();
  const child = spawn(process.execPath, parameters, {
    cwd: root,
    env: { PATH: process.env["PATH"] ?? "", ...settings },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const base = await addressOf(child);
  const { status } = await fetch(`${base}${path}`);
  const ms = performance.now() - begun;
  if (status !== 200) throw new Error(`${path} answered ${status}.`);
  return {
    ms,
    memory: () => residentMb(child.pid ?? 0),
    end: async () => {
      const closed = once(child, "close");
      child.kill("SIGTERM");
      await closed;
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stdout?.on("data", (piece: Buffer) => {
      said += piece.toString();
      const address = /http:\/\/[^\s/]+(?=\/)/.exec(said)?.[0];
      if (address) resolve(address);
    });
    child.once("exit", () => reject(new Error(`It ended: ${said}`)));
  });
}

/** As the system tells it of a running process. */
function residentMb(pid: number): number {
  const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return Number(line?.[1]) / 1_024;
}
