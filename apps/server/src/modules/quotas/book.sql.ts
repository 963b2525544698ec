// Cells and places, locked to be reckoned with and written back. Places are locked before cells, each by their ids.

import { type Instant, later, toIso } from "@fieldline/kernel";
import { placeLease } from "@fieldline/quota";
import type { Sql } from "../../platform/db/sql.ts";

export interface PlaceRow {
  readonly interview_id: string;
  readonly cells: readonly string[];
  readonly state: string;
  readonly since: Date;
  readonly expires_at: Date;
}

export interface CellRow {
  readonly wave_id: string;
  readonly id: string;
  readonly country: string;
  readonly dimension: string;
  readonly key: string;
  readonly target: number;
  readonly policy: unknown;
  readonly closed: boolean;
  readonly cap: number | null;
  readonly completed: number;
  readonly reserved: number;
}

/** What a wave counts by; null for no plan. */
export const planVersions = (sql: Sql, waves: readonly string[]) =>
  sql.rows<{ id: string; version: number | null }>(
    "select id, quota_plan_version as version from wave where id = any($1::uuid[])",
    [waves],
  );

export const planText = (sql: Sql, waveId: string, version: number) =>
  sql.rows<{ plan: unknown }>(
    "select plan from quota_plan_version where wave_id = $1::uuid and version = $2::int",
    [waveId, version],
  );

export const lockPlaces = (sql: Sql, interviews: readonly string[]) =>
  sql.rows<PlaceRow>(
    `select interview_id, cells, state, since, expires_at from quota_place
    where interview_id = any($1::uuid[]) order by interview_id for update`,
    [interviews],
  );

/**
 * All cells of these countries of waves. In a statement of its own: one that has waited for a lock reads the locked
 * row afresh, but everything else as it was before it waited.
 */
export const lockCells = (sql: Sql, of: readonly { readonly waveId: string; readonly country: string }[]) =>
  sql.rows<CellRow>(
    `select c.wave_id, c.id, c.country, c.dimension, c.key, c.target, c.policy, c.closed, c.cap, c.completed, c.reserved
    from quota_cell c join unnest($1::uuid[], $2::text[]) as asked(wave_id, country)
      on c.wave_id = asked.wave_id and c.country = asked.country
    order by c.wave_id, c.id for update of c`,
    [of.map(({ waveId }) => waveId), of.map(({ country }) => country)],
  );

export interface CellCounts {
  readonly wave_id: string;
  readonly id: string;
  readonly completed: number;
  readonly reserved: number;
  readonly cap: number | null;
  readonly was_completed: number;
  readonly was_reserved: number;
}

/** Only over the counts they were reckoned from. @returns how many were written */
export const writeCells = async (sql: Sql, cells: readonly CellCounts[]): Promise<number> =>
  (
    await sql.rows(
      `update quota_cell c set completed = x.completed, reserved = x.reserved, cap = x.cap
      from jsonb_to_recordset($1::jsonb) as x(
        wave_id uuid, id text, completed int, reserved int, cap int, was_completed int, was_reserved int)
      where c.wave_id = x.wave_id and c.id = x.id and c.completed = x.was_completed and c.reserved = x.was_reserved
      returning 1`,
      [JSON.stringify(cells)],
    )
  ).length;

export interface WrittenPlace {
  readonly interview_id: string;
  readonly wave_id: string;
  readonly cells: readonly string[];
  readonly state: "reserved" | "completed";
  readonly since: string;
  readonly expires_at: string;
}

export const writePlaces = (sql: Sql, places: readonly WrittenPlace[]) =>
  sql.rows(
    `insert into quota_place (interview_id, wave_id, cells, state, since, expires_at)
    select interview_id, wave_id, cells, state, since, expires_at from jsonb_to_recordset($1::jsonb) as x(
      interview_id uuid, wave_id uuid, cells text[], state text, since timestamptz, expires_at timestamptz)
    on conflict (interview_id) do update set
      cells = excluded.cells, state = excluded.state, expires_at = excluded.expires_at`,
    [JSON.stringify(places)],
  );

export const deletePlaces = (sql: Sql, interviews: readonly string[]) =>
  sql.rows("delete from quota_place where interview_id = any($1::uuid[])", [interviews]);

/** A sign of life of interviews at `now`: the places they have reserved are kept longer. */
export const keepPlaces = (sql: Sql, interviews: readonly string[], now: Instant) =>
  sql.rows(
    `update quota_place set expires_at = $2::timestamptz
    where interview_id = any($1::uuid[]) and state = 'reserved'`,
    [interviews, toIso(later(now, placeLease))],
  );
