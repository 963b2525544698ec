// How the process ends: the first signal finishes what runs, the second one leaves at once.

import { sentenceOf } from "./problems/operator-error.ts";

/** Steps to take on the way out, the last one added first. */
export interface Closing {
  add(step: () => Promise<void>): void;
  /** Takes every step, also after one that failed. @throws what the first failure was */
  run(): Promise<void>;
}

export function closing(): Closing {
  const steps: (() => Promise<void>)[] = [];
  return {
    add: (step) => void steps.push(step),
    run: async () => {
      const failures: unknown[] = [];
      for (let step = steps.pop(); step; step = steps.pop()) {
        await step().catch((error: unknown) => failures.push(error));
      }
      if (failures.length > 0) throw failures[0];
    },
  };
}

/** Installs the handlers before anything is started, so that a signal during the start is heeded too. */
export function onSignals(leave: () => Promise<void>): void {
  let leaving = false;
  const handle = (signal: NodeJS.Signals) => {
    if (leaving) process.exit(signal === "SIGINT" ? 130 : 143);
    leaving = true;
    leave().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${sentenceOf(error)}\n`);
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, handle);
}
