// Which outcomes the pad offers, by situation: all that fit what the interview came to.

import {
  type DispositionKey,
  dispositionsOf,
  effects,
  endedStandings,
  fittingOutcomes,
  isDispositionKey,
} from "@fieldline/calling";
import type { InterviewStatus } from "@fieldline/interview";
import { keyOfOutcome } from "./outcome-keys.ts";

export interface OutcomeGroup {
  readonly situation: "nobodyReached" | "somebodyReached" | "duringInterview";
  readonly outcomes: readonly DispositionKey[];
}

const nobody: ReadonlySet<string> = new Set(dispositionsOf("nobody reached").map(({ key }) => key));

/** Frequent ones first: those with a digit in their order, then the others as the table has them. */
const byFrequency = (outcomes: readonly DispositionKey[], frequent: readonly DispositionKey[]) => [
  ...frequent.filter((key) => outcomes.includes(key)),
  ...outcomes.filter((key) => !frequent.includes(key)),
];

const frequentNobody: readonly DispositionKey[] = ["noAnswer", "busy", "answeringMachine", "notInService"];
const frequentSomebody: readonly DispositionKey[] = [
  "callLater",
  "softRefusalHousehold",
  "hardRefusal",
  "doNotCall",
  "noEligibleRespondent",
  "lineDropped",
  "appointmentExact",
  "appointmentLoose",
  "respondentNotAvailable",
  "notSafeToTalk",
  "softRefusalRespondent",
];

/** Groups of outcomes; `null`: no interview was held in this call. None while one is under way. */
export function offeredOutcomes(status: InterviewStatus | null): readonly OutcomeGroup[] {
  const fitting = fittingOutcomes(status);
  if (fitting.length === 0) return [];
  if (status !== null) {
    const ordinary = fitting.filter((key) => keyOfOutcome(key) === "1");
    return [{ situation: "duringInterview", outcomes: byFrequency(fitting, ordinary) }];
  }
  const unreached = fitting.filter((key) => nobody.has(key));
  const reached = fitting.filter((key) => !nobody.has(key));
  return [
    { situation: "nobodyReached", outcomes: byFrequency(unreached, frequentNobody) },
    { situation: "somebodyReached", outcomes: byFrequency(reached, frequentSomebody) },
  ];
}

export const outcomesOf = (groups: readonly OutcomeGroup[]): readonly DispositionKey[] =>
  groups.flatMap(({ outcomes }) => outcomes);

const standings = [null, ...endedStandings];

/** What the interview must have come to for this outcome; an outcome given without one needs none. */
export const standingOf = (outcome: DispositionKey): InterviewStatus | null =>
  standings.find((status) => fittingOutcomes(status).includes(outcome)) ?? null;

/** Whether another outcome could stand in place of this one: not of a wish never to be called, nor of a complete. */
export function mayMend(outcome: string): boolean {
  if (!isDispositionKey(outcome) || effects(outcome).doNotCall) return false;
  return outcomesOf(offeredOutcomes(standingOf(outcome))).some((other) => other !== outcome);
}
