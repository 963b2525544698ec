// The calls by which supervisors watch the queue of a wave and decide about single cases.

import type {
  AppointmentLoad,
  CandidateList,
  SteerCase,
  SteerCaseReply,
  WaveQueue,
} from "@fieldline/protocol";
import type { Ways } from "./setting-up.ts";

export const steering = ({ ask, order }: Ways) => ({
  readQueue: (wave: string) => ask<WaveQueue>("readQueue", { at: { wave } }),
  /** Of a local date, or, without one, of today. */
  readAppointmentLoad: (wave: string, date?: string) =>
    ask<AppointmentLoad>("readAppointmentLoad", { at: { wave }, query: { date } }),
  /** Who could take a case. */
  readCandidates: (of: string) => ask<CandidateList>("readCandidates", { at: { case: of } }),
  steerCase: (of: string, to: SteerCase["to"]) =>
    order<SteerCaseReply>("steerCase", { at: { case: of } }, { to }, ({ commandId }) => ({ commandId, to })),
});
