// Keys of a field that is left by Enter or Esc.

import type { KeyboardEvent } from "react";

export interface EntryKeys {
  readonly onTake: () => void;
  readonly onCancel: () => void;
}

/** A key held down counts once, the Enter that ends a composed letter not at all; Shift+Enter stays a new line. */
export const entryKeys =
  ({ onTake, onCancel }: EntryKeys) =>
  (press: KeyboardEvent): void => {
    const takes = press.key === "Enter" && !press.shiftKey && !press.nativeEvent.isComposing;
    if (!takes && press.key !== "Escape") return;
    press.preventDefault();
    if (press.repeat) return;
    if (takes) onTake();
    else onCancel();
  };
