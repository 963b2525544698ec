// Addresses of the monitor.

import { interviewQuery } from "@fieldline/protocol/schemas";
import { bindQuery } from "../../platform/http/bind.ts";
import type { Routes } from "../../platform/http/server.ts";
import type { Platform } from "../../platform/platform.ts";
import { listInterviews } from "./list-interviews.ts";
import { readFloor } from "./read-floor.ts";

export function monitoringRoutes(app: Routes, platform: Platform): void {
  bindQuery(app, platform, "listInterviews", listInterviews, { querystring: interviewQuery });
  bindQuery(app, platform, "readFloor", readFloor);
}
