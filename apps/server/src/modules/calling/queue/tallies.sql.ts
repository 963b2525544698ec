// How many cases stand how: the tallies with what has changed since they were added up. Exact at every moment.

import { Prisma } from "../../../platform/db/generated/client.ts";
import type { ReadTx, WriteTx } from "../../../platform/tx.ts";

export interface Tally {
  readonly country: string;
  readonly region: string;
  /** Empty for the country's own. */
  readonly language: string;
  readonly state: string;
  readonly rank: number;
  readonly avoid: number;
  readonly needsSkill: string;
  readonly held: string;
  /** The full minute from which these are due, in field time. */
  readonly dueMinute: Date;
  readonly cases: number;
}

const columns = Prisma.sql`country, region, language, state, rank, avoid, needs_skill, held, due_minute`;

/** Of these countries; a group without cases is left out. */
export const talliesOf = (tx: ReadTx, waveId: string, countries: readonly string[]): Promise<Tally[]> =>
  tx.$queryRaw<Tally[]>(Prisma.sql`
    select country, region, language, state, rank, avoid, needs_skill as "needsSkill", held,
      due_minute as "dueMinute", sum(cases)::int as cases
    from (
      select ${columns}, cases from case_tally
      where wave_id = ${waveId}::uuid and country = any(${[...countries]}::text[])
      union all
      select ${columns}, cases from case_tally_delta
      where wave_id = ${waveId}::uuid and country = any(${[...countries]}::text[])
    ) t
    group by ${columns} having sum(cases) <> 0`);

/** So many changes at once. */
const atMost = 20_000;

/**
 * Adds changes up into the tallies; one server at a time, since two could wait for each other's rows.
 * @returns how many changes were added up
 */
export async function addUp(tx: WriteTx): Promise<number> {
  const [locked] = await tx.$queryRaw<{ mine: boolean }[]>(
    Prisma.sql`select pg_try_advisory_xact_lock(hashtextextended('case tallies', 0)) as mine`,
  );
  if (!locked?.mine) return 0;
  const [row] = await tx.$queryRaw<{ added: number }[]>(Prisma.sql`
    with gone as (
      delete from case_tally_delta where id in (select id from case_tally_delta order by id limit ${atMost})
      returning wave_id, ${columns}, cases
    ), summed as (
      select wave_id, ${columns}, sum(cases)::int as cases from gone
      group by wave_id, ${columns} having sum(cases) <> 0
    ), kept as (
      insert into case_tally as t (wave_id, ${columns}, cases) select wave_id, ${columns}, cases from summed
      on conflict (wave_id, ${columns}) do update set cases = t.cases + excluded.cases
    )
    select count(*)::int as added from gone`);
  const added = row?.added ?? 0;
  if (added > 0) await tx.$executeRaw(Prisma.sql`delete from case_tally where cases = 0`);
  return added;
}
