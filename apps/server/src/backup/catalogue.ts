// What PostgreSQL's catalogue says of our two schemas: tables with their columns and keys, sequences, migrations.

import type pg from "pg";
import type { Head, Sequence, Table } from "./manifest.ts";

/** Made by the restore itself. */
const migrationsTable = "_prisma_migrations";
/** Whoever was signed in signs in again: what would let somebody in is not in a file. */
const leftOut = [migrationsTable, "session"];

const schemas = ["public", "contact"];

/** All tables of Fieldline, in an order that is always the same. */
export async function allTables(client: pg.ClientBase): Promise<readonly Table[]> {
  const { rows } = await client.query<Table>(
    `select n.nspname as schema, c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where n.nspname = any($1) and c.relkind = 'r' and c.relname <> $2
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by n.nspname, c.relname order by n.nspname, c.relname`,
    [schemas, migrationsTable],
  );
  return rows;
}

export const tablesKept = async (client: pg.ClientBase): Promise<readonly Table[]> =>
  (await allTables(client)).filter(({ name }) => !leftOut.includes(name));

/** Of a sequence it is enough that no number it gave before is given again. */
export async function sequencesOf(client: pg.ClientBase): Promise<readonly Sequence[]> {
  const { rows } = await client.query<{ schema: string; name: string }>(
    `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = any($1) and c.relkind = 'S' order by n.nspname, c.relname`,
    [schemas],
  );
  const found: Sequence[] = [];
  for (const { schema, name } of rows) {
    const now = await client.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from "${schema}"."${name}"`,
    );
    if (now.rows[0]) found.push({ schema, name, ...now.rows[0] });
  }
  return found;
}

/** Applied migrations in their order; null where Fieldline has never used the database. */
export async function appliedMigrations(client: pg.ClientBase): Promise<Head["migrations"] | null> {
  const there = await client.query(`select to_regclass('public.${migrationsTable}') is not null as there`);
  if (!there.rows[0]?.there) return null;
  const { rows } = await client.query<Head["migrations"][number]>(
    `select migration_name as name, checksum from public.${migrationsTable}
    where finished_at is not null and rolled_back_at is null order by migration_name collate "C"`,
  );
  return rows;
}

/** Columns of the primary key, those of text to be sorted by their bytes, whatever the database's locale. */
async function orderOf(client: pg.ClientBase, { schema, name }: Table): Promise<string> {
  const { rows } = await client.query<{ column: string; text: boolean }>(
    `select a.attname as column, a.attcollation <> 0 as text
    from pg_index i cross join unnest(i.indkey) with ordinality as key(attnum, position)
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = key.attnum
    where i.indisprimary and i.indrelid = format('%I.%I', $1::text, $2::text)::regclass order by key.position`,
    [schema, name],
  );
  return rows.map(({ column, text }) => `"${column}"${text ? ' collate "C"' : ""}`).join(", ");
}

const listOf = (columns: readonly string[]): string => columns.map((column) => `"${column}"`).join(", ");

export const nameOf = ({ schema, name }: Pick<Table, "schema" | "name">): string => `"${schema}"."${name}"`;

/** Writes rows in the order of their key, so that equal tables give equal bytes. */
export async function copyOutOf(client: pg.ClientBase, table: Table): Promise<string> {
  const order = await orderOf(client, table);
  return `copy (select ${listOf(table.columns)} from ${nameOf(table)} order by ${order}) to stdout`;
}

export const copyInto = (table: Table): string =>
  `copy ${nameOf(table)} (${listOf(table.columns)}) from stdin`;

/** What values look like as text is the session's choice; here it is always the same. */
export const plainText = `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601';
  set local extra_float_digits = 1; set local bytea_output = 'hex'; set local client_encoding = 'UTF8';
  set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`;
