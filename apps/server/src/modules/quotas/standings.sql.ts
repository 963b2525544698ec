// What the interviews of a wave add up to, by country and by field day in the country's own calendar.

import { Prisma } from "../../platform/db/generated/client.ts";
import type { ReadTx } from "../../platform/tx.ts";

export interface CountryTally {
  readonly country: string;
  readonly overQuota: number;
  /** Of the counted completes; null before the first. */
  readonly medianMs: number | null;
  /** Days on which an interview ended, or began and has not ended; the earliest first. */
  readonly days: readonly { readonly date: string; readonly counted: number }[];
}

/**
 * One statement for all countries asked for, each with its IANA zone. An interview belongs to the day it ended on;
 * one still open to the day it began, so that a day of fieldwork without a complete is a day, too.
 */
export function talliesOf(
  tx: ReadTx,
  waveId: string,
  zones: readonly { readonly country: string; readonly zone: string }[],
): Promise<CountryTally[]> {
  return tx.$queryRaw<CountryTally[]>(Prisma.sql`
    with asked as (
      select * from unnest(
        ${zones.map(({ country }) => country)}::text[], ${zones.map(({ zone }) => zone)}::text[]
      ) as one(country, zone)
    ), interviews as (
      select i.country, i.counted, i.over_quota,
        (coalesce(i.ended_at, i.started_at) at time zone asked.zone)::date::text as date,
        (r.paradata ->> 'durationMs')::float8 as ms
      from interview i join asked using (country)
        left join interview_result r on i.counted and r.interview_id = i.id
      where i.wave_id = ${waveId}::uuid
    ), by_day as (
      select country, date, count(*) filter (where counted)::int as counted
      from interviews group by country, date
    ), days as (
      select country, json_agg(json_build_object('date', date, 'counted', counted) order by date) as days
      from by_day group by country
    ), whole as (
      select country, count(*) filter (where over_quota)::int as over_quota,
        percentile_cont(0.5) within group (order by ms) filter (where counted) as median_ms
      from interviews group by country
    )
    select asked.country, coalesce(over_quota, 0) as "overQuota", median_ms as "medianMs",
      coalesce(days, '[]') as days
    from asked left join whole using (country) left join days using (country)`);
}
