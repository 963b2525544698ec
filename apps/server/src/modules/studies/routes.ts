// Addresses of waves and releases.

import { routes } from "@fieldline/protocol";
import { problemBody, releaseBody } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { actorOf } from "../../platform/http/access.ts";
import { bindQuery } from "../../platform/http/bind.ts";
import type { Routes } from "../../platform/http/server.ts";
import type { Platform } from "../../platform/platform.ts";
import { listWaves, readWave } from "./list-waves.ts";
import { readRelease } from "./read-release.ts";

/** A release never changes, so a browser that has it need not ask again; it is for signed-in people only. */
const forEver = "private, max-age=31536000, immutable";

export function studyRoutes(app: Routes, platform: Platform): void {
  bindQuery(app, platform, "listWaves", listWaves);
  bindQuery(app, platform, "readWave", readWave);

  app.route({
    method: routes.readRelease.method,
    url: routes.readRelease.path,
    config: { access: routes.readRelease.action },
    schema: {
      operationId: "readRelease",
      params: z.object({ fingerprint: z.string() }),
      response: { 200: releaseBody, "4xx": problemBody, "5xx": problemBody },
    },
    handler: async (request, reply) => {
      const { canonical, ...release } = await platform.ask(readRelease, {
        actor: actorOf(request),
        input: request.params,
      });
      reply.header("cache-control", forEver);
      return { ...release, instrument: JSON.parse(canonical) as Record<string, unknown> };
    },
  });
}
