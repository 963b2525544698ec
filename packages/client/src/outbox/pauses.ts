// How long the outbox waits before it tries again.

const firstMs = 500;
const longestMs = 8_000;
/** Signing in hurries the outbox; asking before that would only be denied. */
const signedOutMs = 60_000;

export interface Failed {
  /** How often in a row it has failed before. */
  readonly tries: number;
  readonly signedOut: boolean;
  /** What the server asked for, in milliseconds; 0 where it asked for nothing. */
  readonly askedMs: number;
}

/** Milliseconds: twice as long each time up to eight seconds, spread between half of that and all of it. */
export function pauseAfter({ tries, signedOut, askedMs }: Failed, random: () => number): number {
  if (signedOut) return signedOutMs;
  const longest = Math.min(longestMs, firstMs * 2 ** Math.min(tries, 10));
  return Math.round(Math.max(askedMs, longest * (0.5 + random() / 2)));
}
