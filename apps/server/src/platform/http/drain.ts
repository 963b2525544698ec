// Leaving in two steps: first nothing new is begun here, and what runs goes on; then everything is turned away.

import { setTimeout as pause } from "node:timers/promises";
import { type Action, livePath } from "@fieldline/protocol";
import type { FastifyInstance } from "fastify";
import { refuse } from "../problems/refusal.ts";
import { isAboutHealth } from "./readiness.ts";
import type { Traffic } from "./traffic.ts";

declare module "fastify" {
  interface FastifyInstance {
    /** From now on no case is handed out, no number dialled, no long work begun; what a desk has goes on. */
    drain(): void;
    /** Waits until nobody has asked for anything for a moment, or until the grace is over; then turns all away. */
    whenQuiet(graceMs: number): Promise<void>;
    /** What else is done as soon as the server leaves. */
    whenDraining(step: () => void): void;
  }
}

/** What would begin here only to be continued elsewhere. */
const begins: ReadonlySet<string> = new Set<Action>([
  "case.take",
  "attempt.dial",
  "sample.import",
  "doNotCall.import",
  "doNotCall.export",
  "export.create",
]);
/** A server that has not been asked for these milliseconds may go: whoever asks next finds another, or waits. */
const quiet = 1_000;

export function addDraining(app: FastifyInstance, traffic: Traffic): void {
  let stage: "open" | "draining" | "closed" = "open";
  const steps: (() => void)[] = [];
  app.decorate("whenDraining", (step) => void steps.push(step));
  app.decorate("drain", () => {
    if (stage !== "open") return;
    stage = "draining";
    for (const step of steps) step();
  });
  app.decorate("whenQuiet", async (graceMs) => {
    const until = performance.now() + graceMs;
    while (traffic.quietFor() < quiet && performance.now() < until) await pause(25);
    stage = "closed";
  });
  app.readyWhen("leaving", () => (stage === "open" ? "ok" : "draining"));
  app.addHook("preClose", async () => {
    stage = "closed";
  });
  app.addHook("onRequest", (request, _reply, done) => {
    const { url, config } = request.routeOptions;
    const isNew = begins.has(String(config.access)) || url?.startsWith(livePath) === true;
    if (!isAboutHealth(url) && (stage === "closed" || (stage === "draining" && isNew)))
      throw refuse("server.draining");
    done();
  });
  // A connection that a browser or a load balancer would keep for its next request keeps this server from ending.
  app.addHook("onSend", (_request, reply, _payload, done) => {
    if (stage !== "open") reply.header("connection", "close");
    done();
  });
}
