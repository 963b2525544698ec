// The embedded database as the server sees it: started, watched, started again if it dies, stopped.

import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { OperatorError } from "../problems/operator-error.ts";
import { type Cluster, ensureInitialised, freePort, lastComplaint, startServer } from "./cluster.ts";
import { clearLeftovers } from "./leftover.ts";
import { isReady, prepareLogin, serverUrl } from "./login.ts";
import { databasePasswords } from "./secrets.ts";

export interface EmbeddedServer {
  readonly url: string;
  readonly port: number;
  /** Whether a server of an earlier run had to be stopped first. */
  readonly hadLeftover: boolean;
  /** Ends all sessions and stops the database. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** PostgreSQL settings on top of our own; tests use it to trade durability for speed. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Told when the database died and is being started again. */
  readonly onRestart?: () => void;
}

const startLimitMs = 120_000;
const stopLimitMs = 30_000;

/** Starts a fresh server on the cluster, which is made if absent. The caller holds the folder's lock. */
export async function startEmbedded(
  cluster: Cluster,
  options: EmbeddedOptions = {},
): Promise<EmbeddedServer> {
  const passwords = databasePasswords(cluster.dataDir);
  ensureInitialised(cluster, passwords.admin);
  const hadLeftover = clearLeftovers(cluster);
  let { child, port } = await startOnFreePort(cluster, passwords.admin, options.settings);
  await prepareLogin(port, passwords);

  let stopping = false;
  const stopAtExit = () => child.kill("SIGINT");
  process.once("exit", stopAtExit);
  const watch = () => {
    child.once("exit", () => {
      if (!stopping) void restart();
    });
  };
  const startsAgain = async (): Promise<boolean> => {
    clearLeftovers(cluster);
    child = startServer(cluster, port, options.settings);
    return becomesReady(child, port, passwords.admin);
  };
  /** As often as it takes, also where the disk is full for a while. Keeps the port, so that the pool finds it again. */
  const restart = async () => {
    options.onRestart?.();
    while (!stopping) {
      if (await startsAgain().catch(() => false)) return watch();
      await pause(1_000);
    }
  };
  watch();

  return {
    url: serverUrl(port, passwords.server),
    port,
    hadLeftover,
    stop: async () => {
      stopping = true;
      process.removeListener("exit", stopAtExit);
      await end(child);
    },
  };
}

async function startOnFreePort(
  cluster: Cluster,
  password: string,
  settings?: Readonly<Record<string, string>>,
) {
  for (let attempt = 1; attempt <= 3; attempt++) {
    const port = await freePort();
    const child = startServer(cluster, port, settings);
    if (await becomesReady(child, port, password)) return { child, port };
  }
  throw new OperatorError(`The embedded database does not start: ${lastComplaint(cluster)}.`);
}

/** Whether the server answers before it exits; after a crash it may first have much to recover. */
async function becomesReady(child: ChildProcess, port: number, password: string): Promise<boolean> {
  let gone = false;
  child.once("exit", () => {
    gone = true;
  });
  child.once("error", () => {
    gone = true;
  });
  const until = performance.now() + startLimitMs;
  while (!gone && performance.now() < until) {
    if (await isReady(port, password)) return true;
    await pause(25);
  }
  return false;
}

/** Fast shutdown; at once if that takes too long, which costs a recovery at the next start. */
async function end(child: ChildProcess): Promise<void> {
  const isGone = () => child.exitCode !== null || child.signalCode !== null;
  const gone = once(child, "exit");
  for (const signal of ["SIGINT", "SIGQUIT"] as const) {
    if (isGone()) return;
    child.kill(signal);
    await Promise.race([gone, pause(stopLimitMs, undefined, { ref: false })]);
  }
}
