// For operators' commands: a prepared database and the platform on it, and everything put away afterwards.

import { type Config, readConfig } from "./config.ts";
import { patienceOfOperators } from "./db/database.ts";
import { prepareDatabase } from "./db/prepare.ts";
import { createLogger } from "./logger.ts";
import { openPlatform, type Platform } from "./platform.ts";
import { borrowDatabase } from "./serve-database.ts";

/** Uses the running server's database if there is one; otherwise starts it for the time of `work`. */
export async function withPlatform<Value>(
  work: (platform: Platform) => Promise<Value>,
  config: Config = readConfig(),
): Promise<Value> {
  const served = await borrowDatabase(config);
  try {
    await prepareDatabase(served.url, config);
    const logger = createLogger("warn");
    const patience = patienceOfOperators;
    const platform = openPlatform({ config, url: served.url, keys: served.keys, logger, patience });
    try {
      return await work(platform);
    } finally {
      await platform.close();
    }
  } finally {
    await served.stop();
  }
}
