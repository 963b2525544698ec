// One tick a second for all clocks of a page, so that two hundred of them cost one timer and one drawing.

import { useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function listen(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const tell of listeners) tell();
  }, 1_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

const thisSecond = (): number => Math.floor(Date.now() / 1_000) * 1_000;

/** This computer's time in milliseconds since 1970, whole seconds. */
export const useSecond = (): number => useSyncExternalStore(listen, thisSecond);
