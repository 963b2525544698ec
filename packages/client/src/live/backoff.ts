// How long a page waits before it tries to connect again.

const firstMs = 500;
const longestMs = 10_000;

/**
 * Milliseconds before try `tries` (from 0), twice as long each time up to ten seconds, and between half and one and a
 * half times that: when a server goes, its pages come to the next one spread out.
 */
export const pauseBefore = (tries: number, random: () => number): number =>
  Math.round(Math.min(longestMs, firstMs * 2 ** tries) * (0.5 + random()));
