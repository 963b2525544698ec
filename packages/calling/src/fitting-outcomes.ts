// Which outcomes may close a call, by what its interview came to.

import { type DispositionKey, dispositionKeys } from "./disposition-keys.ts";
import { dispositionsOf } from "./dispositions.ts";
import type { InterviewStanding } from "./propose.ts";

const withoutInterview: readonly DispositionKey[] = [
  ...dispositionsOf("nobody reached"),
  ...dispositionsOf("somebody reached"),
].map(({ key }) => key);

/** Somebody spoke, and nothing that was said ended the matter. */
const goesOn: readonly DispositionKey[] = [
  "appointmentExact",
  "appointmentLoose",
  "callLater",
  "respondentNotAvailable",
  "notSafeToTalk",
  "languageProblem",
  "poorLine",
];
const notEligible: readonly DispositionKey[] = ["noEligibleRespondent", "business", "outOfSample"];
const declined: readonly DispositionKey[] = ["softRefusalHousehold", "softRefusalRespondent", "hardRefusal"];

const byStatus: Readonly<Record<Exclude<InterviewStanding, "inProgress">, readonly DispositionKey[]>> = {
  completed: ["complete"],
  partial: ["partial", "doNotCall"],
  brokenOff: ["breakOff", ...declined, "doNotCall", "unable"],
  suspended: ["breakOffResumable", "lineDropped", "technicalFault", ...goesOn],
  screenedOut: [...notEligible, "doNotCall"],
  quotaFull: ["quotaFull", "doNotCall"],
  noPlace: ["noPlace", "doNotCall"],
  void: ["withdrawn"],
};

/** What an interview can have come to once it is no longer under way. */
export const endedStandings = Object.keys(byStatus) as readonly (keyof typeof byStatus)[];

/**
 * Outcomes a desk may choose, in the table's order; `null`: no interview was held in this call. Empty while one is
 * under way. What only a rule or a supervisor sets is never among them.
 */
export function fittingOutcomes(interview: InterviewStanding | null): readonly DispositionKey[] {
  if (interview === "inProgress") return [];
  const fitting: readonly DispositionKey[] =
    interview === null ? [...withoutInterview, "lineDropped"] : byStatus[interview];
  return dispositionKeys.filter((key) => fitting.includes(key));
}
