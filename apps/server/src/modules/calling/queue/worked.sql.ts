// Cases by region: how many have been worked, and how many are on desks just now.

import { ranks } from "@fieldline/calling";
import { Prisma } from "../../../platform/db/generated/client.ts";
import type { ReadTx } from "../../../platform/tx.ts";

export interface RegionWorked {
  readonly country: string;
  readonly region: string;
  /** Closed ones, and open ones that have been rung. */
  readonly worked: number;
}

export interface RegionOnDesks {
  readonly country: string;
  readonly region: string;
  readonly cases: number;
}

/** By the tallies. */
export const workedByRegion = (tx: ReadTx, waveId: string): Promise<RegionWorked[]> =>
  tx.$queryRaw<RegionWorked[]>(Prisma.sql`
    select country, region, sum(cases)::int as worked from (
      select country, region, state, rank, cases from case_tally where wave_id = ${waveId}::uuid
      union all
      select country, region, state, rank, cases from case_tally_delta where wave_id = ${waveId}::uuid
    ) t
    where state <> 'open' or rank < ${ranks.fresh}
    group by country, region`);

export const onDesksByRegion = (tx: ReadTx, waveId: string): Promise<RegionOnDesks[]> =>
  tx.$queryRaw<RegionOnDesks[]>(Prisma.sql`
    select c.country, c.region, count(*)::int as cases
    from lease l join "case" c on c.id = l.case_id
    where l.ended_at is null and c.wave_id = ${waveId}::uuid
    group by c.country, c.region`);
