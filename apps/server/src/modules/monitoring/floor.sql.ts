// The interviewers of a wave's floor with what their desks hold, in one statement.

import { Prisma } from "../../platform/db/generated/client.ts";
import type { Audience } from "../../platform/live/stream.ts";
import type { ReadTx } from "../../platform/tx.ts";

export interface FloorRow {
  readonly id: string;
  readonly name: string;
  readonly signedInAt: Date | null;
  /** Of the break under way, and the end of the last one; of the open shift. */
  readonly breakSince: Date | null;
  readonly breakEndedAt: Date | null;
  /** Of the last case that was given up. */
  readonly caseEndedAt: Date | null;
  readonly leaseId: string | null;
  readonly takenAt: Date;
  readonly connectedAt: Date | null;
  readonly expiresAt: Date;
  /** Whether the case on the desk is one of this wave and these countries. */
  readonly caseSeen: boolean;
  readonly country: string;
  readonly reference: string;
  readonly caseId: string;
  readonly dialledAt: Date | null;
  readonly closedAt: Date | null;
  readonly status: string;
  readonly language: string;
  readonly unit: number | null;
  readonly units: number | null;
  /** First and last operation since the dial; null where the interview was not worked on in this call. */
  readonly tookUpAt: Date | null;
  readonly lastAt: Date | null;
  readonly dials: readonly {
    readonly disposition: string | null;
    readonly inbound: boolean;
    readonly count: number;
  }[];
}

export interface FloorAsked {
  /** Nobody else's desk; null for all. */
  readonly userIds: readonly string[] | null;
  readonly now: Date;
  /** Begin of the machine's day, from which sign-ins and dials count. */
  readonly midnight: Date;
}

/**
 * Everybody in the reach of the audience who interviews and is not disabled, signed in or not; so the caller can also
 * tell who has left the floor. Dials are today's in this wave and these countries, since the first sign-in of the day.
 */
export function floorRows(
  tx: ReadTx,
  { waveId, countries }: Audience,
  { userIds, now, midnight }: FloorAsked,
): Promise<FloorRow[]> {
  const seen = Prisma.sql`${[...countries]}::text[]`;
  return tx.$queryRaw<FloorRow[]>(Prisma.sql`
    select u.id, u.display_name as name, signed_in.at as "signedInAt", given_up.at as "caseEndedAt",
      paused.since as "breakSince", paused.ended_at as "breakEndedAt",
      l.id as "leaseId", l.taken_at as "takenAt", l.connected_at as "connectedAt", l.expires_at as "expiresAt",
      coalesce(c.wave_id = ${waveId}::uuid and c.country = any(${seen}), false) as "caseSeen",
      c.country, r.reference, c.id as "caseId", call.dialled_at as "dialledAt", call.closed_at as "closedAt",
      held.status, held.language, held.unit, held.units, held.took_up_at as "tookUpAt", held.last_at as "lastAt",
      coalesce(dials.dials, '[]') as dials
    from app_user u
      left join lease l on l.user_id = u.id and l.ended_at is null
      left join "case" c on c.id = l.case_id
      left join sample_record r on r.id = c.record_id
      left join lateral (
        select min(s.created_at) as at from session s
        where s.user_id = u.id and s.ended_at is null and s.expires_at > ${now}
      ) signed_in on true
      left join lateral (
        select max(e.ended_at) as at from lease e
        where e.user_id = u.id and e.ended_at is not null and l.id is null
      ) given_up on true
      left join lateral (
        select max(b.started_at) filter (where b.ended_at is null) as since, max(b.ended_at) as ended_at
        from shift h join shift_break b on b.shift_id = h.id
        where h.user_id = u.id and h.ended_at is null
      ) paused on true
      left join lateral (
        select a.dialled_at, a.closed_at from contact_attempt a
        where a.case_id = l.case_id and a.user_id = l.user_id and a.fence = l.fence
        order by a.dialled_at desc limit 1
      ) call on true
      left join lateral (
        select i.status, i.language, i.unit, i.units, worked.took_up_at, worked.last_at
        from interview i, lateral (
          select min(o.received_at) as took_up_at, max(o.received_at) as last_at from interview_operation o
          where o.interview_id = i.id and o.received_at >= call.dialled_at
        ) worked
        where i.case_id = l.case_id order by i.started_at desc limit 1
      ) held on true
      left join lateral (
        select json_agg(json_build_object('disposition', one.disposition, 'inbound', one.inbound, 'count', one.count)) as dials
        from (
          select a.disposition, a.line = 'inbound' as inbound, count(*)::int as count
          from contact_attempt a join "case" k on k.id = a.case_id
          where a.user_id = u.id and a.wave_id = ${waveId}::uuid and k.country = any(${seen})
            and a.dialled_at >= coalesce(
              (select min(s.created_at) from session s where s.user_id = u.id and s.created_at >= ${midnight}),
              ${midnight})
          group by 1, 2
        ) one
        where l.id is not null or signed_in.at is not null
      ) dials on true
    where 'interviewer' = any(u.roles) and u.disabled_at is null
      and ${userIds === null ? Prisma.sql`true` : Prisma.sql`u.id = any(${[...userIds]}::uuid[])`}
      and exists (
        select 1 from user_scope s join wave w on w.study_id = s.study_id
        where s.user_id = u.id and w.id = ${waveId}::uuid and s.country = any(${seen})
      )
    order by u.display_name, u.id`);
}
