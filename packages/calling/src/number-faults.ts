// What calls found out about a number: out of service, dead, or not to be reached by our line.

import type { CaseLife, ClosedAttempt } from "./case-life.ts";
import type { DispositionKey } from "./disposition-keys.ts";
import { effects } from "./effects.ts";
import type { CallRules } from "./rules.ts";

/**
 * Whether `attempt` closes its number: its outcome does, or the number was found out of service as often as the rules
 * allow. `attempts` are those of the case, this one among them.
 */
export function closesItsNumber(
  attempt: Pick<ClosedAttempt, "disposition" | "numberId">,
  attempts: readonly Pick<ClosedAttempt, "disposition" | "numberId">[],
  rules: Pick<CallRules, "pacing">,
): boolean {
  if (effects(attempt.disposition).closes === "number") return true;
  if (attempt.disposition !== "temporarilyOutOfService") return false;
  const found = attempts.filter(
    ({ disposition, numberId }) => disposition === attempt.disposition && numberId === attempt.numberId,
  );
  return found.length >= rules.pacing.outOfServiceTries;
}

/** Outcomes after which a number may stand closed. */
export const mayCloseNumber = (key: DispositionKey): boolean =>
  effects(key).closes === "number" || key === "temporarilyOutOfService";

/** Technical faults on a number since anything else came of a dial to it; calls nobody closed say nothing. */
export function faultsInARow({ attempts }: Pick<CaseLife, "attempts">, numberId: string): number {
  const own = attempts.filter(
    (attempt) => attempt.numberId === numberId && !attempt.inbound && attempt.disposition !== "neverClosed",
  );
  return own.length - 1 - own.findLastIndex(({ disposition }) => disposition !== "technicalFault");
}
