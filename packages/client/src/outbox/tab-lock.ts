// Rights that only one tab of the browser has at a time.

export interface TabLock {
  /** Takes it at once from whoever holds it: another tab may be stopped, and hold it for ever. */
  readonly lead: () => void;
  /** Leaves it to the next tab. */
  readonly giveUp: () => void;
}

/**
 * Waits until no other tab holds the right, then holds it until `hold` ends or it is given up. A tab that it was taken
 * from hears that by `lost`, and waits for it again.
 */
export type TakeLock = (name: string, hold: (lost: AbortSignal) => Promise<void>) => TabLock;

/** By the browser, which frees the lock of a tab that dies. */
export const webLock: TakeLock = (name, hold) => {
  let over = false;
  let waiting = new AbortController();
  let held: AbortController | null = null;

  const ask = (steal: boolean): void => {
    waiting = new AbortController();
    const mine = new AbortController();
    const options = steal ? { steal } : { signal: waiting.signal };
    const asked = navigator.locks.request(name, options, () => {
      if (over) return;
      held = mine;
      return hold(mine.signal);
    });
    asked.catch(() => {
      mine.abort();
      if (held !== mine) return; // Given up while it waited.
      held = null;
      if (!over) ask(false);
    });
  };

  ask(false);
  return {
    lead() {
      if (held) return;
      waiting.abort();
      ask(true);
    },
    giveUp() {
      over = true;
      waiting.abort();
    },
  };
};

/** A right that another tab may take away. */
export interface StealableLock {
  /** Resolves when it is held; at once with `steal`, which takes it from whoever has it. */
  readonly take: (how: "ifFree" | "wait" | "steal") => Promise<boolean>;
  readonly isHeld: () => boolean;
  /** Also gives up waiting for it. */
  readonly leave: () => void;
}

/** @param onLost another tab has taken it */
export function stealableLock(name: string, onLost: () => void): StealableLock {
  let waiting = new AbortController();
  let held: { readonly free: () => void } | null = null;

  const leave = (): void => {
    waiting.abort();
    held?.free();
    held = null;
  };

  return {
    take(how) {
      leave();
      const mine = new AbortController();
      waiting = mine;
      const options = {
        ifFree: { ifAvailable: true },
        wait: { signal: mine.signal },
        steal: { steal: true },
      }[how];
      return new Promise((taken) => {
        let own: typeof held = null;
        const asked = navigator.locks.request(name, options, (lock) => {
          if (!lock || mine.signal.aborted) return taken(false);
          return new Promise<void>((free) => {
            own = { free };
            held = own;
            taken(true);
          });
        });
        asked.catch(() => {
          taken(false);
          if (own === null || held !== own) return;
          held = null;
          onLost();
        });
      });
    },
    isHeld: () => held !== null,
    leave,
  };
}
