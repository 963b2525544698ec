// The final code of a case: a fold over all its attempts, never simply the last one.

import type { Instant } from "@fieldline/kernel";
import type { DispositionKey } from "./disposition-keys.ts";
import { type Disposition, disposition } from "./dispositions.ts";

/** One closed attempt, or a decision of a rule or supervisor, in field time. */
export interface Outcome {
  readonly disposition: DispositionKey;
  readonly at: Instant;
  /** Whether a person to be interviewed was known by then; where nobody can tell, the table's own code holds. */
  readonly selected?: boolean;
}

export interface FinalCode {
  readonly disposition: Disposition;
  readonly at: Instant;
  /** AAPOR code: of a final disposition its own, of an interim one what it becomes when the field closes. */
  readonly code: string;
}

/**
 * What `outcomes`, in any order, amount to; `null` for a case never worked.
 *
 * The highest fold rank decides, among equals the latest. The ranks keep what is known about a household or a
 * person above anything known only about a number, a screening result above an earlier soft refusal, and a
 * technical fault or an attempt that nobody closed below every other attempt.
 */
export function finalCode(outcomes: readonly Outcome[]): FinalCode | null {
  let winner: Outcome | null = null;
  for (const outcome of outcomes) if (winner === null || outranks(outcome, winner)) winner = outcome;
  if (winner === null) return null;
  const entry = disposition(winner.disposition);
  const code = entry.phase === "final" ? entry.aaporCode : entry.endOfFieldCode;
  const noted = codeNoted(
    entry.key,
    outcomes.map(({ selected }) => selected),
  );
  return { disposition: entry, at: winner.at, code: noted ?? code };
}

/** The table's notes: the code where somebody was known, and where nobody was. */
const notes: Readonly<
  Partial<Record<DispositionKey, { readonly known?: string; readonly unknown?: string }>>
> = {
  callLater: { known: "2.21" },
  appointmentExact: { known: "2.21" },
  appointmentLoose: { known: "2.21" },
  hardRefusal: { unknown: "2.111" },
  lineDropped: { unknown: "3.21" },
};

function codeNoted(key: DispositionKey, selected: readonly (boolean | undefined)[]): string | null {
  const note = notes[key];
  if (selected.includes(true)) return note?.known ?? null;
  return selected.includes(false) ? (note?.unknown ?? null) : null;
}

function outranks(challenger: Outcome, holder: Outcome): boolean {
  const difference = disposition(challenger.disposition).foldRank - disposition(holder.disposition).foldRank;
  return difference > 0 || (difference === 0 && challenger.at >= holder.at);
}
