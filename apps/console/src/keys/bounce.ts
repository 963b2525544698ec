// A key that bounces: the second press of one push, which must not answer the next question.

/** A press of the same key sooner than this after the one that changed the screen is not meant. */
const bounceMs = 150;
/** A double click is meant as one; computers take up to half a second for one. */
const doubleClickMs = 500;
/** In place of a key: the mouse. */
export const pointer = "pointer";

/**
 * Remembers the press that changed the screen. Only a press of the same key, at a screen where nothing has
 * been typed yet, is taken for a bounce; digits inside a number or a code never are.
 */
export function bounceGuard() {
  let changedBy = "";
  let changedAt = Number.NEGATIVE_INFINITY;
  return {
    screenChanged(key: string, at: number): void {
      changedBy = key;
      changedAt = at;
    },
    isBounce: (key: string, at: number, entry: string): boolean =>
      entry === "" && key === changedBy && at - changedAt < (key === pointer ? doubleClickMs : bounceMs),
  };
}
