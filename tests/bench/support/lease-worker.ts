// A server process of the lease benchmark: its desks take cases one after the other, one in a hundred is killed with one.

import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { readConfig } from "../../../apps/server/src/platform/config.ts";
import { createLogger } from "../../../apps/server/src/platform/logger.ts";
import { openPlatform } from "../../../apps/server/src/platform/platform.ts";
import { takesIn } from "./takes.ts";

export interface Work {
  readonly url: string;
  readonly waveId: string;
  readonly studyId: string;
  readonly desks: number;
  readonly leases: number;
}

process.once("message", (work: Work) => {
  void run(work).then(() => process.disconnect());
});

/** As a console does it: a server that is busy is asked again in a moment. */
async function patiently(work: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if ((error as { problem?: { code?: string } }).problem?.code !== "server.busy") throw error;
      process.send?.({ busy: true });
      await pause(300);
    }
  }
}

async function run({ url, leases, desks, ...field }: Work): Promise<void> {
  const keys = { hash: new Uint8Array(32).fill(1), encryption: new Uint8Array(32).fill(2) };
  const config = readConfig({ NODE_ENV: "test", LOG_LEVEL: "silent" });
  const platform = openPlatform({ config, url, keys, logger: createLogger("silent") });
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  const takes = takesIn({ platform, pool }, { ...field, desks });
  let left = leases;
  const times = { whole: [] as number[], inside: [] as number[] };
  await Promise.all(
    Array.from({ length: desks }, async (_, desk) => {
      while (left-- > 0) {
        const kills = left % 100 === 0;
        await patiently(async () => {
          if (kills) process.send?.({ killed: await takes.killed(desk) });
          else await takes.take(desk, times);
        });
      }
    }),
  );
  await pool.end();
  await platform.close();
}
