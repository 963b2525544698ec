// Addresses of waves and releases.

import { routes } from "@fieldline/protocol";
import {
  changeWave as changeWaveBody,
  closeWave as closeWaveBody,
  createWave as createWaveBody,
  forwardWave,
  problemBody,
  releaseBody,
  releaseWave,
  setCallRules as setCallRulesBody,
} from "@fieldline/protocol/schemas";
import { z } from "zod";
import { actorOf } from "../../platform/http/access.ts";
import { bindCommand, bindQuery } from "../../platform/http/bind.ts";
import type { Routes } from "../../platform/http/server.ts";
import type { Platform } from "../../platform/platform.ts";
import { changeWave } from "./change-wave.ts";
import { closeWave } from "./close-wave.ts";
import { createWave } from "./create-wave.ts";
import { setFieldTimeForward } from "./field-time.ts";
import { listReleases } from "./list-releases.ts";
import { listWaves, readWave } from "./list-waves.ts";
import { readCallRules } from "./read-call-rules.ts";
import { readRelease } from "./read-release.ts";
import { readWaveSettings } from "./read-settings.ts";
import { releaseWaveToField } from "./release-to-field.ts";
import { setCallRules } from "./set-call-rules.ts";

/** A release never changes, so a browser that has it need not ask again; it is for signed-in people only. */
const forEver = "private, max-age=31536000, immutable";

const as = { wave: "waveId" };

export function studyRoutes(app: Routes, platform: Platform): void {
  bindQuery(app, platform, "listWaves", listWaves);
  bindQuery(app, platform, "readWave", readWave);
  bindQuery(app, platform, "readWaveSettings", readWaveSettings);
  bindQuery(app, platform, "readCallRules", readCallRules);
  bindCommand(app, platform, "setCallRules", setCallRules, { body: setCallRulesBody, as });
  bindQuery(app, platform, "listReleases", listReleases);
  bindCommand(app, platform, "createWave", createWave, { body: createWaveBody });
  bindCommand(app, platform, "changeWave", changeWave, { body: changeWaveBody, as });
  bindCommand(app, platform, "releaseWave", releaseWaveToField, { body: releaseWave, as });
  bindCommand(app, platform, "closeWave", closeWave, { body: closeWaveBody, as });
  bindCommand(app, platform, "forwardWave", setFieldTimeForward, { body: forwardWave, as });

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
