// The application a second time, on the same database, with every line of its log caught.

import type { FastifyInstance } from "fastify";
import { afterAll } from "vitest";
import { buildApp } from "../../../../apps/server/src/app.ts";
import { createLogger } from "../../../../apps/server/src/platform/logger.ts";
import { openPlatform, type Platform } from "../../../../apps/server/src/platform/platform.ts";
import type { Field } from "../field.ts";

export interface Overheard {
  readonly app: FastifyInstance;
  readonly platform: Platform;
  /** Every line so far, of every level. */
  readonly log: readonly string[];
}

export async function overheard(field: Pick<Field, "platform" | "url">): Promise<Overheard> {
  const { config, keys, clock } = field.platform;
  const log: string[] = [];
  const logger = createLogger("debug", { write: (line) => void log.push(line) });
  const platform = openPlatform({ config, url: field.url, keys, logger, clock });
  const app = await buildApp(platform);
  afterAll(async () => {
    await app.close();
    await platform.close();
  });
  return { app, platform, log };
}
