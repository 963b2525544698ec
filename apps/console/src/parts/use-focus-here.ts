// Moves the focus to what has just appeared, so that it is announced, and gives it back when it goes.

import { useEffect, useRef } from "react";

/** `shown` names what is shown; the focus comes again when it changes, unless it is already inside. */
export function useFocusHere<Box extends HTMLElement>(shown: string | null) {
  const box = useRef<Box>(null);
  const before = useRef<Element | null>(null);
  useEffect(() => {
    if (shown === null) return;
    const here = box.current;
    if (here?.contains(document.activeElement)) return;
    before.current ??= document.activeElement;
    here?.focus({ preventScroll: true });
    here?.scrollIntoView({ block: "nearest" });
  }, [shown]);
  useEffect(
    () => () => {
      if (before.current instanceof HTMLElement && before.current.isConnected) {
        before.current.focus({ preventScroll: true });
      }
    },
    [],
  );
  return box;
}
