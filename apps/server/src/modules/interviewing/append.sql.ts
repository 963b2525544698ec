// Appends operations of many interviews and moves their heads on, in one statement.

import type { Sql } from "../../platform/db/sql.ts";

/** What an interview's head comes to; `was_seq` is the version of the log the operations were folded over. */
export interface MovedHead {
  readonly id: string;
  readonly was_seq: number;
  readonly seq: number;
  readonly status: string;
  readonly language: string;
  readonly unit: number;
  readonly units: number;
  /** Field time; only of one that ends now. */
  readonly ended_at?: string;
  readonly counted?: boolean;
  readonly over_quota?: boolean;
  /** Where the head is not locked: the lease that must still be open. */
  readonly lease_id?: string;
}

export interface AppendedOperation {
  readonly interview_id: string;
  readonly seq: number;
  readonly id: string;
  readonly type: string;
  readonly body: object;
  readonly user_id: string;
  readonly received_at: string;
}

/** A mark for whoever watches (see `tell`), committed with what it tells of. */
export interface ToldRow {
  readonly topic: string;
  /** Whose move it tells of: told only if that head moves. */
  readonly interview_id?: string;
  readonly wave_id: string;
  readonly country: string;
  readonly user_id?: string;
  readonly ids?: readonly string[];
  readonly at: string;
}

const heads = `jsonb_to_recordset($1::jsonb) as x(
  id uuid, was_seq int, seq int, status text, language text, unit int, units int, ended_at timestamptz,
  counted boolean, over_quota boolean, lease_id uuid)`;

const append = (from: string) => `with head as (${from}), moved as (
    update interview i set seq = x.seq, status = x.status, language = x.language, unit = x.unit, units = x.units,
      ended_at = coalesce(x.ended_at, i.ended_at), counted = coalesce(x.counted, i.counted),
      over_quota = coalesce(x.over_quota, i.over_quota)
    from head x where i.id = x.id and i.seq = x.was_seq
    returning i.id, i.wave_id
  ), added as (
    insert into interview_operation (interview_id, seq, id, type, body, user_id, received_at, field_at)
    select o.interview_id, o.seq, o.id, o.type, o.body, o.user_id, o.received_at,
      o.received_at + w.field_offset_ms * interval '1 millisecond'
    from jsonb_to_recordset($2::jsonb) as o(
      interview_id uuid, seq int, id uuid, type text, body jsonb, user_id uuid, received_at timestamptz)
    join moved m on m.id = o.interview_id join wave w on w.id = m.wave_id
  ), told as (
    insert into news (topic, wave_id, country, user_id, ids, at)
    select topic, wave_id, country, user_id, coalesce(ids, '{}'), at from jsonb_to_recordset($3::jsonb) as x(
      topic text, interview_id uuid, wave_id uuid, country text, user_id uuid, ids text[], at timestamptz)
    where interview_id is null or interview_id in (select id from moved)
  )
  select id from moved`;

const locked = append(`select x.* from ${heads}`);

/** Each lease is looked up by its id and stays as it is until the commit. */
const underLease = append(`select x.* from ${heads}, lateral (
    select from lease l where l.id = x.lease_id and l.ended_at is null for share
  ) as open`);

/** What is appended together. */
export interface Appending {
  readonly heads: readonly MovedHead[];
  readonly operations: readonly AppendedOperation[];
  readonly news: readonly ToldRow[];
}

const parameters = ({ heads, operations, news }: Appending): string[] =>
  [heads, operations, news].map((rows) => JSON.stringify(rows));

/** Heads are locked by the caller. @returns the interviews that moved on; the others' logs are not at `was_seq` */
export const appendLocked = (sql: Sql, appending: Appending) =>
  sql.rows<{ id: string }>(locked, parameters(appending));

/**
 * For what nobody has locked: each interview moves on only from `was_seq` and under its lease, still open and held
 * open until this is committed. @returns the interviews that moved on
 */
export const appendUnderLease = (sql: Sql, appending: Appending) =>
  sql.rows<{ id: string }>(underLease, parameters(appending));

export interface PackedResult {
  readonly interview_id: string;
  readonly answers: object;
  readonly facts: object;
  readonly paradata: object;
}

/** One packed row for each interview that ends now. */
export const packResults = (sql: Sql, results: readonly PackedResult[]) =>
  sql.rows(
    `insert into interview_result (interview_id, answers, facts, paradata)
    select * from jsonb_to_recordset($1::jsonb) as x(interview_id uuid, answers jsonb, facts jsonb, paradata jsonb)`,
    [JSON.stringify(results)],
  );
