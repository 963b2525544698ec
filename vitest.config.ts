// Four kinds of tests: rules by themselves, the server on a real PostgreSQL, the pages in a real browser, all under faults.

import { defineConfig } from "vitest/config";

const CLUSTER = "tests/integration/support/cluster.ts";

export default defineConfig({
  test: {
    allowOnly: false,
    passWithNoTests: false,
    projects: [
      {
        test: {
          name: "unit",
          include: [
            "packages/*/src/**/*.test.{ts,tsx}",
            "apps/*/src/**/*.test.{ts,tsx}",
            "tests/architecture/**/*.test.ts",
            "tests/simulation/**/*.test.ts",
          ],
          maxWorkers: 2,
          testTimeout: 20_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: [CLUSTER],
          pool: "forks",
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: "browser",
          /** Files of one worker share what they import: loading the server anew for each takes long. */
          isolate: false,
          include: ["tests/browser/**/*.test.ts"],
          globalSetup: [CLUSTER, "tests/browser/support/pages.ts"],
          pool: "forks",
          /** Two cores serve three: an interviewer waits for a line to be answered more than for a machine. */
          maxWorkers: 3,
          testTimeout: 180_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: "faults",
          include: ["tests/faults/**/*.test.ts"],
          pool: "forks",
          maxWorkers: 2,
          testTimeout: 240_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
