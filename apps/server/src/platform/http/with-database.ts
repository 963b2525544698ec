// Without its database the server says so at once: nobody waits for connections that cannot come.

import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { migrationNames } from "../db/migrations.ts";
import { type Pulse, startPulse } from "../db/pulse.ts";
import type { Platform } from "../platform.ts";
import { refuse } from "../problems/refusal.ts";

/** Where the API describes itself. */
const description = "/api/openapi.json";

/** The pulse is felt from the moment the port is open; before, and under `inject`, each request finds out by itself. */
export function addDatabase(
  app: FastifyInstance,
  { database, logger, config }: Pick<Platform, "config" | "database" | "logger">,
): void {
  let pulse: Pulse | null = null;
  app.addHook("onListen", async () => {
    const migrations = migrationNames(join(config.root, "prisma/migrations"));
    pulse = startPulse({ database, logger, migrations });
  });
  app.addHook("onClose", async () => pulse?.stop());
  app.readyWhen("database", () => {
    const state = pulse?.state() ?? "ok";
    return state === "ok" && !database.canKeep() ? "cannotKeep" : state;
  });
  app.addHook("onRequest", (request, _reply, done) => {
    if (
      request.url.startsWith("/api/") &&
      request.routeOptions.url !== description &&
      pulse?.state() === "away"
    )
      throw refuse("server.noDatabase");
    done();
  });
}
