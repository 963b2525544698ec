// When a case may come back after an interim outcome.

import { type Instant, later, minute } from "@fieldline/kernel";
import type { DispositionKey } from "./disposition-keys.ts";
import { disposition } from "./dispositions.ts";
import type { CallRules } from "./rules.ts";

/**
 * The earliest field time at which a case closed with `key` at `at` may be dialled again; the delay is the
 * wave's, else the table's. `null` when no delay applies: final outcomes, and those where an appointment
 * decides (`effects(key).appointment`). Hours are not looked at here, `mayDial` does that at the dial.
 */
export function retryAt(key: DispositionKey, at: Instant, rules: Pick<CallRules, "delays">): Instant | null {
  const entry = disposition(key);
  if (entry.phase === "final" || entry.effects?.includes("appointment")) return null;
  return later(at, (rules.delays[key] ?? entry.defaultDelayMinutes ?? 0) * minute);
}
