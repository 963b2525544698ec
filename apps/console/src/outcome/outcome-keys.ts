// The key of each outcome: the same wherever it is offered, and in every language of the screens.

import type { DispositionKey } from "@fieldline/calling";

/**
 * Digits for what happens every few minutes, letters for the rest. `1` is also the ordinary end of an interview,
 * which is never offered together with "no answer". The letters d, g, l, n, w and x are commands and stay out.
 */
const outcomeKey: Readonly<Partial<Record<DispositionKey, string>>> = {
  noAnswer: "1",
  busy: "2",
  answeringMachine: "3",
  notInService: "4",
  answeringMachineHousehold: "h",
  callBlocked: "b",
  technicalFault: "t",
  temporarilyOutOfService: "y",
  disconnected: "c",
  faxOrData: "f",
  numberChanged: "m",

  callLater: "5",
  softRefusalHousehold: "6",
  hardRefusal: "7",
  doNotCall: "8",
  noEligibleRespondent: "9",
  lineDropped: "0",
  appointmentExact: "a",
  appointmentLoose: "p",
  respondentNotAvailable: "r",
  notSafeToTalk: "v",
  softRefusalRespondent: "s",
  languageProblem: "i",
  poorLine: "q",
  business: "o",
  outOfSample: "e",
  unable: "u",
  dead: "z",

  complete: "1",
  partial: "1",
  breakOffResumable: "1",
  breakOff: "1",
  quotaFull: "1",
  noPlace: "1",
  withdrawn: "1",
};

/** What is printed on the key of an outcome; an outcome of a newer table has none and is picked by the mouse. */
export const keyOfOutcome = (outcome: DispositionKey): string | undefined => outcomeKey[outcome];

/** The outcome among those offered that a key picks: a digit or a letter. */
export const outcomeByKey = (offered: readonly DispositionKey[], key: string): DispositionKey | undefined =>
  offered.find((outcome) => outcomeKey[outcome] === key);
