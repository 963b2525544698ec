// A database of its own for each test file, made from the template, and a check that nothing stays connected.

import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { serverUrl } from "../../../apps/server/src/platform/postgres/login.ts";
import { templateName } from "./cluster.ts";

async function asOwner<Value>(work: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const { port, password } = inject("cluster");
  const client = new pg.Client({ connectionString: serverUrl(port, password) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** An empty migrated database (or a quite empty one) that somebody must drop. */
export async function createDatabase(from = templateName): Promise<{ name: string; url: string }> {
  const { port, password } = inject("cluster");
  const name = `t_${randomBytes(6).toString("hex")}`;
  await asOwner((client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${from}`));
  return { name, url: serverUrl(port, password, name) };
}

/** Drops the database; @throws where somebody is still connected to it, for then a test leaked a connection. */
export async function dropDatabase(name: string): Promise<void> {
  await asOwner(async (client) => {
    for (let attempt = 1; ; attempt++) {
      const { rows } = await client.query<{ query: string }>(
        "SELECT query FROM pg_stat_activity WHERE datname = $1 AND backend_type = 'client backend'",
        [name],
      );
      if (rows.length === 0) break;
      if (attempt === 20) {
        await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
        throw new Error(`A test left ${rows.length} connections open; the last statement: ${rows[0]?.query}`);
      }
      await pause(50);
    }
    await client.query(`DROP DATABASE ${name}`);
  });
}

/**
 * Call at the top of a test file: a database from the template, dropped after the file's own `afterAll` hooks.
 * @returns its connection string
 */
export async function freshDatabase(): Promise<string> {
  const { name, url } = await createDatabase();
  afterAll(() => dropDatabase(name));
  return url;
}
