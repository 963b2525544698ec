// Brings cases that are handed out by their time into the queue, as they come due.

import { ranks } from "@fieldline/calling";
import { Prisma } from "../../../platform/db/generated/client.ts";
import type { WriteTx } from "../../../platform/tx.ts";
import { dialable, holdWithout, notIn } from "./case-as-it-is.sql.ts";

/** A country as it stands at this minute of field time. */
export interface CountryNow {
  readonly country: string;
  /** The language its people are interviewed in unless a case has been found to need another. */
  readonly language: string;
  /** Part of the day by its index, 0 where nobody can say. */
  readonly daypart: number;
  readonly daypartEnds: Date;
}

export interface Filling {
  readonly waveId: string;
  readonly countries: readonly CountryNow[];
  readonly fieldNow: Date;
  /** Field time up to which an exact appointment's owner may take it. */
  readonly ownerHorizon: Date;
}

/** What was put in, by lane, with its first place. */
export interface Filled {
  readonly country: string;
  readonly language: string;
  readonly rank: number;
  readonly region: string;
  readonly first: bigint;
}

/** So many of a country and rank come in at once, those due longest; there are never many. */
const batch = 500;
/** For entries that no time ends. */
export const forever = new Date("9999-01-01T00:00:00Z");

/** Entries whose part of the day is over: they are ordered anew, or rest. */
export const dropOver = (tx: WriteTx, waveId: string, fieldNow: Date): Promise<number> =>
  tx.$executeRaw(Prisma.sql`
    delete from queue_entry q
    where q.case_id in (
      select case_id from queue_entry
      where wave_id = ${waveId}::uuid and until_at <= ${fieldNow}::timestamptz
      for update skip locked)`);

/**
 * A case is left out while it is on a desk, when it is in already, or with a completed interview; where no number of
 * it may be dialled it is held, so that it is not looked at again and again. Cases are locked, so that none
 * comes in as it stood before somebody changed it. They stand in the order of their time. One
 * server at a time does this for a wave (advisory lock, see `filler.ts`).
 */
export function fillDue(tx: WriteTx, { waveId, countries, ...at }: Filling): Promise<Filled[]> {
  const now = at.fieldNow;
  return tx.$queryRaw<Filled[]>(Prisma.sql`
    with k as (
      select * from unnest(
        ${countries.map(({ country }) => country)}::text[], ${countries.map(({ language }) => language)}::text[]
      ) as k(country, own)
    ), picked as (
      select c.*, k.own, ${dialable} as dialable
      from k
      cross join generate_series(${ranks.pinned}::int, ${ranks.resume}::int) as r(rank)
      cross join lateral (
        select * from "case" c
        where c.wave_id = ${waveId}::uuid and c.country = k.country and c.rank = r.rank
          and c.state = 'open' and c.held is null and c.rank < ${ranks.conversion}
          and c.due_at <= case when r.rank = ${ranks.exact} then ${at.ownerHorizon}::timestamptz else ${now}::timestamptz end
          and ${notIn}
        order by c.due_at
        limit ${batch}
        for no key update skip locked
      ) c
    ), without as (${holdWithout}), entered as (
      insert into queue_entry (case_id, wave_id, country, language, rank, region, place, due_at, from_at, until_at,
        for_user, for_user_until, not_user)
      select j.id, j.wave_id, j.country, coalesce(j.language, j.own), j.rank,
        '', (extract(epoch from j.due_at) * 1000)::bigint, j.due_at,
        case when j.rank = ${ranks.exact} and j.for_user is not null
          then j.due_at - (${at.ownerHorizon}::timestamptz - ${now}::timestamptz) else j.due_at end,
        ${forever}::timestamptz, j.for_user, j.for_user_until, j.not_user
      from picked j where j.dialable
      on conflict (case_id) do nothing
      returning country, language, rank, region, place
    )
    select country, language, rank, region, min(place) as first from entered group by country, language, rank, region`);
}
