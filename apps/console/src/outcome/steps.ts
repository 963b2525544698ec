// What an outcome asks for after it is picked, one thing at a time, and what has been told so far.

import {
  type DispositionKey,
  effects,
  followUpOf,
  type RefusalReason,
  type ReplyUsed,
} from "@fieldline/calling";
import type { AppointmentWish } from "@fieldline/protocol";

export type StepKind = "neverAgain" | "when" | "askFor" | "reason" | "reply" | "language";

/** What goes along with an outcome. */
export interface Told {
  readonly appointment?: AppointmentWish;
  readonly reason?: RefusalReason;
  readonly replyUsed?: ReplyUsed;
  readonly languageNeeded?: string;
  /** Whom to ask for next time; empty: as it was. */
  readonly askFor?: string;
}

export interface AtOutcome {
  /** The outcome of a call that is over is mended: nothing can be rung, nor a name be noted. */
  readonly mending?: boolean;
}

/** The steps of an outcome, in order. */
export function stepsOf(outcome: DispositionKey, { mending = false }: AtOutcome): readonly StepKind[] {
  if (effects(outcome).doNotCall) return ["neverAgain"];
  switch (followUpOf(outcome)) {
    case "appointment":
      return mending ? ["when"] : ["when", "askFor"];
    case "refusal":
      return ["reason", "reply"];
    case "language":
      return ["language"];
    case "none":
      break;
  }
  return !mending && outcome === "respondentNotAvailable" ? ["askFor"] : [];
}

/** The key of the choice at a place: 1 to 9, then 0, then letters. */
export const keyAt = (place: number): string => {
  if (place < 10) return String((place + 1) % 10);
  return String.fromCharCode("a".charCodeAt(0) + place - 10);
};

/** The place a digit or letter stands for. */
export const placeOf = (key: string): number => {
  if (/^\d$/.test(key)) return (Number(key) + 9) % 10;
  return key.charCodeAt(0) - "a".charCodeAt(0) + 10;
};
