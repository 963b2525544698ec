// What becomes of a case when an attempt is closed.
//
// open --interim outcome--> open, due again after its delay (rank resume with an interview to go on with, else retry)
// open --outcome about the number only, another number left--> open, due at once
// open --outcome about the number only, none left--> closed, code by the fold
// open --final outcome--> closed, code by the fold
// open --appointment--> open, due at its start, before everything else; passes the soft cap, not the ceiling
// open --any outcome, every number at its cap--> closed as attemptsExhausted, code by the fold
// open --any outcome, every number dialled its fill today--> open, due on the next local day

import type { Instant } from "@fieldline/kernel";
import type { AgreedAppointment } from "./appointments.ts";
import type { DispositionKey } from "./disposition-keys.ts";
import { effects } from "./effects.ts";
import { finalCode, type Outcome } from "./final-code.ts";
import { retryAt } from "./retry.ts";
import type { CallRules, NumberKind } from "./rules.ts";

/** A number of the case, counted after the attempt that is being closed. */
export interface CaseNumber {
  readonly id: string;
  readonly kind: NumberKind | "unknown";
  readonly closed: boolean;
  readonly doNotCall: boolean;
  /** Dials in the wave, every one, and those of the local day of `at`: they count towards the ceilings. */
  readonly dials: number;
  readonly dialsToday: number;
  /** Attempts that count towards the soft cap: not those without fault of the household, see `countsAsTry`. */
  readonly tries: number;
}

export interface ClosingAttempt {
  readonly disposition: DispositionKey;
  readonly numberId: string;
  /** Field time. */
  readonly at: Instant;
  /** Start of the next local day of the person called, in field time. */
  readonly nextDay: Instant;
  readonly rules: CallRules;
  readonly numbers: readonly CaseNumber[];
  /** Earlier outcomes of the case. */
  readonly outcomes: readonly Outcome[];
  /** An interview of this case can be gone on with. */
  readonly interviewOpen: boolean;
  /** The appointment made with the outcome. */
  readonly appointment?: Pick<AgreedAppointment, "kind" | "startsAt">;
  /** An earlier appointment was kept: three tries more for each number. */
  readonly appointmentKept?: boolean;
  /** A person to be interviewed was known by the end of this call. */
  readonly selected?: boolean;
}

/** The order in which open cases are handed out, within what is due. */
export const ranks = { exact: -2, loose: -1, resume: 0, retry: 1, fresh: 2 } as const;
export type Rank = (typeof ranks)[keyof typeof ranks];

interface OnNumbers {
  readonly closesNumber: boolean;
  readonly doNotCall: boolean;
}

export type CaseAfter =
  | (OnNumbers & {
      readonly state: "open";
      readonly dueAt: Instant;
      readonly rank: Exclude<Rank, 2>;
      /** The desk keeps the case and may dial again at once. */
      readonly keepsCase: boolean;
    })
  | (OnNumbers & {
      readonly state: "closed";
      readonly disposition: DispositionKey;
      /** AAPOR code of the case, by the fold over all its outcomes. */
      readonly code: string;
    });

/** A fault on our side, or a call nobody closed, is no try of the household. */
export const countsAsTry = (key: DispositionKey): boolean =>
  key !== "technicalFault" && key !== "neverClosed";

/** Tries that a number may have before only an appointment brings it back; the stricter cap where the kind is unknown. */
export const softCapOf = (rules: CallRules, kind: CaseNumber["kind"]): number =>
  kind === "unknown" ? Math.min(rules.softCap.landline, rules.softCap.mobile) : rules.softCap[kind];

/** Tries more for each number once an appointment was kept. */
const afterKept = 3;

/** The state of a case once an attempt is closed with its outcome, see the chart above. */
export function caseAfter(attempt: ClosingAttempt): CaseAfter {
  const { disposition, rules, at, appointment, selected } = attempt;
  const effect = effects(disposition);
  const closesNumber = effect.closes === "number";
  const outcome = { disposition, at, ...(selected === undefined ? {} : { selected }) };
  const closed = (by: DispositionKey): CaseAfter => ({
    state: "closed",
    disposition: by,
    code: finalCode([...attempt.outcomes, outcome])?.code ?? "",
    closesNumber,
    doNotCall: effect.doNotCall,
  });
  if (effect.closes === "case") return closed(disposition);

  const left = attempt.numbers.filter(
    (number) => !number.closed && !number.doNotCall && !(closesNumber && number.id === attempt.numberId),
  );
  if (left.length === 0) return closed(disposition);
  if (left.every((number) => isTired(attempt, number))) return closed("attemptsExhausted");

  const doneToday = left.every(({ dialsToday }) => dialsToday >= rules.ceiling.perLocalDay);
  const dueAt = appointment?.startsAt ?? (closesNumber ? at : (retryAt(disposition, at, rules) ?? at));
  return {
    state: "open",
    dueAt: doneToday && dueAt < attempt.nextDay ? attempt.nextDay : dueAt,
    rank: appointment ? ranks[appointment.kind] : attempt.interviewOpen ? ranks.resume : ranks.retry,
    keepsCase: !doneToday && (closesNumber || effect.redialNow),
    closesNumber,
    doNotCall: false,
  };
}

function isTired(attempt: ClosingAttempt, { kind, dials, tries }: CaseNumber): boolean {
  const { rules, appointment, appointmentKept } = attempt;
  if (dials >= rules.ceiling.perNumber) return true;
  return !appointment && tries >= softCapOf(rules, kind) + (appointmentKept ? afterKept : 0);
}
