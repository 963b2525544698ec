// Desks in the middle of a call, each with an interview just begun and all the answers still to be posted.

import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Operation } from "@fieldline/interview";
import type pg from "pg";
import { converse, release2008 } from "../../integration/support/respondent.ts";

export interface TalkingDesk {
  readonly interviewId: string;
  readonly userId: string;
  readonly sessionId: string;
  /** Value of the session's cookie. */
  readonly token: string;
  readonly fence: number;
  /** Whole interview, from the first choice to the complete. */
  readonly operations: readonly Operation[];
}

/** As many desks as asked for, over the cases of the bundled study, with room in every cell for all of them. */
export async function talkingDesks(pool: pg.Pool, count: number): Promise<TalkingDesk[]> {
  await pool.query("update quota_cell set target = 1000000, limit_count = 1000000, cap = 1000000");
  const { rows: cases } = await pool.query<{
    id: string;
    wave_id: string;
    country: string;
    region: string;
    number_id: string;
    release_id: string;
    fingerprint: string;
  }>(
    `select c.id, c.wave_id, c.country, c.region, n.number_id, w.release_id, r.fingerprint
    from "case" c join record_number n on n.record_id = c.record_id and n.position = 1
    join wave w on w.id = c.wave_id join instrument_release r on r.id = w.release_id
    where not exists (select 1 from interview i where i.case_id = c.id)
    order by c.draw limit $1`,
    [count],
  );
  if (cases.length < count) throw new Error(`There are ${cases.length} cases for ${count} desks.`);
  const desks = cases.map((one) => {
    const interviewId = randomUUID();
    const begin = {
      type: "begin",
      id: randomUUID(),
      seq: 1,
      at: "2008-04-16T15:00:00.000Z",
      interviewId,
      release: one.fingerprint,
      country: one.country,
      language: "da",
      seed: "bench",
      prefill: { region: one.region },
    } as unknown as Operation;
    const { operations } = converse(release2008(one.fingerprint), [begin]);
    const ids = {
      userId: randomUUID(),
      sessionId: randomUUID(),
      leaseId: randomUUID(),
      attemptId: randomUUID(),
    };
    return {
      ...one,
      ...ids,
      caseId: one.id,
      interviewId,
      begin,
      operations,
      token: randomBytes(32).toString("base64url"),
    };
  });
  const rows = JSON.stringify(
    desks.map(({ operations: _, token, ...row }) => ({
      ...row,
      token_hash: createHash("sha256").update(token).digest("hex"),
      body: row.begin,
      begin_id: row.begin.id,
    })),
  );
  const from = `from jsonb_to_recordset($1::jsonb) as x("caseId" uuid, wave_id uuid, country text, number_id uuid,
    release_id uuid, "interviewId" uuid, "userId" uuid, "sessionId" uuid, "leaseId" uuid, "attemptId" uuid,
    token_hash text, body jsonb, begin_id uuid)`;
  const statements = [
    `insert into app_user (id, name, display_name, password_hash, roles, interface_language, created_at)
      select "userId", "userId"::text, 'Bench', '-', '{interviewer}', 'da', now() ${from}`,
    `insert into session (token_hash, id, user_id, created_at, last_seen_at, expires_at)
      select decode(token_hash, 'hex'), "sessionId", "userId", now(), now(), now() + interval '12 hours' ${from}`,
    `insert into lease (id, case_id, user_id, fence, taken_at, expires_at, connected_at)
      select "leaseId", "caseId", "userId", 1, now(), now() + interval '45 minutes', now() ${from}`,
    `insert into contact_attempt (id, case_id, wave_id, number_id, user_id, fence, call_rules_version, line, dialled_at,
        dialled_field_at, local_date)
      select "attemptId", "caseId", wave_id, number_id, "userId", 1, 1, 'simulated', now(), '2008-04-16T15:00:00Z',
        '2008-04-16' ${from}`,
    `insert into interview (id, wave_id, case_id, attempt_id, release_id, user_id, country, language, status, seq, counted,
        over_quota, started_at)
      select "interviewId", wave_id, "caseId", "attemptId", release_id, "userId", country, 'da', 'inProgress', 1, false,
        false, '2008-04-16T15:00:00Z' ${from}`,
    `insert into interview_operation (interview_id, seq, id, type, body, user_id, received_at, field_at)
      select "interviewId", 1, begin_id, 'begin', body, "userId", now(), '2008-04-16T15:00:00Z' ${from}`,
  ];
  for (const statement of statements) await pool.query(statement, [rows]);
  await pool.query(`update "case" set fence = 1 where id in (select "caseId" ${from})`, [rows]);
  await pool.query("vacuum analyze");
  return desks.map(({ interviewId, userId, sessionId, token, operations }) => ({
    interviewId,
    userId,
    sessionId,
    token,
    fence: 1,
    operations,
  }));
}
