// Reserved places whose time is up, locked; those somebody is just working with are left to them.

import { type Instant, toIso } from "@fieldline/kernel";
import type { Sql } from "../../platform/db/sql.ts";

export interface ExpiredPlace {
  readonly interviewId: string;
  readonly waveId: string;
  readonly country: string;
}

export const lockExpired = (sql: Sql, now: Instant) =>
  sql.rows<ExpiredPlace>(
    `select p.interview_id as "interviewId", p.wave_id as "waveId", i.country
    from quota_place p join interview i on i.id = p.interview_id
    where p.state = 'reserved' and p.expires_at <= $1::timestamptz
    order by p.interview_id limit 200 for update of p skip locked`,
    [toIso(now)],
  );
