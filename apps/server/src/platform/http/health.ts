// Health, for load balancers and watchers: whether the process answers, and whether it can do work.

import type { FastifyInstance } from "fastify";
import { retryAfterSeconds } from "./errors.ts";
import { healthPath } from "./readiness.ts";

/**
 * `/healthz/live` is 200 as long as the process answers: whoever restarts processes asks here. `/healthz/ready`, and
 * `/healthz` likewise, is 200 while this server can do work and 503 while it cannot: whoever sends it work asks here.
 * The body names the part that is not ready, and nothing else.
 */
export function addHealth(app: FastifyInstance): void {
  const address = { method: "GET", config: { access: "public" }, schema: { hide: true } } as const;
  app.route({
    ...address,
    url: `${healthPath}/live`,
    handler: async (_request, reply) => reply.header("cache-control", "no-store").send({ state: "ok" }),
  });
  for (const url of [healthPath, `${healthPath}/ready`]) {
    app.route({
      ...address,
      url,
      handler: async (_request, reply) => {
        const parts = app.readiness();
        const isReady = Object.values(parts).every((state) => state === "ok");
        if (!isReady) reply.header("retry-after", retryAfterSeconds);
        return reply
          .code(isReady ? 200 : 503)
          .header("cache-control", "no-store")
          .send({ state: isReady ? "ok" : "notReady", parts });
      },
    });
  }
}
