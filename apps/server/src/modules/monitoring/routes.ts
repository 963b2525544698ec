// Addresses of the monitor.

import { caseSearch, interviewQuery } from "@fieldline/protocol/schemas";
import { bindQuery } from "../../platform/http/bind.ts";
import type { Routes } from "../../platform/http/server.ts";
import type { Platform } from "../../platform/platform.ts";
import { contactSeal } from "../samples/index.ts";
import { listInterviews } from "./list-interviews.ts";
import { readCase } from "./read-case.ts";
import { readFloor } from "./read-floor.ts";
import { searchCases } from "./search-cases.ts";

export function monitoringRoutes(app: Routes, platform: Platform): void {
  bindQuery(app, platform, "listInterviews", listInterviews, { querystring: interviewQuery });
  bindQuery(app, platform, "readFloor", readFloor);
  bindQuery(app, platform, "searchCases", searchCases(contactSeal(platform.keys)), { body: caseSearch });
  bindQuery(app, platform, "readCase", readCase);
}
