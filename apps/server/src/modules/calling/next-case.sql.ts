// Takes the next case: one statement, so that any number of desks and servers can ask at once.

import { anybodyAfter, ownerBefore, ranks } from "@fieldline/calling";
import { minute } from "@fieldline/kernel";
import { Prisma } from "../../platform/db/generated/client.ts";
import type { WriteTx } from "../../platform/tx.ts";

export interface Wanted {
  /** Who asks: an exact appointment is offered first to whoever made it. */
  readonly userId: string;
  readonly waveId: string;
  /** Countries that may be called at this minute and that the interviewer works in. */
  readonly callable: readonly string[];
  /** Those whose own language the interviewer speaks: a first call there is held in it. */
  readonly spoken: readonly string[];
  /** Languages the interviewer speaks: an interview to go on with needs its own. */
  readonly languages: readonly string[];
  readonly fieldNow: Date;
}

export interface Taken {
  readonly id: string;
  readonly rank: number;
  readonly fence: number;
}

/** From when the owner of an exact appointment may take its case, and from when anybody may. */
const ownerFrom = (fieldNow: Date): Date => new Date(fieldNow.getTime() + ownerBefore * minute);
const anybodyFrom = (fieldNow: Date): Date => new Date(fieldNow.getTime() - anybodyAfter * minute);

/**
 * Each country and rank is one seek in `case_next_idx (wave_id, country, rank, due_at, draw)`; the best of those few
 * rows is taken and its fence raised. Rows another desk is just taking are skipped, not waited for. A case is
 * passed over while it, or one of its numbers, is open in any lease of any study, when no number of it is left, and
 * for good once somebody there has completed. A case with an exact appointment is the owner's from five minutes before
 * it, everybody's from ten minutes after.
 */
export async function takeNextCase(tx: WriteTx, wanted: Wanted): Promise<Taken | null> {
  const now = wanted.fieldNow;
  const [owner, anybody] = [ownerFrom(now), anybodyFrom(now)];
  const rows = await tx.$queryRaw<Taken[]>(Prisma.sql`
    with candidate as (
      select best.id
      from unnest(${wanted.callable}::text[]) as k(country)
      cross join generate_series(${ranks.exact}::int, ${ranks.fresh}::int) as r(rank)
      cross join lateral (
        select c.id, c.rank, c.due_at, c.draw
        from "case" c
        where c.wave_id = ${wanted.waveId}::uuid and c.country = k.country and c.rank = r.rank
          and c.state = 'open'
          and c.due_at <= case when r.rank = ${ranks.exact} then ${owner}::timestamptz else ${now}::timestamptz end
          and (r.rank <> ${ranks.exact} or case
            when exists (select 1 from appointment a where a.case_id = c.id and a.state = 'open')
              then exists (select 1 from appointment a where a.case_id = c.id and a.state = 'open'
                and a.starts_at <= case when a.user_id = ${wanted.userId}::uuid then ${owner}::timestamptz
                                        else ${anybody}::timestamptz end)
            else c.due_at <= ${now}::timestamptz end)
          and (c.language = any(${wanted.languages}::text[])
            or (c.language is null and c.country = any(${wanted.spoken}::text[])))
          and not exists (select 1 from interview i where i.case_id = c.id and i.status = 'completed')
          and not exists (select 1 from lease l where l.case_id = c.id and l.ended_at is null)
          and not exists (
            select 1 from record_number n join lease_number o on o.number_id = n.number_id and o.open
            where n.record_id = c.record_id)
          and exists (
            select 1 from record_number n join phone_number p on p.id = n.number_id
            where n.record_id = c.record_id and p.do_not_call_at is null and p.closed_as is null)
        order by c.due_at, c.draw
        limit 1
        for update of c skip locked
      ) best
      order by best.rank, best.due_at, best.draw
      limit 1
    )
    update "case" c set fence = c.fence + 1
    from candidate where c.id = candidate.id
    returning c.id, c.rank, c.fence`);
  return rows[0] ?? null;
}
