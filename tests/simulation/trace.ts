// What happened in a run, one canonical line an event: the same seed gives the same bytes.

import { createHash } from "node:crypto";

export interface Trace {
  readonly say: (who: string, what: string) => void;
  readonly lines: readonly string[];
  readonly digest: () => string;
}

export function traceOf(now: () => number): Trace {
  const lines: string[] = [];
  return {
    say: (who, what) => {
      lines.push(`${new Date(now()).toISOString()} ${who} ${what}`);
    },
    lines,
    digest: () => createHash("sha256").update(lines.join("\n")).digest("hex"),
  };
}

/** An invariant does not hold; the run ends here. */
export class Violation extends Error {
  readonly invariant: string;
  constructor(invariant: string, what: string) {
    super(`${invariant}: ${what}`);
    this.invariant = invariant;
  }
}

export function must(holds: boolean, invariant: string, what: () => string): asserts holds {
  if (!holds) throw new Violation(invariant, what());
}
