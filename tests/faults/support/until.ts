// Waiting for a condition, never for a time.

import { setTimeout as pause } from "node:timers/promises";

/** @throws what it waited for, when it does not come; a condition that throws does not hold yet */
export async function until(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  seconds = 30,
): Promise<void> {
  const end = performance.now() + seconds * 1_000;
  let last: unknown = "it never was so";
  for (;;) {
    try {
      if (await isSo()) return;
    } catch (error) {
      last = error;
    }
    if (performance.now() > end) throw new Error(`In vain: ${what} (${String(last)}).`);
    await pause(20);
  }
}
