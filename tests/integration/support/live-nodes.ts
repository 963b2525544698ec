// Servers that listen on a port, so that sockets can be opened to them; each with a pool of its own on one database.

import { afterAll } from "vitest";
import { buildApp } from "../../../apps/server/src/app.ts";
import type { Config } from "../../../apps/server/src/platform/config.ts";
import { startSequencer } from "../../../apps/server/src/platform/live/sequencer.ts";
import { openPlatform, type Platform } from "../../../apps/server/src/platform/platform.ts";
import type { Field } from "./field.ts";

export interface LiveNode {
  readonly base: string;
  readonly platform: Platform;
  /** Leaves as a server does that is told to end. */
  leave(): Promise<void>;
}

const atAnyPort = { host: "127.0.0.1", port: 0 };

/** Another server beside the field's own, which shares nothing with it but database and keys. */
export async function liveNode(field: Field, settings: Partial<Config> = {}): Promise<LiveNode> {
  const { keys, logger, clock } = field.platform;
  const config = { ...field.platform.config, ...settings };
  const platform = openPlatform({ config, url: field.url, keys, logger, clock });
  const app = await buildApp(platform);
  const base = await app.listen(atAnyPort);
  let left: Promise<void> | undefined;
  const leave = () => {
    left ??= (async () => {
      app.drain();
      await app.close();
      await platform.close();
    })();
    return left;
  };
  afterAll(leave);
  return { base, platform, leave };
}

/** Call at the top of a test file: the sequencer of a server, for as long as its tests run. */
export function sequencing(platform: Platform): void {
  afterAll(startSequencer(platform));
}
