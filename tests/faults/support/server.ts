// A server process under faults, kept like a service: at one port, started again when it has died.

import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { ROOT } from "../../../scripts/lib/source-files.ts";
import type { FromServer, ToServer } from "../strikes/messages.ts";
import type { Strike } from "../strikes/strikes.ts";

export interface FaultyServer {
  readonly port: number;
  readonly pid: number;
  /** Waits until the strike is armed, or the process is gone. */
  arm(strike: Strike): Promise<void>;
  clock(ahead: number): Promise<void>;
  /** Resolves when the next armed strike has fallen; false when none does in time. */
  struck(): Promise<boolean>;
  /** Sends a signal and, where that ends the process, starts it again at the same port. */
  ends(signal: "SIGKILL" | "SIGTERM"): Promise<void>;
  /** SIGSTOP, and after a while SIGCONT. */
  freezes(ms: number): Promise<void>;
  /** Waits until it is up: at once where it is, else until whoever watches it has started it again. */
  up(): Promise<void>;
  /** What ended it when nobody asked, besides SIGKILL. */
  readonly crashes: string[];
  stop(): Promise<void>;
}

const startLimit = 60_000;
const strikeLimit = 8_000;
/** A server that dies so often before it is up is not started again. */
const mostDeaths = 100;

export async function faultyServer(settings: Readonly<Record<string, string>>): Promise<FaultyServer> {
  const crashes: string[] = [];
  const strikesFallen: (() => void)[] = [];
  const exits = new WeakMap<ChildProcess, Promise<void>>();
  let ahead = Number(settings["FAULTS_AHEAD"] ?? 0);
  let stopped = false;
  /** Since it was up last. */
  let deaths = 0;
  let port = 0;
  let child: ChildProcess;
  let running: Promise<void>;

  const ended = (own: ChildProcess, last: string): void => {
    if (stopped) return;
    const hopeless = port === 0 || ++deaths > mostDeaths;
    // One sentence for the operator is a way to leave, such as while the database is away; a stack is none.
    const crashed = own.signalCode !== "SIGKILL" && /\n\s+at /.test(last);
    if (hopeless || crashed) crashes.push(last);
    if (hopeless) stopped = true;
    else if (child === own) running = start();
  };

  const start = async (): Promise<void> => {
    const own = spawn(
      process.execPath,
      ["--disable-warning=DeprecationWarning", join(ROOT, "tests/faults/main.ts")],
      {
        cwd: ROOT,
        env: {
          PATH: process.env["PATH"] ?? "",
          NODE_ENV: "test",
          LOG_LEVEL: "silent",
          ...settings,
          PORT: String(port),
          FAULTS_AHEAD: String(ahead),
        },
        stdio: ["ignore", "pipe", "pipe", "ipc"],
      },
    );
    child = own;
    exits.set(own, new Promise((resolve) => own.once("exit", () => resolve())));
    let said = "";
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
    };
    own.stdout?.on("data", hear);
    own.stderr?.on("data", hear);
    own.on("error", () => {});
    own.on("message", (message: FromServer) => {
      if (message.kind === "struck") for (const told of strikesFallen.splice(0)) told();
    });
    own.once("exit", (code, signal) => ended(own, `${code ?? signal}: ${said.slice(-3_000)}`));
    const until = performance.now() + startLimit;
    for (;;) {
      const found = /http:\/\/[^\s/]+:(\d+)/.exec(said)?.[1];
      if (found) {
        port = Number(found);
        deaths = 0;
        return;
      }
      if (stopped || own.exitCode !== null || own.signalCode !== null) return;
      if (performance.now() > until) throw new Error(`A server does not start: ${said}`);
      await pause(10);
    }
  };
  const up = async (): Promise<void> => {
    for (let seen: Promise<void> | null = null; seen !== running; ) {
      seen = running;
      await seen;
      // One that died while it started is started again, a moment later.
      await pause(5);
    }
  };
  const gone = (own: ChildProcess): Promise<void> => exits.get(own) ?? Promise.resolve();
  const say = async (message: ToServer): Promise<void> => {
    await up();
    const own = child;
    if (!own.connected) return;
    const heard = new Promise<void>((resolve) => {
      const listen = (answer: FromServer) => {
        if (answer.kind !== "heard") return;
        own.off("message", listen);
        resolve();
      };
      own.on("message", listen);
    });
    own.send(message, () => {});
    await Promise.race([heard, gone(own)]);
  };

  running = start();
  await up();
  if (port === 0) throw new Error(`A server does not start: ${crashes.join("; ")}`);
  return {
    get port() {
      return port;
    },
    get pid() {
      return child.pid ?? 0;
    },
    arm: (strike) => say({ kind: "arm", strike }),
    clock: (to) => {
      ahead = to;
      return say({ kind: "clock", ahead });
    },
    struck: () => {
      const fallen = new Promise<boolean>((resolve) => strikesFallen.push(() => resolve(true)));
      return Promise.race([fallen, pause(strikeLimit, false)]);
    },
    ends: async (signal) => {
      const own = child;
      own.kill(signal);
      await gone(own);
      await pause(1);
      await up();
    },
    freezes: async (ms) => {
      const own = child;
      own.kill("SIGSTOP");
      await pause(ms);
      own.kill("SIGCONT");
    },
    up,
    crashes,
    stop: async () => {
      stopped = true;
      const own = child;
      own.kill("SIGCONT");
      own.kill("SIGTERM");
      await Promise.race([gone(own), pause(10_000)]);
      own.kill("SIGKILL");
      await gone(own);
    },
  };
}
