// How far the figures on a screen may be trusted to be those of this moment.

import type { Phase } from "@fieldline/client";

/**
 * `opening`: the page is young and has an answer, the live connection is coming. `live`: changes are pushed.
 * `polled`: no live connection, but the server answers when it is asked. `stale`: neither.
 */
export type Freshness = "opening" | "live" | "polled" | "stale";

export const pollEveryMs = 5_000;
const oldAfterMs = 2 * pollEveryMs;
const youngMs = 3_000;

interface Sources {
  readonly phase: Phase;
  /** When the last answer came, by this computer's clock, in milliseconds since 1970; the other times by the same. */
  readonly answeredAt: number;
  /** The question asked last found no answer, or a refusal. */
  readonly failed: boolean;
  readonly openedAt: number;
  readonly now: number;
}

/** A clock set back says nothing about how old an answer is, so that counts as stale, too. */
export function freshnessOf({ phase, answeredAt, failed, openedAt, now }: Sources): Freshness {
  if (phase === "live") return "live";
  const age = now - answeredAt;
  if (failed || age > oldAfterMs || age <= -oldAfterMs) return "stale";
  return phase === "connecting" && Math.abs(now - openedAt) < youngMs ? "opening" : "polled";
}
