// The ground of a benchmark: a database of its own whose commits are durable, and a server's platform on it.

import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import pg from "pg";
import type { Platform } from "../../../apps/server/src/platform/platform.ts";
import { ensureGenerated } from "../../../scripts/generate.ts";

await ensureGenerated();
const { readConfig } = await import("../../../apps/server/src/platform/config.ts");
const { prepareDatabase } = await import("../../../apps/server/src/platform/db/prepare.ts");
const { createLogger } = await import("../../../apps/server/src/platform/logger.ts");
const { openPlatform } = await import("../../../apps/server/src/platform/platform.ts");
const { clusterIn } = await import("../../../apps/server/src/platform/postgres/cluster.ts");
const { startEmbedded } = await import("../../../apps/server/src/platform/postgres/embedded.ts");

export interface Ground {
  readonly url: string;
  readonly platform: Platform;
  /** Connections of the benchmark's own, one for each of its clients. */
  readonly pool: pg.Pool;
  /** The keys of the platform, for another server on the same database. */
  readonly keys: { readonly HASH_KEY: string; readonly ENCRYPTION_KEY: string };
  end(): Promise<void>;
}

/** The settings that make a commit durable stay as PostgreSQL has them: on. */
export async function startGround(clients: number): Promise<Ground> {
  const root = resolve(import.meta.dirname, "../../..");
  const dir = mkdtempSync(join(tmpdir(), "fieldline-bench-"));
  chmodSync(dir, 0o711);
  const server = await startEmbedded(clusterIn(dir));
  await prepareDatabase(server.url, { mode: "test", root });
  const keys = { hash: new Uint8Array(32).fill(1), encryption: new Uint8Array(32).fill(2) };
  const config = readConfig({ NODE_ENV: "test", LOG_LEVEL: "silent" });
  const platform = openPlatform({ config, url: server.url, keys, logger: createLogger("silent") });
  const pool = new pg.Pool({ connectionString: server.url, max: clients });
  pool.on("error", () => {});
  await Promise.all(Array.from({ length: clients }, () => pool.query("select pg_sleep(0.05)")));
  return {
    url: server.url,
    platform,
    pool,
    keys: { HASH_KEY: "01".repeat(32), ENCRYPTION_KEY: "02".repeat(32) },
    end: async () => {
      await pool.end();
      await platform.close();
      await server.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
