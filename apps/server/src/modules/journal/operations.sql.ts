// The log of operations as its seal sees it: which wait, what a withdrawal leaves of them, what stands there now.

import type { Sql } from "../../platform/db/sql.ts";
import type { Columns } from "./texts.ts";

/** Seconds since 1970 with microseconds, exactly as the database holds it. */
const instantText = (column: string) => `extract(epoch from ${column})::text`;

/** What a withdrawal keeps: every column but the body, and of the body the time of the desk. */
const kept = `json_build_array(o.interview_id::text, o.seq::text, o.id::text, o.type, o.user_id::text,
  ${instantText("o.received_at")}, ${instantText("o.field_at")}, (o.body -> 'at')::text)`;

export interface OperationRow {
  readonly interviewId: string;
  readonly seq: string;
  /** What a withdrawal keeps. */
  readonly columns: Columns;
  readonly body: string;
}

const row = `o.interview_id::text as "interviewId", o.seq::text as seq, ${kept} as columns, o.body::text as body`;

export interface InterviewWaiting {
  readonly id: string;
  /** Sealed up to here; its log goes up to `head`. */
  readonly sealed: number;
  readonly head: number;
  readonly known: boolean;
  readonly withdrawn: boolean;
  readonly salt: Buffer | null;
}

/** Operations of one interview are committed in their order, so what waits is what comes after the sealed ones. */
export const interviewsWaiting = (sql: Sql, atMost: number) =>
  sql.rows<InterviewWaiting>(
    `select i.id::text as id, coalesce(s.seq, 0) as sealed, i.seq as head, s.interview_id is not null as known,
      i.status = 'void' as withdrawn, s.salt
    from interview i left join interview_seal s on s.interview_id = i.id
    where i.seq > coalesce(s.seq, 0) order by i.id limit $1`,
    [atMost],
  );

/** A span of one interview's log: after a sequence, up to another. */
export interface Span {
  readonly id: string;
  readonly after: number;
  readonly upTo: number;
}

/** Interview by interview, each in the order of its log. */
export const operationsIn = (sql: Sql, spans: readonly Span[]) =>
  sql.rows<OperationRow>(
    `select ${row} from jsonb_to_recordset($1::jsonb) as x(id uuid, after int, "upTo" int)
      cross join lateral (
        select * from interview_operation o where o.interview_id = x.id and o.seq > x.after and o.seq <= x."upTo"
        order by o.seq
      ) o order by o.interview_id, o.seq`,
    [JSON.stringify(spans)],
  );

/** Moves the sealed heads on; a salt is kept from the first time on. */
export const moveSeals = (sql: Sql, seals: readonly { id: string; upTo: number; salt: string | null }[]) =>
  sql.rows(
    `insert into interview_seal (interview_id, seq, salt)
    select id, "upTo", decode(salt, 'hex') from jsonb_to_recordset($1::jsonb) as x(id uuid, "upTo" int, salt text)
    on conflict (interview_id) do update set seq = excluded.seq`,
    [JSON.stringify(seals)],
  );

/** A withdrawal that came between the reading of an interview and its first seal left a salt behind. */
export const eraseLateSalts = (sql: Sql) =>
  sql.rows(
    `update interview_seal s set salt = null from interview i
    where i.id = s.interview_id and i.status = 'void' and s.salt is not null`,
    [],
  );

export interface StandingOperation extends OperationRow {
  readonly salt: Buffer | null;
  /** Its interview is void, the log says that it was withdrawn, and nothing is left of the body. */
  readonly erased: boolean;
}

/** Operations by interview and sequence, in any order. */
export const operationsNamed = (sql: Sql, interviewIds: readonly string[], seqs: readonly string[]) =>
  sql.rows<StandingOperation>(
    `select ${row}, s.salt, i.status = 'void'
      and o.body = jsonb_build_object('id', o.id, 'seq', o.seq, 'at', o.body -> 'at', 'type', 'erased')
      and exists (select from interview_operation w where w.interview_id = o.interview_id and w.type = 'withdraw')
      as erased
    from unnest($1::uuid[], $2::int[]) as x(id, seq)
      join interview_operation o on o.interview_id = x.id and o.seq = x.seq
      join interview i on i.id = o.interview_id
      left join interview_seal s on s.interview_id = o.interview_id`,
    [interviewIds, seqs],
  );

export interface SealStand {
  /** The number of the last block. */
  readonly block: number;
  readonly id: string | null;
  readonly seq: number | null;
}

/** The last block and the sealed heads, as they stood at one moment. */
export const sealsNow = (sql: Sql) =>
  sql.rows<SealStand>(
    `select b.number as block, s.interview_id::text as id, s.seq
    from (select coalesce(max(number), 0) as number from journal_block) b left join interview_seal s on true`,
    [],
  );

export async function countWaitingOperations(sql: Sql): Promise<number> {
  const [row] = await sql.rows<{ waiting: number }>(
    `select coalesce(sum(greatest(i.seq - coalesce(s.seq, 0), 0)), 0)::int as waiting
    from interview i left join interview_seal s on s.interview_id = i.id`,
    [],
  );
  return row?.waiting ?? 0;
}

/** Operations outside their interview's log: no desk could have put them there. */
export const operationsBeyond = (sql: Sql, atMost: number) =>
  sql.rows<{ interviewId: string; seq: string }>(
    `select o.interview_id::text as "interviewId", o.seq::text as seq
    from interview_operation o join interview i on i.id = o.interview_id
    where o.seq > i.seq or o.seq < 1 order by o.interview_id, o.seq limit $1`,
    [atMost],
  );
