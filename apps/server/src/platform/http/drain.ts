// Leaving: new requests are turned away with a time to come back, running ones are finished and their connections closed.

import type { FastifyInstance } from "fastify";
import { refuse } from "../problems/refusal.ts";

declare module "fastify" {
  interface FastifyInstance {
    /** Turns new requests away from now on; `close()` then waits for the running ones. */
    drain(): void;
    /** What else is done as soon as the server leaves. */
    whenDraining(step: () => void): void;
    readonly isDraining: () => boolean;
  }
}

export function addDraining(app: FastifyInstance): void {
  let draining = false;
  const steps: (() => void)[] = [];
  app.decorate("whenDraining", (step) => void steps.push(step));
  app.decorate("drain", () => {
    draining = true;
    for (const step of steps) step();
  });
  app.decorate("isDraining", () => draining);
  app.addHook("onRequest", (request, _reply, done) => {
    if (draining && request.routeOptions.url !== "/healthz") throw refuse("server.draining");
    done();
  });
  // A connection that a browser or a load balancer would keep for its next request keeps this server from ending.
  app.addHook("onSend", (_request, reply, _payload, done) => {
    if (draining) reply.header("connection", "close");
    done();
  });
}
