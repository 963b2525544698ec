// Makes a database ready for the server: durable settings, roles, migrations, all under one lock.

import { join } from "node:path";
import pg from "pg";
import type { Config } from "../config.ts";
import { OperatorError } from "../problems/operator-error.ts";
import { checkForServing, checkServer } from "./check-server.ts";
import { migrate } from "./migrate.ts";
import { ensureRoles } from "./roles.ts";

/** Any number; the same in every Fieldline server, so that one of them prepares while the others wait. */
const preparationLock = 5_481_120_701;

/**
 * Prepares the database at `url`; harmless to repeat, safe from several servers at once.
 * @param warn told of what a server can work with and an operator should know; commands go without
 * @returns the names of the migrations applied
 * @throws OperatorError with what an administrator must do
 */
export async function prepareDatabase(
  url: string,
  config: Pick<Config, "mode" | "root"> & Partial<Pick<Config, "unsafeDatabase">>,
  warn?: (sentence: string) => void,
): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    const { hostname, port, pathname } = new URL(url);
    const reason = (error as { code?: string }).code ?? (error as Error).message;
    throw new OperatorError(
      `The database at ${hostname}:${port || 5432}${pathname} cannot be reached (${reason}); check DATABASE_URL and that PostgreSQL runs.`,
    );
  }
  try {
    await checkServer(client, config, warn);
    if (warn) await checkForServing(client, warn);
    await client.query("SELECT pg_advisory_lock($1)", [preparationLock]);
    await ensureRoles(client);
    const applied = await migrate(url, join(config.root, "prisma/migrations"));
    return applied;
  } finally {
    await client.end();
  }
}
