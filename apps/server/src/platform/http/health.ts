// /healthz for load balancers: 200 while this server can do work, 503 while it cannot.

import type { FastifyInstance } from "fastify";
import type { Database } from "../db/database.ts";

export function addHealth(app: FastifyInstance, database: Pick<Database, "isThere">): void {
  app.route({
    method: "GET",
    url: "/healthz",
    config: { access: "public" },
    schema: { hide: true },
    handler: async (_request, reply) => {
      const state = app.isDraining() ? "draining" : (await database.isThere()) ? "ok" : "noDatabase";
      if (state !== "ok") reply.header("retry-after", 2);
      return reply
        .code(state === "ok" ? 200 : 503)
        .header("cache-control", "no-store")
        .send({ state });
    },
  });
}
