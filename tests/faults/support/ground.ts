// The ground of a run: a PostgreSQL of its own that can be killed and filled, with an empty migrated database.

import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { instant } from "@fieldline/kernel";
import pg from "pg";
import { readConfig } from "../../../apps/server/src/platform/config.ts";
import { prepareDatabase } from "../../../apps/server/src/platform/db/prepare.ts";
import { createLogger } from "../../../apps/server/src/platform/logger.ts";
import { openPlatform, type Platform } from "../../../apps/server/src/platform/platform.ts";
import { clusterIn } from "../../../apps/server/src/platform/postgres/cluster.ts";
import { startEmbedded } from "../../../apps/server/src/platform/postgres/embedded.ts";
import { runningServer } from "../../../apps/server/src/platform/postgres/leftover.ts";
import { serverUrl } from "../../../apps/server/src/platform/postgres/login.ts";
import { databasePasswords } from "../../../apps/server/src/platform/postgres/secrets.ts";
import { databaseUser } from "../../../apps/server/src/platform/postgres/system-user.ts";
import { type DiskKind, diskAt } from "./disk.ts";
import { until } from "./until.ts";

export interface Ground {
  readonly disk: DiskKind;
  /** Settings under which a server process works with the database. */
  readonly settings: Readonly<Record<string, string>>;
  /** A database made afresh from the migrated template; what worked with the one before is to be stopped first. */
  fresh(sql?: string): Promise<void>;
  readonly url: () => string;
  /** @param ahead milliseconds by which its machine time is ahead */
  platform<Value>(work: (platform: Platform) => Promise<Value>, ahead?: number): Promise<Value>;
  /** One connection past every role, for the rig's own looks. Waits until the database answers. */
  query<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  pool<Value>(work: (pool: pg.Pool) => Promise<Value>): Promise<Value>;
  postmaster(): number;
  fillDisk(): void;
  freeDisk(): void;
  end(): Promise<void>;
}

const hex = { HASH_KEY: "11".repeat(32), ENCRYPTION_KEY: "22".repeat(32) };
const template = "fieldline_template";

/** Commits are durable, as PostgreSQL has it; it is up again after each of its deaths. */
export async function startGround(): Promise<Ground> {
  const config = readConfig({ NODE_ENV: "test", LOG_LEVEL: "silent", ...hex });
  const root = mkdtempSync(join(tmpdir(), "fieldline-faults-"));
  const dir = join(root, "disk");
  mkdirSync(dir);
  for (const folder of [root, dir]) chmodSync(folder, 0o711);
  const disk = diskAt(dir);
  const cluster = clusterIn(dir, databaseUser());
  const settings = { max_wal_size: "96MB", min_wal_size: "32MB", max_connections: "150" };
  const server = await startEmbedded(cluster, { settings });
  const url = (name?: string) => serverUrl(server.port, databasePasswords(dir).server, name);
  const asOwner = async (...texts: readonly string[]) => {
    const client = new pg.Client({ connectionString: url() });
    await client.connect();
    for (const text of texts) await client.query(text);
    await client.end();
  };
  const removeAll = () => {
    disk.unmount();
    rmSync(root, { recursive: true, force: true });
  };
  process.once("exit", removeAll);
  await asOwner(`create database ${template}`);
  await prepareDatabase(url(template), { mode: "test", root: config.root });

  let serial = 0;
  let name = template;
  const pool = async <Value>(work: (pool: pg.Pool) => Promise<Value>): Promise<Value> => {
    const own = new pg.Pool({ connectionString: url(name), max: 4 });
    own.on("error", () => {});
    try {
      await until("the database answers", async () => {
        await own.query("select 1");
        return true;
      });
      return await work(own);
    } finally {
      await own.end();
    }
  };
  const postmaster = () => runningServer(cluster)?.pid ?? 0;
  const processes = () => {
    const pid = postmaster();
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ");
    return [pid, ...children.map(Number).filter((child) => child > 0)];
  };
  return {
    disk: disk.kind,
    settings: { ...hex, NODE_ENV: "test", LOG_LEVEL: "silent", DRAIN_SECONDS: "1" },
    fresh: async (sql) => {
      const before = name;
      name = `faults_${++serial}`;
      await asOwner(`create database ${name} template ${template}`);
      if (before !== template) await asOwner(`drop database ${before} with (force)`);
      if (sql) await pool((own) => own.query(sql));
    },
    url: () => url(name),
    platform: async (work, ahead = 0) => {
      const clock = { now: () => instant(Date.now() + ahead) };
      const keys = {
        hash: Buffer.from(hex.HASH_KEY, "hex"),
        encryption: Buffer.from(hex.ENCRYPTION_KEY, "hex"),
      };
      const platform = openPlatform({ config, url: url(name), keys, clock, logger: createLogger("silent") });
      try {
        return await work(platform);
      } finally {
        await platform.close();
      }
    },
    query: <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) =>
      pool(async (own) => (await own.query<Row>(text, [...values])).rows),
    pool,
    postmaster,
    fillDisk: () => disk.fill(processes()),
    freeDisk: () => disk.free(processes()),
    end: async () => {
      disk.free(postmaster() > 0 ? processes() : []);
      await server.stop();
      process.off("exit", removeAll);
      removeAll();
    },
  };
}
