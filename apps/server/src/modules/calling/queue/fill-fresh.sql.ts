// Brings fresh cases into the queue, region by region in the order of the draw, where few are left there.

import { ranks } from "@fieldline/calling";
import { Prisma } from "../../../platform/db/generated/client.ts";
import type { WriteTx } from "../../../platform/tx.ts";
import { dialable, holdWithout, notIn } from "./case-as-it-is.sql.ts";
import { forever } from "./fill-due.sql.ts";

export interface FreshLane {
  readonly country: string;
  readonly region: string;
  readonly language: string;
  /** Entries before this place are gone, as far as this server knows. */
  readonly after: bigint;
  /** The draw up to which cases have been brought in. */
  readonly drawn: number;
}

export interface FreshFilled {
  readonly country: string;
  readonly region: string;
  /** The last draw looked at; null where none was left. */
  readonly drawn: number | null;
  readonly entered: number;
}

/** A lane with fewer gets more. */
const few = 50;
const batch = 200;

/** As `fillDue`; `all`: lanes that are not short get more, too. Cases on a desk are left out, those without a number to dial are held. */
export function fillFresh(
  tx: WriteTx,
  {
    waveId,
    lanes,
    fieldNow,
    all,
  }: { waveId: string; lanes: readonly FreshLane[]; fieldNow: Date; all: boolean },
): Promise<FreshFilled[]> {
  return tx.$queryRaw<FreshFilled[]>(Prisma.sql`
    with lane as (
      select * from unnest(
        ${lanes.map(({ country }) => country)}::text[], ${lanes.map(({ region }) => region)}::text[],
        ${lanes.map(({ language }) => language)}::text[], ${lanes.map(({ after }) => after)}::bigint[],
        ${lanes.map(({ drawn }) => drawn)}::int[]
      ) as lane(country, region, language, after, drawn)
    ), low as (
      select * from lane
      where ${all} or (select count(*) from (
        select 1 from queue_entry q
        where q.wave_id = ${waveId}::uuid and q.country = lane.country and q.language = lane.language
          and q.rank = ${ranks.fresh} and q.region = lane.region and q.place > lane.after
        limit ${few}) as first_few) < ${few}
    ), picked as (
      select c.*, low.language as own, ${dialable} as dialable
      from low cross join lateral (
        select * from "case" c
        where c.wave_id = ${waveId}::uuid and c.country = low.country and c.region = low.region
          and c.rank = ${ranks.fresh} and c.state = 'open' and c.held is null and c.draw > low.drawn
          and c.due_at <= ${fieldNow}::timestamptz
          and ${notIn}
        order by c.draw
        limit ${batch}
        for no key update skip locked
      ) c
    ), without as (${holdWithout}), entered as (
      insert into queue_entry (case_id, wave_id, country, language, rank, region, place, due_at, from_at, until_at,
        for_user, for_user_until, not_user)
      select id, wave_id, country, coalesce(language, own), rank, region, draw, due_at, due_at,
        ${forever}::timestamptz, for_user, for_user_until, not_user
      from picked where dialable
      on conflict (case_id) do nothing
      returning country, region
    )
    select low.country, low.region, (select max(p.draw) from picked p where p.country = low.country and p.region = low.region) as drawn,
      (select count(*)::int from entered e where e.country = low.country and e.region = low.region) as entered
    from low`);
}
