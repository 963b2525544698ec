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
  changeOwnPassword: { method: "POST", path: "/api/session/password", action: "password.change" },
  listWaves: { method: "GET", path: "/api/waves", action: "wave.read" },
  readWave: { method: "GET", path: "/api/waves/:wave", action: "wave.read" },
  createWave: { method: "POST", path: "/api/waves", action: "wave.manage" },
  readWaveSettings: { method: "GET", path: "/api/waves/:wave/settings", action: "wave.settings" },
  changeWave: { method: "PATCH", path: "/api/waves/:wave", action: "wave.manage" },
  releaseWave: { method: "POST", path: "/api/waves/:wave/release", action: "wave.manage" },
  closeWave: { method: "POST", path: "/api/waves/:wave/close", action: "wave.manage" },
  forwardWave: { method: "POST", path: "/api/waves/:wave/field-time", action: "wave.forward" },
  readCallRules: { method: "GET", path: "/api/waves/:wave/call-rules", action: "rules.read" },
  setCallRules: { method: "POST", path: "/api/waves/:wave/call-rules", action: "rules.change" },
  previewCallRules: {
    method: "POST",
    path: "/api/waves/:wave/call-rules/preview",
    action: "rules.read",
  },
  takeQuotaPlan: { method: "POST", path: "/api/waves/:wave/quota-plan", action: "wave.manage" },
  importSample: { method: "POST", path: "/api/waves/:wave/sample-imports", action: "sample.import" },
  importDoNotCall: {
    method: "POST",
    path: "/api/waves/:wave/do-not-call-imports",
    action: "doNotCall.import",
  },
  exportDoNotCall: {
    method: "POST",
    path: "/api/waves/:wave/do-not-call-exports",
    action: "doNotCall.export",
  },
  listReleases: { method: "GET", path: "/api/releases", action: "wave.manage" },
  readRelease: { method: "GET", path: "/api/releases/:fingerprint", action: "release.read" },
  readDesk: { method: "GET", path: "/api/desk", action: "desk.read" },
  heartbeat: { method: "POST", path: "/api/desk/heartbeat", action: "desk.heartbeat" },
  changeShift: { method: "POST", path: "/api/desk/shift", action: "desk.shift" },
  listMessages: { method: "GET", path: "/api/messages", action: "message.read" },
  sendMessage: { method: "POST", path: "/api/messages", action: "message.send" },
  readMessages: { method: "POST", path: "/api/messages/read", action: "message.read" },
  nextCase: { method: "POST", path: "/api/desk/next-case", action: "case.take" },
  inboundSearch: { method: "POST", path: "/api/desk/inbound-search", action: "case.inbound" },
  inboundCase: { method: "POST", path: "/api/desk/inbound-case", action: "case.inbound" },
  giveBack: { method: "POST", path: "/api/cases/:case/give-back", action: "case.giveBack" },
  dial: { method: "POST", path: "/api/attempts", action: "attempt.dial" },
  answerCall: { method: "POST", path: "/api/attempts/inbound", action: "attempt.dial" },
  closeAttempt: { method: "POST", path: "/api/attempts/:attempt/disposition", action: "attempt.close" },
  correctOutcome: { method: "POST", path: "/api/attempts/:attempt/correction", action: "attempt.correct" },
  freeSlots: { method: "GET", path: "/api/cases/:case/slots", action: "slot.read" },
  setAsideRequest: { method: "POST", path: "/api/cases/:case/set-aside", action: "case.setAside" },
  addNote: { method: "POST", path: "/api/cases/:case/notes", action: "note.add" },
  nameContact: { method: "POST", path: "/api/cases/:case/contact", action: "contact.name" },
  readNotes: { method: "GET", path: "/api/cases/:case/notes", action: "note.read" },
  searchCases: { method: "POST", path: "/api/waves/:wave/case-search", action: "case.read" },
  steerCase: { method: "POST", path: "/api/cases/:case/steering", action: "case.steer" },
  readCandidates: { method: "GET", path: "/api/cases/:case/interviewers", action: "case.steer" },
  readCase: { method: "GET", path: "/api/cases/:case", action: "case.read" },
  beginInterview: { method: "POST", path: "/api/interviews", action: "interview.begin" },
  readInterview: { method: "GET", path: "/api/interviews/:interview", action: "interview.read" },
  recordOperations: {
    method: "POST",
    path: "/api/interviews/:interview/operations",
    action: "interview.record",
  },
  setAsideOperations: {
    method: "POST",
    path: "/api/interviews/:interview/set-aside",
    action: "interview.setAside",
  },
  listInterviews: { method: "GET", path: "/api/waves/:wave/interviews", action: "interview.list" },
  quotaBoard: { method: "GET", path: "/api/waves/:wave/quota-board", action: "quota.read" },
  changeQuotaCell: {
    method: "PATCH",
    path: "/api/waves/:wave/quota-cells/:cell",
    action: "quota.change",
  },
  readQuotaCell: { method: "GET", path: "/api/waves/:wave/quota-cells/:cell", action: "quota.read" },
  readQueue: { method: "GET", path: "/api/waves/:wave/queue", action: "queue.read" },
  readAppointmentLoad: {
    method: "GET",
    path: "/api/waves/:wave/appointment-load",
    action: "queue.read",
  },
  readFloor: { method: "GET", path: "/api/waves/:wave/floor", action: "floor.read" },
  withdrawInterview: { method: "POST", path: "/api/withdrawals", action: "interview.withdraw" },
  createExport: { method: "POST", path: "/api/waves/:wave/exports", action: "export.create" },
  listExports: { method: "GET", path: "/api/waves/:wave/exports", action: "export.read" },
  readExport: { method: "GET", path: "/api/exports/:export", action: "export.read" },
  exportFile: { method: "GET", path: "/api/exports/:export/files/:file", action: "export.read" },
  listUsers: { method: "GET", path: "/api/users", action: "user.manage" },
  addUser: { method: "POST", path: "/api/users", action: "user.manage" },
  changeUser: { method: "PATCH", path: "/api/users/:user", action: "user.manage" },
  resetPassword: { method: "POST", path: "/api/users/:user/password", action: "user.manage" },
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof routes;

/** What is pushed over sockets at `/api/live`; who may subscribe, as for routes. */
export const streams = {
  board: { action: "quota.read" },
  floor: { action: "floor.read" },
  desk: { action: "message.read" },
} as const satisfies Record<string, { readonly action: Action }>;

export const livePath = "/api/live";
