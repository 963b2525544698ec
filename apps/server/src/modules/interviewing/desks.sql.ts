// The interviews that operations are posted for, with the right of the desk that posts them.

import { type Instant, instant } from "@fieldline/kernel";
import type { Sql } from "../../platform/db/sql.ts";

/** The head of an interview. `seq` is how many operations its log has, so it is also the log's version. */
export interface Head {
  readonly id: string;
  readonly case_id: string;
  readonly wave_id: string;
  readonly release_id: string;
  readonly country: string;
  readonly status: string;
  readonly seq: number;
  readonly unit: number | null;
  readonly field_offset_ms: number;
}

const head = `i.id, i.case_id, i.wave_id, i.release_id, i.country, i.status, i.seq, i.unit,
  w.field_offset_ms::float8 as field_offset_ms`;

export interface Posting {
  readonly interview: string;
  readonly userId: string;
  readonly fence: number;
}

/** A head under the open lease of the desk that posts. */
export interface HeldHead extends Head {
  readonly lease: { readonly id: string; readonly connected: boolean; readonly expiresAt: Instant };
}

/**
 * Locks lease and head of every interview posted for under an open lease; others are missing in the answer. Leases
 * come before interviews, in the order of the interviews' ids.
 */
export async function lockHeld(sql: Sql, postings: readonly Posting[]): Promise<readonly HeldHead[]> {
  const rows = await sql.rows<
    Head & { readonly lease_id: string; readonly connected: boolean; readonly expires_at: Date }
  >(
    `select ${head}, l.id as lease_id, l.connected_at is not null as connected, l.expires_at
    from unnest($1::uuid[], $2::uuid[], $3::int[]) as asked(interview, user_id, fence)
    join interview i on i.id = asked.interview
    join lease l on l.case_id = i.case_id and l.user_id = asked.user_id and l.fence = asked.fence and l.ended_at is null
    join wave w on w.id = i.wave_id
    order by i.id for update of l, i`,
    [
      postings.map(({ interview }) => interview),
      postings.map(({ userId }) => userId),
      postings.map(({ fence }) => fence),
    ],
  );
  return rows.map(({ lease_id, connected, expires_at, ...own }) => ({
    ...own,
    lease: { id: lease_id, connected, expiresAt: instant(expires_at.getTime()) },
  }));
}

/** Locks the head of one interview, so that its operations are appended one batch after the other. */
export async function lockHead(sql: Sql, interviewId: string): Promise<Head | null> {
  const [row] = await sql.rows<Head>(
    `select ${head} from interview i join wave w on w.id = i.wave_id where i.id = $1::uuid for update of i`,
    [interviewId],
  );
  return row ?? null;
}

/** The logs of these interviews, in order. */
export const logsOf = (sql: Sql, interviews: readonly string[]) =>
  sql.rows<{ interview_id: string; body: unknown }>(
    `select interview_id, body from interview_operation where interview_id = any($1::uuid[])
    order by interview_id, seq`,
    [interviews],
  );
