// Which outcomes may close a call, by what its interview came to.

import type { DispositionKey } from "./disposition-keys.ts";
import { dispositionsOf } from "./dispositions.ts";
import type { InterviewStanding } from "./propose.ts";

const withoutInterview: readonly DispositionKey[] = [
  ...dispositionsOf("nobody reached"),
  ...dispositionsOf("somebody reached"),
].map(({ key }) => key);

const byStatus: Readonly<Record<Exclude<InterviewStanding, "inProgress">, readonly DispositionKey[]>> = {
  completed: ["complete"],
  partial: ["partial", "doNotCall"],
  brokenOff: ["breakOff", "hardRefusal", "softRefusalRespondent", "softRefusalHousehold", "doNotCall"],
  suspended: [
    "breakOffResumable",
    "lineDropped",
    "callLater",
    "respondentNotAvailable",
    "notSafeToTalk",
    "poorLine",
  ],
  screenedOut: ["noEligibleRespondent", "doNotCall"],
  quotaFull: ["quotaFull", "doNotCall"],
  noPlace: ["noPlace", "doNotCall"],
  void: ["hardRefusal", "doNotCall"],
};

/** Appointments need a time, which the desk cannot give yet, so their outcomes are not among these. */
const needAppointment: readonly DispositionKey[] = ["appointmentExact", "appointmentLoose"];

/** Outcomes a desk may choose; `null`: no interview was held in this call. Empty while one is under way. */
export function fittingOutcomes(interview: InterviewStanding | null): readonly DispositionKey[] {
  if (interview === "inProgress") return [];
  const fitting: readonly DispositionKey[] =
    interview === null ? [...withoutInterview, "lineDropped"] : byStatus[interview];
  return fitting.filter((key) => !needAppointment.includes(key));
}
