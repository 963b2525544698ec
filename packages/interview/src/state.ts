// The state of an interview: nothing but a fold over its operations. Plain data, equal when the logs are equal.

import type { Answer, Country, EndKind, Language } from "@fieldline/instrument";
import type { Verdict } from "./operations.ts";

export type InterviewStatus =
  | "inProgress"
  | "suspended"
  | "completed"
  | "partial"
  | "brokenOff"
  | "screenedOut"
  | "quotaFull"
  | "noPlace"
  | "void";

/** One thing on the screen at a time. */
export type Step =
  /** A script with options; `preface` is read first. `without`: option codes not offered now. */
  | {
      readonly kind: "script";
      readonly script: string;
      readonly preface?: string;
      readonly without: readonly number[];
    }
  /** One item of one unit. `first`: the unit's lead or stem is read in full. */
  | {
      readonly kind: "question";
      readonly unit: string;
      readonly variable: string;
      readonly preface?: string;
      readonly first: boolean;
    }
  /** The quota questions are answered; `checkQuota` comes next. */
  | { readonly kind: "quotaCheck" }
  /** Nothing left to ask: the script is read and the closing operation sent. */
  | { readonly kind: "end"; readonly end: EndKind; readonly script: string }
  /** The interview is closed or suspended; nothing is accepted but `resume` of a suspended one. */
  | { readonly kind: "closed"; readonly status: InterviewStatus };

export interface InterviewState {
  readonly release: string;
  readonly country: Country;
  readonly language: Language;
  readonly seed: string;
  readonly prefill: { readonly region?: string };
  readonly status: InterviewStatus;
  /** Sequence of the last operation applied. */
  readonly seq: number;
  /** Answers that stand now, by variable. */
  readonly answers: Readonly<Record<string, Answer>>;
  /** Options taken in scripts, by script. */
  readonly choices: Readonly<Record<string, number>>;
  /** Facts set by script options (`monitoringAllowed`). */
  readonly facts: Readonly<Record<string, boolean>>;
  /** Verdict that holds for the quota answers as they stand. */
  readonly verdict: Verdict | null;
  /** Sequence of the last quota check that was not provisional; `null` before the first. */
  readonly checkedAt: number | null;
  /** Place the interviewer went back to: a variable or script id; `null` at the front of the route. */
  readonly cursor: string | null;
  /** Persons asked so far in this interview, from 1. */
  readonly respondent: number;
}
