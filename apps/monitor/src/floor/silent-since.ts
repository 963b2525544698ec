// When a desk has been silent for so long that a supervisor should know.

import type { DeskRow } from "@fieldline/protocol";

/** A desk with a case gives a sign of life every half minute; what the floor knows of it is up to a minute old. */
const silentAfterMs = 2 * 60_000;

/** Machine time of the last sign of life of a desk gone silent, in milliseconds since 1970; `null` of any other. */
export function silentSince({ lastSeen }: DeskRow, now: number): number | null {
  if (lastSeen === null) return null;
  const at = Date.parse(lastSeen);
  return now - at > silentAfterMs ? at : null;
}
