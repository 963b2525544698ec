// Signing in to the embedded server: its superuser only prepares the user and the database the server works with.

import pg from "pg";
import { adminName } from "./cluster.ts";
import type { DatabasePasswords } from "./secrets.ts";

const serverName = "fieldline";

const admin = (port: number, password: string, database = "postgres") =>
  new pg.Client({
    host: "127.0.0.1",
    port,
    user: adminName,
    password,
    database,
    connectionTimeoutMillis: 5_000,
  });

/** The connection string of the server's own user. */
export const serverUrl = (port: number, password: string, database = serverName): string =>
  `postgresql://${serverName}:${password}@127.0.0.1:${port}/${database}`;

/** Whether the server answers under our own password, so that it is ours and not a stranger on the port. */
export async function isReady(port: number, password: string): Promise<boolean> {
  const client = admin(port, password);
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("SELECT 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** The user may make roles and databases, but is no superuser: what works here works on an external server too. */
export async function prepareLogin(port: number, passwords: DatabasePasswords): Promise<void> {
  const client = admin(port, passwords.admin);
  await client.connect();
  try {
    const role = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [serverName]);
    const word = role.rowCount === 0 ? "CREATE" : "ALTER";
    await client.query(
      `${word} ROLE ${serverName} LOGIN CREATEROLE CREATEDB PASSWORD ${pg.escapeLiteral(passwords.server)}`,
    );
    const database = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [serverName]);
    if (database.rowCount === 0) await client.query(`CREATE DATABASE ${serverName} OWNER ${serverName}`);
  } finally {
    await client.end();
  }
}
