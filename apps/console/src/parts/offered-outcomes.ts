// Which outcomes the desk offers: after what the interview came to, each with the digit that picks it.

import type { DispositionKey } from "@fieldline/calling";
import type { InterviewStatus } from "@fieldline/interview";

export interface OutcomeGroup {
  readonly situation: "nobodyReached" | "somebodyReached" | "duringInterview";
  readonly outcomes: readonly DispositionKey[];
}

const withoutInterview: readonly OutcomeGroup[] = [
  { situation: "nobodyReached", outcomes: ["noAnswer", "busy", "answeringMachine", "notInService"] },
  {
    situation: "somebodyReached",
    outcomes: [
      "callLater",
      "softRefusalHousehold",
      "hardRefusal",
      "doNotCall",
      "noEligibleRespondent",
      "lineDropped",
    ],
  },
];

const afterInterview: Readonly<Record<Exclude<InterviewStatus, "inProgress">, readonly DispositionKey[]>> = {
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

/** Groups of outcomes; `null`: no interview was held in this call. None while one is under way. */
export function offeredOutcomes(status: InterviewStatus | null): readonly OutcomeGroup[] {
  if (status === null) return withoutInterview;
  if (status === "inProgress") return [];
  return [{ situation: "duringInterview", outcomes: afterInterview[status] }];
}

/** The digit of each outcome, counted through the groups: 1 to 9, then 0. */
export const digitOf = (groups: readonly OutcomeGroup[], outcome: DispositionKey): number =>
  (groups.flatMap(({ outcomes }) => outcomes).indexOf(outcome) + 1) % 10;

export const outcomeByDigit = (groups: readonly OutcomeGroup[], digit: number): DispositionKey | undefined =>
  groups.flatMap(({ outcomes }) => outcomes)[digit === 0 ? 9 : digit - 1];
