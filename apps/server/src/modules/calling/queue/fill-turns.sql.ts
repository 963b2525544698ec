// Brings refusals to be converted and further attempts into the queue, region by region, where few are left there.

import { ranks } from "@fieldline/calling";
import { Prisma } from "../../../platform/db/generated/client.ts";
import type { WriteTx } from "../../../platform/tx.ts";
import { dialable, holdWithout, notIn } from "./case-as-it-is.sql.ts";
import { type Filled, forever } from "./fill-due.sql.ts";

export interface TurnLane {
  readonly country: string;
  readonly region: string;
  readonly language: string;
  readonly rank: number;
  /** Entries before this place are gone, as far as this server knows. */
  readonly after: bigint;
  /** The country's part of the day by its index, 0 where nobody can say. */
  readonly daypart: number;
  readonly daypartEnds: Date;
}

/** A lane with fewer gets more: those due longest. */
const few = 50;
const batch = 200;

/**
 * As `fillDue`; `all`: lanes that are not short get more, too. Places of further attempts: first those not yet tried in
 * this part of the day, then those with the fewest, then the draw.
 */
export function fillTurns(
  tx: WriteTx,
  {
    waveId,
    lanes,
    fieldNow,
    all,
  }: { waveId: string; lanes: readonly TurnLane[]; fieldNow: Date; all: boolean },
): Promise<Filled[]> {
  return tx.$queryRaw<Filled[]>(Prisma.sql`
    with lane as (
      select * from unnest(
        ${lanes.map(({ country }) => country)}::text[], ${lanes.map(({ region }) => region)}::text[],
        ${lanes.map(({ language }) => language)}::text[], ${lanes.map(({ rank }) => rank)}::int[],
        ${lanes.map(({ after }) => after)}::bigint[], ${lanes.map(({ daypart }) => daypart)}::int[],
        ${lanes.map(({ daypartEnds }) => daypartEnds)}::timestamptz[]
      ) as lane(country, region, own, rank, after, daypart, daypart_ends)
    ), low as (
      select * from lane
      where ${all} or (select count(*) from (
        select 1 from queue_entry q
        where q.wave_id = ${waveId}::uuid and q.country = lane.country and q.language = lane.own
          and q.rank = lane.rank and q.region = lane.region and q.place > lane.after
        limit ${few}) as some_of_it) < ${few}
    ), picked as (
      select c.*, low.own, low.daypart, low.daypart_ends, ${dialable} as dialable
      from low cross join generate_series(0, 4) as a(avoid)
      cross join lateral (
        select * from "case" c
        where c.wave_id = ${waveId}::uuid and c.country = low.country and c.region = low.region
          and c.rank = low.rank and c.avoid = a.avoid and c.rank between ${ranks.conversion} and ${ranks.retry}
          and c.state = 'open' and c.held is null and c.due_at <= ${fieldNow}::timestamptz
          and ${notIn}
        order by c.due_at
        limit ${batch}
        for no key update skip locked
      ) c
      where a.avoid = 0 or (low.rank = ${ranks.retry} and a.avoid <> low.daypart)
    ), without as (${holdWithout}), entered as (
      insert into queue_entry (case_id, wave_id, country, language, rank, region, place, due_at, from_at, until_at,
        for_user, for_user_until, not_user)
      select j.id, j.wave_id, j.country, coalesce(j.language, j.own), j.rank, j.region,
        case when j.rank = ${ranks.conversion} then (extract(epoch from j.due_at) * 1000)::bigint
          else ((j.daypart > 0 and (j.tried & (1 << greatest(j.daypart - 1, 0))) <> 0)::int::bigint << 40)
            + (least(j.attempt_count, 255)::bigint << 32) + j.draw end,
        j.due_at, j.due_at,
        case when j.rank = ${ranks.retry} then j.daypart_ends else ${forever}::timestamptz end,
        j.for_user, j.for_user_until, j.not_user
      from picked j where j.dialable
      on conflict (case_id) do nothing
      returning country, language, rank, region, place
    )
    select country, language, rank, region, min(place) as first from entered group by country, language, rank, region`);
}
