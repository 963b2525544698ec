// A platform on a database of its own, with a clock that stands where the test puts it.

import { type Instant, instant, later } from "@fieldline/kernel";
import { afterAll } from "vitest";
import type { MachineClock } from "../../../apps/server/src/platform/clocks.ts";
import { type Config, readConfig } from "../../../apps/server/src/platform/config.ts";
import { createLogger } from "../../../apps/server/src/platform/logger.ts";
import { openPlatform, type Platform } from "../../../apps/server/src/platform/platform.ts";
import { freshDatabase } from "./database.ts";

export interface TestClock extends MachineClock {
  set(at: Instant): void;
  forward(ms: number): void;
}

/** Stands still until it is moved. */
function testClock(start = "2026-03-02T09:00:00Z"): TestClock {
  let at = instant(Date.parse(start));
  return {
    now: () => at,
    set: (to) => {
      at = to;
    },
    forward: (ms) => {
      at = later(at, ms);
    },
  };
}

/** Runs on like the computer's own, from wherever it is moved to. */
export function runningClock(): TestClock {
  let ahead = 0;
  return {
    now: () => instant(Date.now() + ahead),
    set: (to) => {
      ahead = to - Date.now();
    },
    forward: (ms) => {
      ahead += ms;
    },
  };
}

export const testConfig = (): Config =>
  readConfig({
    NODE_ENV: "test",
    PORT: "0",
    LOG_LEVEL: "silent",
    HASH_KEY: "11".repeat(32),
    ENCRYPTION_KEY: "22".repeat(32),
  });

/** Call at the top of a test file. The platform is closed, and the database dropped, after its tests. */
export async function freshPlatform(
  clock: TestClock = testClock(),
): Promise<{ platform: Platform; clock: TestClock; url: string }> {
  const url = await freshDatabase();
  const config = testConfig();
  if (!config.keys) throw new Error("the test configuration has keys");
  const logger = createLogger(config.logLevel);
  const platform = openPlatform({ config, url, keys: config.keys, logger, clock });
  afterAll(() => platform.close());
  return { platform, clock, url };
}
