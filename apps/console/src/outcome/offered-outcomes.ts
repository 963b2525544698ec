// Which outcomes the desk offers: after what the interview came to, each with the digit that picks it.

import { type DispositionKey, fittingOutcomes } from "@fieldline/calling";
import type { InterviewStatus } from "@fieldline/interview";

export interface OutcomeGroup {
  readonly situation: "nobodyReached" | "somebodyReached" | "duringInterview";
  readonly outcomes: readonly DispositionKey[];
}

/** Of those that fit, the ones a desk needs at hand: each has a digit. */
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

/** Groups of outcomes; `null`: no interview was held in this call. None while one is under way. */
export function offeredOutcomes(status: InterviewStatus | null): readonly OutcomeGroup[] {
  if (status === null) return withoutInterview;
  const outcomes = fittingOutcomes(status);
  return outcomes.length === 0 ? [] : [{ situation: "duringInterview", outcomes }];
}

/** The digit of each outcome, counted through the groups: 1 to 9, then 0. */
export const digitOf = (groups: readonly OutcomeGroup[], outcome: DispositionKey): number =>
  (groups.flatMap(({ outcomes }) => outcomes).indexOf(outcome) + 1) % 10;

export const outcomeByDigit = (groups: readonly OutcomeGroup[], digit: number): DispositionKey | undefined =>
  groups.flatMap(({ outcomes }) => outcomes)[digit === 0 ? 9 : digit - 1];
