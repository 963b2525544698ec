// Leaving: new requests are turned away with a time to come back, running ones are finished.

import type { FastifyInstance } from "fastify";
import { refuse } from "../problems/refusal.ts";

declare module "fastify" {
  interface FastifyInstance {
    /** Turns new requests away from now on; `close()` then waits for the running ones. */
    drain(): void;
    readonly isDraining: () => boolean;
  }
}

export function addDraining(app: FastifyInstance): void {
  let draining = false;
  app.decorate("drain", () => {
    draining = true;
  });
  app.decorate("isDraining", () => draining);
  app.addHook("onRequest", (request, reply, done) => {
    if (draining && request.routeOptions.url !== "/healthz") {
      reply.header("connection", "close");
      throw refuse("server.draining");
    }
    done();
  });
}
