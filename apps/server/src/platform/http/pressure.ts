// Too much at once: whoever comes then is told at once to come back, so that those inside are still answered in time.

import { monitorEventLoopDelay } from "node:perf_hooks";
import type { FastifyInstance } from "fastify";
import type { Config } from "../config.ts";
import { refuse } from "../problems/refusal.ts";
import type { Traffic } from "./traffic.ts";

/** Milliseconds by which timers were late since the last look, on average. */
export type Lateness = () => number;

const everyMs = 1_000;
const resolution = 20;

/** Overloaded after two looks in a row that found it late: one long step alone is soon over. */
function overload(limitMs: number): { look(lateMs: number): void; isOver(): boolean } {
  let inARow = 0;
  return {
    look: (lateMs) => {
      inARow = lateMs > limitMs ? inARow + 1 : 0;
    },
    isOver: () => inARow >= 2,
  };
}

/** What each request holds (a place in a queue, a connection it waits for) is bounded by how many are let in. */
export function addPressure(
  app: FastifyInstance,
  traffic: Traffic,
  limits: Config["limits"],
  lateness?: Lateness,
): void {
  const load = overload(limits.lateMs);
  let looking: NodeJS.Timeout | undefined;
  const histogram = monitorEventLoopDelay({ resolution });
  const measured: Lateness = () => {
    const late = histogram.mean / 1e6 - resolution;
    histogram.reset();
    return late;
  };
  app.addHook("onListen", async () => {
    app.server.maxConnections = limits.connections;
    histogram.enable();
    looking = setInterval(() => load.look((lateness ?? measured)()), everyMs).unref();
  });
  app.addHook("onClose", async () => {
    clearInterval(looking);
    histogram.disable();
  });
  const isOver = () => load.isOver() || traffic.running() > limits.requests;
  app.readyWhen("pressure", () => (isOver() ? "busy" : "ok"));
  app.addHook("onRequest", (request, _reply, done) => {
    if (request.url.startsWith("/api/") && isOver()) throw refuse("server.busy");
    done();
  });
}
