// Addresses of the quotas.

import { changeQuotaCell as changeBody, takeQuotaPlan as takeBody } from "@fieldline/protocol/schemas";
import { bindCommand, bindQuery } from "../../platform/http/bind.ts";
import type { Routes } from "../../platform/http/server.ts";
import type { Platform } from "../../platform/platform.ts";
import { readQuotaBoard } from "./board.ts";
import { changeQuotaCell } from "./change-cell.ts";
import { readQuotaCell } from "./read-cell.ts";
import { takeQuotaPlan } from "./set-plan.ts";

export function quotaRoutes(app: Routes, platform: Platform): void {
  bindQuery(app, platform, "quotaBoard", readQuotaBoard);
  bindQuery(app, platform, "readQuotaCell", readQuotaCell);
  bindCommand(app, platform, "takeQuotaPlan", takeQuotaPlan, { body: takeBody, as: { wave: "waveId" } });
  bindCommand(app, platform, "changeQuotaCell", changeQuotaCell, { body: changeBody });
}
