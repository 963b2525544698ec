// What becomes of a case: its state after an attempt.
//
// open --interim outcome--> open, due again after its delay; the rules below say for whom, in which part of the day, on which number
// open --outcome about the number only, another number left--> open, due at once
// open --outcome about the number only, none left--> closed, code by the fold
// open --out of service as often as the rules allow--> as an outcome about the number only
// open --final outcome--> closed, code by the fold
// open --appointment--> open, due at its start, before everything else; passes the soft cap, not the ceiling
// open --interview to go on with--> open, the interviewer who held it first
// open --declined softly--> open for one more call by another interviewer with the skill, or closed: see conversion.ts
// open --technical faults in a row, no other number--> open, held until a supervisor has looked at the number
// open --any outcome, every number at its cap--> closed as attemptsExhausted, code by the fold
// open --any outcome, every number dialled its fill today--> open, due on the next local day
// open --the field ends--> closed, code by the fold: see end-of-field.ts

import type { Instant } from "@fieldline/kernel";
import type { DispositionKey } from "./disposition-keys.ts";
import type { Rank } from "./ranks.ts";
import type { RuleSpoke } from "./rule-spoke.ts";
import type { Daypart } from "./rules.ts";

interface OnNumbers {
  readonly closesNumber: boolean;
  readonly doNotCall: boolean;
  /** The rules that had a say, the weightiest first. */
  readonly because: readonly RuleSpoke[];
}

export interface CaseOpen extends OnNumbers {
  readonly state: "open";
  readonly dueAt: Instant;
  readonly rank: Exclude<Rank, -4 | 2>;
  /** Not rung in this part of the day: the last try went unanswered in it. */
  readonly avoid: Daypart | null;
  /** Parts of the day in which it was rung unanswered as often as the rules want. */
  readonly tried: readonly Daypart[];
  /** Handed to this interviewer first, and to nobody else before `forUserUntil` (field time). */
  readonly forUser: string | null;
  readonly forUserUntil: Instant | null;
  /** Somebody else than this interviewer. */
  readonly notUser: string | null;
  readonly needsSkill: "refusalConversion" | null;
  /** Open, and not handed out until a supervisor has looked. */
  readonly held: "checkNumber" | null;
  /** To be rung next; null where every number of the record is out for now. */
  readonly nextNumberId: string | null;
  /** The desk keeps the case and may dial again at once. */
  readonly keepsCase: boolean;
}

export interface CaseClosed extends OnNumbers {
  readonly state: "closed";
  readonly disposition: DispositionKey;
  /** AAPOR code of the case, by the fold over all its outcomes. */
  readonly code: string;
}

export type CaseAfter = CaseOpen | CaseClosed;
