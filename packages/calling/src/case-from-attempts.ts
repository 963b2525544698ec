// The state of a case, made afresh from all its attempts: after a call is closed, and after an outcome is corrected.

import type { Instant } from "@fieldline/kernel";
import type { AgreedAppointment } from "./appointments.ts";
import { type CaseAfter, type CaseNumber, caseAfter } from "./case-after.ts";
import type { DispositionKey } from "./disposition-keys.ts";
import { effects } from "./effects.ts";
import { finalCode, type Outcome } from "./final-code.ts";
import type { CallRules } from "./rules.ts";

/** A closed attempt; `at` is the field time at which it was closed. */
export interface ClosedAttempt extends Outcome {
  readonly numberId: string;
}

export interface CaseLife {
  /** At least one; in the order in which they were dialled. */
  readonly attempts: readonly ClosedAttempt[];
  /** As they stand without these attempts: a number that one of them closes comes as open here. */
  readonly numbers: readonly CaseNumber[];
  readonly rules: CallRules;
  /** Start of the next local day of the person called, in field time. */
  readonly nextDay: Instant;
  readonly interviewOpen: boolean;
  /** Made with the last of the attempts. */
  readonly appointment?: Pick<AgreedAppointment, "kind" | "startsAt">;
  readonly appointmentKept?: boolean;
}

/**
 * An attempt that closes its case decides wherever it stands, of several the one that the fold prefers; without one
 * the last attempt says when the case comes back. Numbers closed by any of the attempts stay closed.
 * @throws where there is no attempt
 */
export function caseFromAttempts({ attempts, numbers, ...life }: CaseLife): CaseAfter {
  const closing = finalCode(attempts.filter((attempt) => effects(attempt.disposition).closes === "case"));
  const decides = closing
    ? attempts.find(({ disposition, at }) => disposition === closing.disposition.key && at === closing.at)
    : attempts.at(-1);
  if (!decides) throw new Error("A case without an attempt has nothing to be made from.");
  const closedBy = new Map(
    attempts
      .filter((attempt) => attempt !== decides && effects(attempt.disposition).closes === "number")
      .map(({ numberId, disposition }): [string, DispositionKey] => [numberId, disposition]),
  );
  const { disposition, numberId, at, selected } = decides;
  return caseAfter({
    ...life,
    disposition,
    numberId,
    at,
    ...(selected === undefined ? {} : { selected }),
    numbers: numbers.map((number) => (closedBy.has(number.id) ? { ...number, closed: true } : number)),
    outcomes: attempts.filter((attempt) => attempt !== decides),
  });
}
