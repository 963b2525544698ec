// When figures on a screen count as live.

const staleAfterMs = 10_000;

interface Hearing {
  /** When the last answer came, by this computer's clock, in milliseconds since 1970; `now` by the same. */
  readonly heardAt: number;
  /** The question asked last found no answer, or a refusal. */
  readonly failed: boolean;
  readonly now: number;
}

/** A clock set back says nothing about how old an answer is, so it counts as stale, too. */
export function isLive({ heardAt, failed, now }: Hearing): boolean {
  const age = now - heardAt;
  return !failed && age <= staleAfterMs && age > -staleAfterMs;
}
