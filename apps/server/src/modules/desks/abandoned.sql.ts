// Shifts that nobody has been at for long, locked, with the last sign of life of whoever they belong to.

import { type Instant, toIso } from "@fieldline/kernel";
import type { Sql } from "../../platform/db/sql.ts";

export interface AbandonedShift {
  readonly id: string;
  readonly userId: string;
  /** Never before the shift or its last break began. */
  readonly lastSeen: Date;
  readonly onBreak: boolean;
}

/** Open since before `limit`, with no session used and no case held since; those being changed are left to that. */
export const lockAbandoned = (sql: Sql, limit: Instant) =>
  sql.rows<AbandonedShift>(
    `select s.id, s.user_id as "userId", pause.started_at is not null as "onBreak",
      greatest(s.started_at, pause.started_at,
        (select max(x.last_seen_at) from session x where x.user_id = s.user_id),
        (select max(l.ended_at) from lease l where l.user_id = s.user_id)) as "lastSeen"
    from shift s left join shift_break pause on pause.shift_id = s.id and pause.ended_at is null
    where s.ended_at is null and s.started_at < $1::timestamptz
      and not exists (select from session x where x.user_id = s.user_id and x.last_seen_at >= $1::timestamptz)
      and not exists (select from lease l
        where l.user_id = s.user_id and (l.ended_at is null or l.ended_at >= $1::timestamptz))
    order by s.id limit 200 for update of s skip locked`,
    [toIso(limit)],
  );
