// What an outcome does to the number and the case.

import type { DispositionKey } from "./disposition-keys.ts";
import { type DispositionEffect, disposition } from "./dispositions.ts";

export interface OutcomeEffects {
  /** `number`: this number is done, the case closes when no number of it is left. `case`: the case is done. */
  readonly closes: "nothing" | "number" | "case";
  /** The number goes on the do-not-call list of all studies. */
  readonly doNotCall: boolean;
  /** An appointment decides when the case comes back. */
  readonly appointment: boolean;
  /** The same number may be rung again at once. */
  readonly redialNow: boolean;
  /** The suspended interview goes on at the next contact. */
  readonly resume: boolean;
  /** The answers of the case are erased. */
  readonly deleteAnswers: boolean;
}

/** Findings about a line, not about the household behind the record's other numbers. */
const aboutTheNumber: ReadonlySet<DispositionKey> = new Set([
  "notInService",
  "disconnected",
  "faxOrData",
  "numberChanged",
]);

/** Effects of closing an attempt with `key`. */
export function effects(key: DispositionKey): OutcomeEffects {
  const entry = disposition(key);
  const has = (effect: DispositionEffect) => entry.effects?.includes(effect) ?? false;
  return {
    closes: entry.phase === "interim" ? "nothing" : aboutTheNumber.has(key) ? "number" : "case",
    doNotCall: has("doNotCallList"),
    appointment: has("appointment"),
    redialNow: has("redialNow"),
    resume: has("resume"),
    deleteAnswers: has("deleteAnswers"),
  };
}
