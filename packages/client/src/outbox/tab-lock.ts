// Rights that only one tab of the browser has at a time.

export interface TabLock {
  /** Leaves it to the next tab. */
  readonly giveUp: () => void;
}

/** Waits until no other tab holds the right, then holds it until `hold` ends or it is given up. */
export type TakeLock = (name: string, hold: () => Promise<void>) => TabLock;

/** By the browser, which frees the lock of a tab that dies. */
export const webLock: TakeLock = (name, hold) => {
  const waiting = new AbortController();
  void navigator.locks.request(name, { signal: waiting.signal }, hold).catch(() => {
    // Given up while it waited.
  });
  return { giveUp: () => waiting.abort() };
};

/** A right that another tab may take away. */
export interface StealableLock {
  /** Resolves when it is held; at once with `steal`, which takes it from whoever has it. */
  readonly take: (how: "ifFree" | "wait" | "steal") => Promise<boolean>;
  readonly leave: () => void;
}

/** @param onLost another tab has taken it */
export function stealableLock(name: string, onLost: () => void): StealableLock {
  let leave = (): void => {};
  return {
    take(how) {
      leave();
      return new Promise((held) => {
        const options = how === "ifFree" ? { ifAvailable: true } : { steal: how === "steal" };
        const asked = navigator.locks.request(name, options, (lock) => {
          held(lock !== null);
          if (!lock) return null;
          return new Promise<void>((resolve) => {
            leave = resolve;
          });
        });
        asked.catch(() => {
          held(false);
          onLost();
        });
      });
    },
    leave: () => leave(),
  };
}
