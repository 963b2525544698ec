// Open cases that the tallies cannot tell apart: those on desks, and those kept for or from one interviewer.

import { Prisma } from "../../../platform/db/generated/client.ts";
import type { ReadTx } from "../../../platform/tx.ts";
import type { Tally } from "./tallies.sql.ts";

export interface OutOfHand extends Omit<Tally, "cases"> {
  /** On a desk; else kept for others. */
  readonly onDesk: boolean;
}

/**
 * `userId`: who asks, for whom a case kept for them is none of these; null: kept for anybody counts. A case that would
 * be both is on a desk.
 */
export function outOfHand(
  tx: ReadTx,
  of: { waveId: string; countries: readonly string[]; userId: string | null; fieldNow: Date },
): Promise<OutOfHand[]> {
  const { waveId, countries, userId, fieldNow } = of;
  return tx.$queryRaw<OutOfHand[]>(Prisma.sql`
    with marked as (
      select l.case_id as id, true as on_desk from lease l where l.ended_at is null
      union all
      select id, false from "case" c
      where c.wave_id = ${waveId}::uuid and c.state = 'open' and c.for_user is not null
        and c.for_user is distinct from ${userId}::uuid
        and (c.for_user_until is null or c.for_user_until > ${fieldNow}::timestamptz)
      union all
      select id, false from "case" c
      where c.wave_id = ${waveId}::uuid and c.state = 'open' and c.not_user = ${userId}::uuid
    ), one as (
      select id, bool_or(on_desk) as on_desk from marked group by id
    )
    select c.country, c.region, coalesce(c.language, '') as language, c.state, c.rank, c.avoid,
      coalesce(c.needs_skill, '') as "needsSkill", coalesce(c.held, '') as held,
      date_trunc('minute', c.due_at + interval '59.999 seconds') as "dueMinute", one.on_desk as "onDesk"
    from one join "case" c on c.id = one.id
    where c.wave_id = ${waveId}::uuid and c.state = 'open' and c.country = any(${[...countries]}::text[])`);
}
