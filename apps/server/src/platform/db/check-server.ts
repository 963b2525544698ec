// Refuses a PostgreSQL that is too old, or that acknowledges what it has not yet kept.

import type pg from "pg";
import type { Config } from "../config.ts";
import { OperatorError } from "../problems/operator-error.ts";

const oldest = 160_000;
const durable = ["fsync", "synchronous_commit", "full_page_writes"];

/** @throws OperatorError for an old server, and in production for one with a durable setting off */
export async function checkServer(client: pg.Client, mode: Config["mode"]): Promise<void> {
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
  if (off.length > 0 && mode === "production") {
    throw new OperatorError(
      `PostgreSQL runs with ${off.join(" and ")} off, so acknowledged answers could be lost; turn it on.`,
    );
  }
}
