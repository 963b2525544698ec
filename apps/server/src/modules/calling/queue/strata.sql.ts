// Where open cases stand: by country, region, language and rank, as the tallies have them.

import { Prisma } from "../../../platform/db/generated/client.ts";
import type { ReadTx } from "../../../platform/tx.ts";

export interface Stratum {
  readonly country: string;
  readonly region: string;
  /** Empty for the country's own. */
  readonly language: string;
  readonly rank: number;
}

/**
 * Those with at least one case, due or not. The tallies are leapt through from one to the next, however many minutes
 * there are in which cases come due; one that its last case has just left may still be among them.
 */
export const strataOf = (tx: ReadTx, waveId: string): Promise<Stratum[]> =>
  tx.$queryRaw<Stratum[]>(Prisma.sql`
    with recursive tally as (
      (select country, region, language, state, rank from case_tally where wave_id = ${waveId}::uuid
      order by country, region, language, state, rank limit 1)
      union all
      select next.* from tally t cross join lateral (
        select country, region, language, state, rank from case_tally
        where wave_id = ${waveId}::uuid
          and (country, region, language, state, rank) > (t.country, t.region, t.language, t.state, t.rank)
        order by country, region, language, state, rank limit 1
      ) next
    )
    select country, region, language, rank from tally where state = 'open'
    union
    select country, region, language, rank from case_tally_delta
    where wave_id = ${waveId}::uuid and state = 'open' and cases > 0
    order by country, region, language, rank`);
