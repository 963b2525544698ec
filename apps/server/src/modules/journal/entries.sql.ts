// The journal as its seal sees it: which entries wait, which numbers are settled, what stands in a row now.

import type { Sql } from "../../platform/db/sql.ts";
import type { Columns } from "./texts.ts";

/** Seconds since 1970 with microseconds, exactly as the database holds it. */
const instantText = (column: string) => `extract(epoch from ${column})::text`;

/**
 * Every column as text, the number first; jsonb in PostgreSQL's own spelling, which has one order of keys. Handed over
 * as one JSON list, which is read a lot faster than an array.
 */
const columns = `json_build_array(e.seq::text, e.id::text, ${instantText("e.machine_at")}, ${instantText("e.field_at")},
  e.actor_id::text, e.actor_kind, e.action, e.entity_kind, e.entity_id, e.wave_id::text, e.before::text,
  e.after::text, e.command_id::text)`;

/** An entry with its columns as text, the number first. */
export interface EntryRow {
  readonly seq: string;
  readonly entityKind: string;
  readonly entityId: string;
  readonly machineAt: Date;
  readonly columns: Columns;
}

const row = `e.seq::text as seq, e.entity_kind as "entityKind", e.entity_id as "entityId",
  e.machine_at as "machineAt", ${columns} as columns`;

/** Beyond what is settled, single numbers may be sealed already: those of blocks that reach there. */
const unsealed = `e.seq > $1 and e.seq not in (
  select unnest(b.seqs) from journal_block b where b.log = 'journal' and b.highest > $1)`;

/** Up to which number everything is sealed or will never come. */
export async function settledSoFar(sql: Sql): Promise<string> {
  const [row] = await sql.rows<{ settled: string }>(
    "select coalesce(max(settled_to), 0)::text as settled from journal_block",
    [],
  );
  return row?.settled ?? "0";
}

export const waitingEntries = (sql: Sql, settled: string, atMost: number) =>
  sql.rows<EntryRow>(`select ${row} from journal_entry e where ${unsealed} order by e.seq limit $2`, [
    settled,
    atMost,
  ]);

/** Entries by their numbers, in any order. */
export const entriesNumbered = (sql: Sql, seqs: readonly string[]) =>
  sql.rows<EntryRow>(`select ${row} from journal_entry e where e.seq = any($1::bigint[])`, [seqs]);

export async function countWaitingEntries(sql: Sql, settled: string): Promise<number> {
  const [row] = await sql.rows<{ waiting: number }>(
    `select count(*)::int as waiting from journal_entry e where ${unsealed}`,
    [settled],
  );
  return row?.waiting ?? 0;
}

export async function countEntriesTo(sql: Sql, settled: string): Promise<number> {
  const [row] = await sql.rows<{ entries: number }>(
    "select count(*)::int as entries from journal_entry where seq <= $1::bigint",
    [settled],
  );
  return row?.entries ?? 0;
}

/** Entries with a settled number that no block up to one names. Reads every block; only where the counts differ. */
export const strangersTo = (sql: Sql, settled: string, upToBlock: number, atMost: number) =>
  sql.rows<EntryRow>(
    `select ${row} from journal_entry e where e.seq <= $1::bigint and e.seq not in (
      select unnest(b.seqs) from journal_block b where b.log = 'journal' and b.number <= $2)
    order by e.seq limit $3`,
    [settled, upToBlock, atMost],
  );

/** The number given last, used or not. */
export async function lastNumberGiven(sql: Sql): Promise<string> {
  const [row] = await sql.rows<{ last: string }>(
    "select case when is_called then last_value else 0 end::text as last from journal_entry_seq_seq",
    [],
  );
  return row?.last ?? "0";
}

/**
 * Transactions that write to the journal at this moment. Each takes the lock of the table before its first number and
 * gives it up after its commit, so once these have gone no lower number is still to come.
 * @param among only these
 */
export async function writersNow(sql: Sql, among: readonly string[] | null): Promise<readonly string[]> {
  const rows = await sql.rows<{ writer: string }>(
    `select distinct virtualtransaction as writer from pg_locks
    where locktype = 'relation' and relation = 'journal_entry'::regclass and mode = 'RowExclusiveLock' and granted
      and database = (select oid from pg_database where datname = current_database())
      and ($1::text[] is null or virtualtransaction = any($1))`,
    [among],
  );
  return rows.map(({ writer }) => writer);
}
