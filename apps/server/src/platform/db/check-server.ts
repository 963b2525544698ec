// Refuses a PostgreSQL that is too old, too small, at another time, or that acknowledges what it has not yet kept.

import type pg from "pg";
import type { Config } from "../config.ts";
import { OperatorError } from "../problems/operator-error.ts";
import { checkSkew, clockSkew } from "./clock-skew.ts";
import { connectionsNeeded } from "./pools.ts";

const oldest = 160_000;
const durable = ["fsync", "synchronous_commit", "full_page_writes"];

/**
 * @throws OperatorError for an old server, and in production for one with a durable setting off, unless it was said that
 *   this may be
 */
export async function checkServer(
  client: pg.Client,
  { mode, unsafeDatabase = false }: Pick<Config, "mode"> & Partial<Pick<Config, "unsafeDatabase">>,
  warn: (sentence: string) => void = () => {},
): Promise<void> {
  const { rows } = await client.query<{ name: string; setting: string }>(
    "SELECT name, setting FROM pg_settings WHERE name = ANY($1)",
    [[...durable, "server_version_num", "server_encoding"]],
  );
  const setting = (name: string) => rows.find((row) => row.name === name)?.setting ?? "";
  if (Number(setting("server_version_num")) < oldest) {
    throw new OperatorError("Fieldline needs PostgreSQL 16 or newer.");
  }
  if (setting("server_encoding") !== "UTF8") {
    throw new OperatorError(
      `The database must be in UTF8, not ${setting("server_encoding")}; make a new one with CREATE DATABASE … ENCODING 'UTF8'.`,
    );
  }
  const off = durable.filter((name) => setting(name) === "off");
  if (off.length === 0 || mode !== "production") return;
  const fact = `PostgreSQL runs with ${off.join(" and ")} off, so acknowledged answers could be lost`;
  if (!unsafeDatabase) throw new OperatorError(`${fact}; turn it on.`);
  warn(`${fact}; ALLOW_UNSAFE_DATABASE lets it.`);
}

/**
 * What only a server needs that stays: a clock like the database's, and connections enough.
 * @throws OperatorError
 */
export async function checkForServing(client: pg.Client, warn: (sentence: string) => void): Promise<void> {
  const skew = checkSkew(await clockSkew(client));
  if (skew) warn(skew);
  const { rows } = await client.query<{ allowed: number }>(
    `SELECT least(
       current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
         - current_setting('reserved_connections')::int,
       nullif((SELECT rolconnlimit FROM pg_roles WHERE rolname = current_user), -1),
       nullif((SELECT datconnlimit FROM pg_database WHERE datname = current_database()), -1)) AS allowed`,
  );
  const allowed = rows[0]?.allowed ?? 0;
  if (allowed >= connectionsNeeded) return;
  throw new OperatorError(
    `PostgreSQL allows ${allowed} connections, and one server needs ${connectionsNeeded}; raise max_connections, or the limit of the user or database.`,
  );
}
