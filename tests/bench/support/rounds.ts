// Rounds of a benchmark: many clients, each as fast as it is answered, for a while.

import { setTimeout as pause } from "node:timers/promises";

/** So many pieces of work a second, from all clients together. A client whose work answers false has none left. */
export async function perSecond(
  clients: number,
  forMs: number,
  work: (client: number) => Promise<unknown>,
): Promise<number> {
  let done = 0;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (performance.now() - start < forMs) {
        await work(client);
        done++;
      }
    }),
  );
  const seconds = (performance.now() - start) / 1_000;
  await pause(100);
  return done / seconds;
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** The value below which that part of all values lies. */
export function quantile(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? Number.NaN;
}

export const ratio = (value: number): number => Number(value.toPrecision(3));
