// A server from start to end: database, migrations, application, port; and all of it put away in order.

import type { FastifyInstance } from "fastify";
import { checkDisk, checkRuntime, watchDisk } from "./check-machine.ts";
import type { MachineClock } from "./clocks.ts";
import type { Config } from "./config.ts";
import { prepareDatabase } from "./db/prepare.ts";
import type { Reach } from "./faults.ts";
import { listen } from "./listen.ts";
import { createLogger } from "./logger.ts";
import { openPlatform, type Platform } from "./platform.ts";
import { closing } from "./process-end.ts";
import { serveDatabase } from "./serve-database.ts";

export interface Serving {
  readonly config: Config;
  /** Builds the application with all its routes, without listening. */
  readonly build: (platform: Platform) => Promise<FastifyInstance>;
  /** Set-up of an empty database, before the port opens. */
  readonly firstRun?: (platform: Platform) => Promise<void>;
  /** What runs in the background once the port is open; returns what stops it. */
  readonly duties?: (platform: Platform) => () => Promise<void>;
  /** The computer's own clock unless another one is handed in. */
  readonly clock?: MachineClock;
  /** Handed in by the rig of faults, and by nobody else. */
  readonly reach?: Reach;
  /** Says something to the operator. */
  readonly say: (line: string) => void;
}

/**
 * Starts a server.
 * @returns what ends it: no case is handed out any more, what desks have under way goes on for a little, then the port
 *   and the database are closed
 * @throws OperatorError when it cannot start; what had been started is stopped again
 */
export async function serve(serving: Serving): Promise<() => Promise<void>> {
  const { config, build, firstRun, duties, clock, reach, say } = serving;
  const logger = createLogger(config.logLevel);
  const end = closing();
  try {
    const onRestart = () => logger.error("the database died and is started again");
    checkRuntime();
    const served = await serveDatabase(config, { onRestart });
    end.add(() => served.stop());
    if (served.hadLeftover) say("A database process of an earlier run was stopped.");
    const warn = (sentence: string) => say(`Warning: ${sentence}`);
    await checkDisk(served.dataDir, warn);
    const applied = await prepareDatabase(served.url, config, warn);
    if (applied.length > 0) logger.info({ migrations: applied }, "database migrated");
    const platform = openPlatform({
      config,
      url: served.url,
      keys: served.keys,
      logger,
      reach,
      ...(clock ? { clock } : {}),
    });
    end.add(() => platform.close());
    await firstRun?.(platform);
    const app = await build(platform);
    end.add(async () => {
      await app.whenQuiet(config.drainMs);
      await app.close();
    });
    const base = await listen(app, config);
    if (duties) end.add(duties(platform));
    end.add(watchDisk(served.dataDir, logger));
    end.add(async () => app.drain());
    say(`Console   ${base}/`);
    say(`Monitor   ${base}/monitor/`);
    if (served.dataDir) say(`Data      ${served.dataDir}`);
  } catch (error) {
    await end.run().catch(() => {});
    throw error;
  }
  return () => end.run();
}
