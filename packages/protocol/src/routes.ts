// Every address of the API with its method and its action; server, client and tests read this table.

import type { Action } from "./roles.ts";

export interface Route {
  readonly method: "GET" | "POST" | "DELETE" | "PATCH";
  readonly path: string;
  readonly action: Action | "public";
}

export const routes = {
  signIn: { method: "POST", path: "/api/session", action: "public" },
  whoAmI: { method: "GET", path: "/api/session", action: "session.read" },
  signOut: { method: "DELETE", path: "/api/session", action: "session.end" },
  listWaves: { method: "GET", path: "/api/waves", action: "wave.read" },
  readWave: { method: "GET", path: "/api/waves/:wave", action: "wave.read" },
  readRelease: { method: "GET", path: "/api/releases/:fingerprint", action: "release.read" },
  readDesk: { method: "GET", path: "/api/desk", action: "desk.read" },
  heartbeat: { method: "POST", path: "/api/desk/heartbeat", action: "desk.heartbeat" },
  nextCase: { method: "POST", path: "/api/desk/next-case", action: "case.take" },
  giveBack: { method: "POST", path: "/api/cases/:case/give-back", action: "case.giveBack" },
  dial: { method: "POST", path: "/api/attempts", action: "attempt.dial" },
  closeAttempt: { method: "POST", path: "/api/attempts/:attempt/disposition", action: "attempt.close" },
  beginInterview: { method: "POST", path: "/api/interviews", action: "interview.begin" },
  readInterview: { method: "GET", path: "/api/interviews/:interview", action: "interview.read" },
  recordOperations: {
    method: "POST",
    path: "/api/interviews/:interview/operations",
    action: "interview.record",
  },
  listInterviews: { method: "GET", path: "/api/waves/:wave/interviews", action: "interview.list" },
  quotaBoard: { method: "GET", path: "/api/waves/:wave/quota-board", action: "quota.read" },
  changeQuotaCell: {
    method: "PATCH",
    path: "/api/waves/:wave/quota-cells/:cell",
    action: "quota.change",
  },
  readQuotaCell: { method: "GET", path: "/api/waves/:wave/quota-cells/:cell", action: "quota.read" },
  readFloor: { method: "GET", path: "/api/waves/:wave/floor", action: "floor.read" },
  createExport: { method: "POST", path: "/api/waves/:wave/exports", action: "export.create" },
  listExports: { method: "GET", path: "/api/waves/:wave/exports", action: "export.read" },
  readExport: { method: "GET", path: "/api/exports/:export", action: "export.read" },
  exportFile: { method: "GET", path: "/api/exports/:export/files/:file", action: "export.read" },
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof routes;

/** What is pushed over sockets at `/api/live`; who may subscribe, as for routes. */
export const streams = {
  board: { action: "quota.read" },
  floor: { action: "floor.read" },
} as const satisfies Record<string, { readonly action: Action }>;

export const livePath = "/api/live";
