// Takes the next case off the queue: one statement, so that any number of desks and servers can ask at once.

import { Prisma } from "../../../platform/db/generated/client.ts";
import type { WriteTx } from "../../../platform/tx.ts";
import { dialable, free } from "./case-as-it-is.sql.ts";
import type { Lane } from "./lanes.ts";

export interface Asking {
  readonly waveId: string;
  readonly userId: string;
  readonly fieldNow: Date;
  /** In the order in which they are looked into. */
  readonly lanes: readonly Lane[];
}

export interface Taken {
  readonly id: string;
  readonly fence: number;
  readonly country: string;
  readonly language: string;
  readonly region: string;
  readonly rank: number;
  readonly place: bigint;
  /** Which of the lanes it came from, from 1. */
  readonly lane: number;
}

/**
 * Each lane is one seek in `queue_entry_lane_idx`; they are looked into one by one until one has a case, and the
 * first of it is taken: its entry goes, its fence is raised. Rows that another desk is just taking are skipped, not
 * waited for. An entry counts only while its case still stands as it stood when it came in. A case is passed over
 * while it, or one of its numbers, is open in any lease of any study, and when no number of it is left.
 */
export async function takeNext(
  tx: WriteTx,
  { waveId, userId, fieldNow, lanes }: Asking,
): Promise<Taken | null> {
  const rows = await tx.$queryRaw<Taken[]>(Prisma.sql`
    with lane as (
      select * from unnest(
        ${lanes.map(({ country }) => country)}::text[], ${lanes.map(({ language }) => language)}::text[],
        ${lanes.map(({ rank }) => rank)}::int[], ${lanes.map(({ inQueue }) => inQueue)}::text[],
        ${lanes.map(({ after }) => after)}::bigint[]
      ) with ordinality as lane(country, language, rank, region, after, number)
      order by number
    ), first as (
      select best.* , lane.number
      from lane cross join lateral (
        select q.case_id, q.country, q.language, q.rank, q.region, q.place
        from queue_entry q join "case" c on c.id = q.case_id
        where q.wave_id = ${waveId}::uuid and q.country = lane.country and q.language = lane.language
          and q.rank = lane.rank and q.region = lane.region and q.place > lane.after
          and q.until_at > ${fieldNow}::timestamptz
          and c.state = 'open' and c.held is null and c.due_at = q.due_at and c.rank = q.rank
          and q.not_user is distinct from ${userId}::uuid
          and case
            when q.for_user is null then q.due_at <= ${fieldNow}::timestamptz
            when q.for_user = ${userId}::uuid then q.from_at <= ${fieldNow}::timestamptz
            else q.for_user_until <= ${fieldNow}::timestamptz end
          and ${free}
          and not exists (
            select 1 from record_number n join lease_number o on o.number_id = n.number_id and o.open
            where n.record_id = c.record_id)
          and ${dialable}
        order by q.place
        limit 1
        for update of q, c skip locked
      ) best
      order by lane.number
      limit 1
    ), gone as (
      delete from queue_entry q using first where q.case_id = first.case_id
    )
    update "case" c set fence = c.fence + 1
    from first where c.id = first.case_id
    returning c.id, c.fence, c.country, first.language, c.region, c.rank, first.place, first.number::int as lane`);
  return rows[0] ?? null;
}
