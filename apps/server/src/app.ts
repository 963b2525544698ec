// The application: every module's routes on one HTTP server, without listening.

import type { FastifyInstance } from "fastify";
import { accessRoutes, audienceWith, authenticateWith } from "./modules/access/index.ts";
import { callingRoutes, dueAppointments, holdsCase, rightToNote } from "./modules/calling/index.ts";
import { deskRoutes, deskStream } from "./modules/desks/index.ts";
import { exportingRoutes } from "./modules/exporting/index.ts";
import { breakOffOpenInterview, interviewingRoutes } from "./modules/interviewing/index.ts";
import { floorStream, monitoringRoutes } from "./modules/monitoring/index.ts";
import { boardStream, quotaRoutes } from "./modules/quotas/index.ts";
import { importRoutes, sampleRoutes } from "./modules/samples/index.ts";
import { studyRoutes } from "./modules/studies/index.ts";
import { versionOf } from "./platform/config.ts";
import { denialRecorder } from "./platform/denials.ts";
import { createHttpServer } from "./platform/http/server.ts";
import { addGateway } from "./platform/live/gateway.ts";
import type { Platform } from "./platform/platform.ts";

const rooms = [
  accessRoutes,
  studyRoutes,
  sampleRoutes(rightToNote),
  importRoutes,
  quotaRoutes,
  deskRoutes(holdsCase),
  callingRoutes(breakOffOpenInterview),
  interviewingRoutes,
  monitoringRoutes,
  exportingRoutes,
];

const streams = [boardStream, floorStream, deskStream(dueAppointments)];

/** Builds the application; `inject` works on it as it is. */
export async function buildApp(platform: Platform): Promise<FastifyInstance> {
  const authenticate = authenticateWith(platform);
  const denied = denialRecorder(platform.database, platform.clock);
  const routed = await createHttpServer({
    platform,
    version: versionOf(platform.config),
    authenticate,
    denied,
  });
  for (const addRoutes of rooms) addRoutes(routed, platform);
  const app = routed as unknown as FastifyInstance;
  addGateway(app, { platform, streams, authenticate, denied, audienceOf: audienceWith(platform) });
  await app.ready();
  return app;
}
