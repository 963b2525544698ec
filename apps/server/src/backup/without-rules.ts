// What stands in the way of rows that come back whole: references between tables, and triggers against changes.

import type pg from "pg";
import { allTables, nameOf } from "./catalogue.ts";

interface Reference {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

const references = `select n.nspname || '.' || quote_ident(c.relname) as table, quote_ident(k.conname) as name,
    pg_get_constraintdef(k.oid) as definition
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  where k.contype = 'f' and n.nspname in ('public', 'contact') order by 1, 2`;

/**
 * Takes references away and triggers out of force for the time of `work`, and puts them back, each reference checked
 * over all rows. An owner of the tables may do that; the simpler way, replication's role, is a superuser's. In the
 * caller's transaction, so nobody ever sees the tables without them.
 */
export async function withoutRules(client: pg.ClientBase, work: () => Promise<void>): Promise<void> {
  const tables = (await allTables(client)).map(nameOf);
  const { rows } = await client.query<Reference>(references);
  const each = (statements: readonly string[]) => client.query(statements.join("; "));
  await each(rows.map(({ table, name }) => `alter table ${table} drop constraint ${name}`));
  await each(tables.map((table) => `alter table ${table} disable trigger user`));
  await work();
  await each(tables.map((table) => `alter table ${table} enable trigger user`));
  await each(
    rows.map(({ table, name, definition }) => `alter table ${table} add constraint ${name} ${definition}`),
  );
}
