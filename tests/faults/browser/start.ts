// Plays rounds of browser faults, on the same ground as the browser tests.

import { join } from "node:path";
import { startVitest } from "vitest/node";

export interface BrowserRounds {
  readonly from: number;
  readonly rounds: number;
  readonly seed: number;
}

/** @returns whether everything held */
export async function playBrowserRounds({ from, rounds, seed }: BrowserRounds): Promise<boolean> {
  const root = join(import.meta.dirname, "../../..");
  Object.assign(process.env, {
    FAULTS_FROM: String(from),
    FAULTS_ROUNDS: String(rounds),
    FAULTS_SEED: String(seed),
  });
  const vitest = await startVitest("test", [], {
    root,
    config: false,
    watch: false,
    reporters: ["verbose"],
    include: ["tests/faults/browser-rounds.ts"],
    globalSetup: ["tests/integration/support/cluster.ts", "tests/browser/support/pages.ts"],
    pool: "forks",
    maxWorkers: 1,
    testTimeout: 300_000,
    hookTimeout: 120_000,
  });
  const held = vitest.state.getCountOfFailedTests() === 0 && vitest.state.getUnhandledErrors().length === 0;
  await vitest.close();
  return held && process.exitCode !== 1;
}
