// Requests that are under way: how many, and since when there has been none.

import type { FastifyInstance, FastifyRequest } from "fastify";

export interface Traffic {
  running(): number;
  /** Milliseconds since a request last came or ended; 0 while one is under way. */
  quietFor(): number;
}

/** What asks about the server itself is no work, and a socket is not over with its handshake. */
export function countTraffic(app: FastifyInstance, counts: (request: FastifyRequest) => boolean): Traffic {
  let running = 0;
  let last = Number.NEGATIVE_INFINITY;
  app.addHook("onRequest", (request, reply, done) => {
    if (counts(request)) {
      running++;
      let over = false;
      const end = () => {
        if (over) return;
        over = true;
        running--;
        last = performance.now();
      };
      reply.raw.once("finish", end).once("close", end);
    }
    done();
  });
  return {
    running: () => running,
    quietFor: () => (running > 0 ? 0 : performance.now() - last),
  };
}
