// What an open case becomes when the field ends.

import type { CaseNumber } from "./case-number.ts";
import type { DispositionKey } from "./disposition-keys.ts";
import { disposition } from "./dispositions.ts";
import { finalCode, type Outcome } from "./final-code.ts";

export interface FoldedCase {
  readonly disposition: DispositionKey;
  /** AAPOR code. */
  readonly code: string;
}

/**
 * By the fold over its attempts; without any it was not worked, or suppressed where it could not be because every number
 * of it is on the do-not-call list.
 */
export function atEndOfField(of: {
  readonly attempts: readonly Outcome[];
  readonly numbers: readonly Pick<CaseNumber, "doNotCall">[];
}): FoldedCase {
  const folded = finalCode(of.attempts);
  if (folded) return { disposition: folded.disposition.key, code: folded.code };
  const listed = of.numbers.length > 0 && of.numbers.every(({ doNotCall }) => doNotCall);
  const key = listed ? "suppressed" : "notWorked";
  return { disposition: key, code: disposition(key).aaporCode };
}
