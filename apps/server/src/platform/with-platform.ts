// For operators' commands: a prepared database and the platform on it, and everything put away afterwards.

import { type Config, type Keys, readConfig } from "./config.ts";
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
    return await withPlatformOn({ url: served.url, keys: served.keys, config }, work);
  } finally {
    await served.stop();
  }
}

/** The platform on a prepared database, with the patience of an operator. */
export async function withPlatformOn<Value>(
  { url, keys, config }: { readonly url: string; readonly keys: Keys; readonly config: Config },
  work: (platform: Platform) => Promise<Value>,
): Promise<Value> {
  const logger = createLogger("warn");
  const platform = openPlatform({ config, url, keys, logger, patience: patienceOfOperators });
  try {
    return await work(platform);
  } finally {
    await platform.close();
  }
}
