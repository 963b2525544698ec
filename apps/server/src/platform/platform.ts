// What every module of the server is handed: configuration, clock, keys, logger, database, runner.

import { type MachineClock, systemClock } from "./clocks.ts";
import type { Config, Keys } from "./config.ts";
import { type Database, openDatabase, type Patience } from "./db/database.ts";
import type { Reach } from "./faults.ts";
import type { Logger } from "./logger.ts";
import { createRunner, type Runner } from "./runner.ts";

export interface Platform extends Runner {
  readonly config: Config;
  readonly clock: MachineClock;
  readonly keys: Keys;
  readonly logger: Logger;
  readonly database: Database;
  close(): Promise<void>;
}

export interface PlatformParts {
  readonly config: Config;
  /** Connection string of a prepared database. */
  readonly url: string;
  readonly keys: Keys;
  readonly logger: Logger;
  readonly clock?: MachineClock;
  /** How long a transaction may take; that of a request unless told otherwise. */
  readonly patience?: Patience;
  /** Handed in by the rig of faults. */
  readonly reach?: Reach | undefined;
}

export function openPlatform(parts: PlatformParts): Platform {
  const { config, url, keys, logger, clock = systemClock, patience, reach } = parts;
  const onConnectionError = (error: Error) => logger.warn({ err: error }, "a database connection broke");
  const database = openDatabase(url, { onConnectionError, reach, ...(patience ? { patience } : {}) });
  const runner = createRunner({ database, clock, hashKey: keys.hash });
  return { ...runner, config, clock, keys, logger, database, close: () => database.close() };
}
