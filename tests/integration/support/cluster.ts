// One PostgreSQL for a run of tests, with a migrated template database; stopped and removed at the end.

import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { prepareDatabase } from "../../../apps/server/src/platform/db/prepare.ts";
import { clusterIn } from "../../../apps/server/src/platform/postgres/cluster.ts";
import { startEmbedded } from "../../../apps/server/src/platform/postgres/embedded.ts";
import { serverUrl } from "../../../apps/server/src/platform/postgres/login.ts";
import { databasePasswords } from "../../../apps/server/src/platform/postgres/secrets.ts";
import { databaseUser } from "../../../apps/server/src/platform/postgres/system-user.ts";
import { ensureGenerated } from "../../../scripts/generate.ts";

export const templateName = "fieldline_template";

export interface TestCluster {
  readonly port: number;
  /** Password of the server's own user, who owns every test database. */
  readonly password: string;
  readonly adminPassword: string;
}

declare module "vitest" {
  export interface ProvidedContext {
    cluster: TestCluster;
  }
}

/** Tests kill processes, not machines: what they check never needs the disk to be reached. */
const fast = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "400" };

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await ensureGenerated();
  const dir = mkdtempSync(join(tmpdir(), `fieldline-test-${randomBytes(3).toString("hex")}-`));
  chmodSync(dir, 0o711);
  const server = await startEmbedded(clusterIn(dir, databaseUser()), { settings: fast });
  const passwords = databasePasswords(dir);
  const owner = new pg.Client({ connectionString: server.url });
  await owner.connect();
  await owner.query(`CREATE DATABASE ${templateName}`);
  await owner.end();
  const root = resolve(import.meta.dirname, "../../..");
  await prepareDatabase(serverUrl(server.port, passwords.server, templateName), { mode: "test", root });
  project.provide("cluster", {
    port: server.port,
    password: passwords.server,
    adminPassword: passwords.admin,
  });
  return async () => {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  };
}
