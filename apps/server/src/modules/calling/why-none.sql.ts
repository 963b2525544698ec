// Why nothing can be called: the cases of the interviewer's countries, each counted under one reason.

import { anybodyAfter, ownerBefore } from "@fieldline/calling";
import { Prisma } from "../../platform/db/generated/client.ts";
import type { ReadTx } from "../../platform/tx.ts";

interface Counts {
  readonly at_other_desks: bigint;
  readonly other_language: bigint;
  readonly outside_hours: bigint;
  readonly resting: bigint;
  readonly no_number: bigint;
  readonly being_taken: bigint;
  readonly closed: bigint;
  readonly next_due: Date | null;
}

export interface WhyNone {
  readonly counts: { readonly reason: string; readonly count: number }[];
  /** Cases that could be called, were another desk not just being handed them. */
  readonly beingTaken: number;
  /** Field time at which the earliest resting case is due; hours are not looked at. */
  readonly nextDueAt: Date | null;
}

export async function whyNone(
  tx: ReadTx,
  asked: {
    userId: string;
    waveId: string;
    countries: readonly string[];
    callable: readonly string[];
    spoken: readonly string[];
    languages: readonly string[];
    fieldNow: Date;
  },
): Promise<WhyNone> {
  const [row] = await tx.$queryRaw<Counts[]>(Prisma.sql`
    with seen as (
      select coalesce(kept.from_at, c.due_at) as due_at,
        case
          when c.state = 'closed' then 'closed'
          when exists (select 1 from lease l where l.case_id = c.id and l.ended_at is null)
            or exists (select 1 from record_number n join lease_number o on o.number_id = n.number_id and o.open
                       where n.record_id = c.record_id) then 'desk'
          when c.language <> all(${asked.languages}::text[])
            or (c.language is null and c.country <> all(${asked.spoken}::text[])) then 'language'
          when not exists (select 1 from record_number n join phone_number p on p.id = n.number_id
                           where n.record_id = c.record_id and p.do_not_call_at is null and p.closed_as is null)
            then 'number'
          when kept.from_at > ${asked.fieldNow} then 'resting'
          when kept.id is null and c.due_at > ${asked.fieldNow} then 'resting'
          when c.country <> all(${asked.callable}::text[]) then 'hours'
        end as reason
      from "case" c
      left join lateral (
        select a.id, a.starts_at + case when a.user_id = ${asked.userId}::uuid
          then make_interval(mins => ${-ownerBefore}::int)
          else make_interval(mins => ${anybodyAfter}::int) end as from_at
        from appointment a where a.case_id = c.id and a.state = 'open' and a.kind = 'exact'
      ) kept on true
      where c.wave_id = ${asked.waveId}::uuid and c.country = any(${asked.countries}::text[])
        and (c.state = 'closed'
          or not exists (select 1 from interview i where i.case_id = c.id and i.status = 'completed'))
    )
    select count(*) filter (where reason = 'desk') as at_other_desks,
      count(*) filter (where reason = 'language') as other_language,
      count(*) filter (where reason = 'hours') as outside_hours,
      count(*) filter (where reason = 'resting') as resting,
      count(*) filter (where reason = 'number') as no_number,
      count(*) filter (where reason is null) as being_taken,
      count(*) filter (where reason = 'closed') as closed,
      min(due_at) filter (where reason = 'resting') as next_due
    from seen`);
  const beingTaken = Number(row?.being_taken ?? 0);
  const counts = [
    { reason: "outsideHours", count: Number(row?.outside_hours ?? 0) },
    { reason: "resting", count: Number(row?.resting ?? 0) },
    { reason: "atOtherDesks", count: Number(row?.at_other_desks ?? 0) + beingTaken },
    { reason: "otherLanguage", count: Number(row?.other_language ?? 0) },
    { reason: "noNumberLeft", count: Number(row?.no_number ?? 0) },
    { reason: "closed", count: Number(row?.closed ?? 0) },
  ].filter(({ count }) => count > 0);
  return { counts, beingTaken, nextDueAt: row?.next_due ?? null };
}
