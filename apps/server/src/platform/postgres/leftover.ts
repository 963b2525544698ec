// A server process left behind by a run that was killed: found by its pid file, made sure of, and stopped.

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { OperatorError } from "../problems/operator-error.ts";
import type { Cluster } from "./cluster.ts";
import { asUser } from "./system-user.ts";

export interface RunningServer {
  readonly pid: number;
  readonly port: number;
}

const pidFile = (cluster: Cluster) => join(cluster.pgData, "postmaster.pid");

function commandLine(pid: number): string {
  const path = `/proc/${pid}/cmdline`;
  if (existsSync(path)) return readFileSync(path, "utf8").replaceAll("\0", " ");
  return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout ?? "";
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * The server that runs on this cluster, or null. After a restart of the machine the pid in the file may be
 * somebody else's, so the process must name this very folder in its command line.
 */
export function runningServer(cluster: Cluster): RunningServer | null {
  if (!existsSync(pidFile(cluster))) return null;
  const [pidLine, , , portLine] = readFileSync(pidFile(cluster), "utf8").split("\n");
  const pid = Number(pidLine);
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return null;
  if (process.platform !== "win32" && !commandLine(pid).includes(cluster.pgData)) return null;
  return { pid, port: Number(portLine) };
}

/** Stops the server of the cluster if one runs: fast first, at once if that takes too long. */
function stopServer(cluster: Cluster): void {
  if (!runningServer(cluster)) return;
  for (const [how, seconds] of [
    ["fast", "30"],
    ["immediate", "20"],
  ] as const) {
    const done = spawnSync(
      cluster.binaries.pgCtl,
      ["stop", "-D", cluster.pgData, "-m", how, "-w", "-t", seconds],
      { ...asUser(cluster.user), cwd: cluster.pgData, stdio: "ignore" },
    );
    if (done.status === 0 || !runningServer(cluster)) return;
  }
  throw new OperatorError(
    `A database process of an earlier run (process ${runningServer(cluster)?.pid}) does not stop; end it by hand.`,
  );
}

/** Clears the way for a fresh server: stops one left behind, and removes a pid file that means nobody. */
export function clearLeftovers(cluster: Cluster): boolean {
  const left = runningServer(cluster);
  if (left) stopServer(cluster);
  else rmSync(pidFile(cluster), { force: true });
  return left !== null;
}
