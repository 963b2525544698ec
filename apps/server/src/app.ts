// The application: every module's routes on one HTTP server, without listening.

import type { FastifyInstance } from "fastify";
import { accessRoutes, authenticateWith } from "./modules/access/index.ts";
import { callingRoutes } from "./modules/calling/index.ts";
import { exportingRoutes } from "./modules/exporting/index.ts";
import { breakOffOpenInterview, interviewingRoutes } from "./modules/interviewing/index.ts";
import { monitoringRoutes } from "./modules/monitoring/index.ts";
import { quotaRoutes } from "./modules/quotas/index.ts";
import { studyRoutes } from "./modules/studies/index.ts";
import { denialRecorder } from "./platform/denials.ts";
import { createHttpServer } from "./platform/http/server.ts";
import type { Platform } from "./platform/platform.ts";

const rooms = [
  accessRoutes,
  studyRoutes,
  quotaRoutes,
  callingRoutes(breakOffOpenInterview),
  interviewingRoutes,
  monitoringRoutes,
  exportingRoutes,
];

/** Builds the application; `inject` works on it as it is. */
export async function buildApp(platform: Platform): Promise<FastifyInstance> {
  const app = await createHttpServer({
    platform,
    version: "0.1.0",
    authenticate: authenticateWith(platform),
    denied: denialRecorder(platform.database, platform.clock),
  });
  for (const addRoutes of rooms) addRoutes(app, platform);
  await app.ready();
  return app as unknown as FastifyInstance;
}
