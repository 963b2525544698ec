// Many desks at once: people at work with an interview at the quota check each, put into the database as they would stand.

import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Random } from "@fieldline/kernel";
import pg from "pg";
import { danishNumber, type Field } from "./field.ts";
import { answers } from "./quota-field.ts";

/** An interviewer's desk with somebody on the line, all quota questions answered, the check not yet made. */
export interface Seat {
  readonly interviewId: string;
  readonly cookie: string;
  readonly fence: number;
  readonly sex: Sex;
}

export type Sex = 1 | 2;

const at = "2008-04-16T15:00:00.000Z";
const regions = ["DK01", "DK02"] as const;

/** The first person of an interview, or another one, up to the check. */
export const upToCheck = (sex: Sex, random: Random): readonly object[] => [
  { type: "choose", script: "S_SELECT", code: 1 },
  { type: "choose", script: "S_CONSENT", code: 1 },
  answers("sex", sex),
  answers("age", 40),
  answers("region", regions[Math.floor(random() * regions.length)] ?? "DK01"),
  answers("hoh_occ", 5),
];

/** Sequence of the last operation a seat begins with. */
export const seqAtCheck = 1 + upToCheck(1, () => 0).length;

/** So many desks in Denmark; the households come in through the import, what follows straight into the tables. */
export async function seated(field: Field, desks: number, random: Random): Promise<Seat[]> {
  await field.households(
    Array.from({ length: desks }, (_, index) => ({
      record: `seat${index}`,
      number: danishNumber(index % 100, Math.floor(index / 100)),
    })),
  );
  const client = new pg.Client({ connectionString: field.url });
  await client.connect();
  try {
    const { rows } = await client.query<HouseholdRow>(
      `select c.id as case_id, n.number_id, r.reference as name
      from "case" c join sample_record r on r.id = c.record_id join record_number n on n.record_id = r.id
      where r.wave_id = $1 and r.reference like 'seat%' order by length(r.reference), r.reference`,
      [field.waveId],
    );
    const seats: Seat[] = [];
    for (const row of rows) seats.push(await seat(field, client, { ...row, random }));
    return seats;
  } finally {
    await client.end();
  }
}

interface HouseholdRow {
  readonly case_id: string;
  readonly number_id: string;
  /** Of the sample record, and of the interviewer who rings there. */
  readonly name: string;
}

/** An interviewer who is signed in, holds the case, and has somebody on the line. */
const insertDesk = `
  with person as (
    insert into app_user (id, name, display_name, password_hash, roles, interface_language, created_at)
    values ($1, $2, $2, 'none', '{interviewer}', 'en', $3) returning id
  ), speaks as (
    insert into user_language (user_id, language, level) select id, 'da', 3 from person
  ), sees as (
    insert into user_scope (user_id, study_id, country) select id, $4, 'DK' from person
  ), signed_in as (
    insert into session (token_hash, id, user_id, created_at, last_seen_at, expires_at)
    select $5, gen_random_uuid(), id, $3, $3, $3::timestamptz + interval '1 day' from person
  ), on_desk as (
    update "case" set fence = fence + 1, rank = 0 where id = $6 returning fence
  ), leased as (
    insert into lease (id, case_id, user_id, fence, taken_at, connected_at, expires_at)
    select gen_random_uuid(), $6, $1, fence, $3, $3, $3::timestamptz + interval '45 minutes' from on_desk
    returning id
  ), numbers as (
    insert into lease_number (lease_id, number_id, open) select id, $7, true from leased
  )
  insert into contact_attempt (id, case_id, wave_id, number_id, user_id, fence, call_rules_version, line,
    dialled_at, dialled_field_at, local_date)
  select $8, $6, $9, $7, $1, fence, 1, 'simulated', $3, $10, '2008-04-16' from on_desk
  returning fence`;

const insertInterview = `
  with opened as (
    insert into interview (id, wave_id, case_id, attempt_id, release_id, user_id, country, language, status, seq,
      counted, over_quota, started_at)
    select $1, id, $2, $3, release_id, $4, 'DK', 'da', 'inProgress', $5, false, false, $6 from wave where id = $7
    returning release_id
  )
  insert into interview_operation (interview_id, seq, id, type, body, user_id, received_at, field_at)
  select $1, (one ->> 'seq')::int, (one ->> 'id')::uuid, one ->> 'type',
    case one ->> 'type' when 'begin' then one || jsonb_build_object('release', r.fingerprint) else one end,
    $4, $8, $6
  from jsonb_array_elements($9::jsonb) one, opened join instrument_release r on r.id = opened.release_id`;

async function seat(
  { studyId, waveId, clock }: Field,
  client: pg.Client,
  { case_id, number_id, name, random }: HouseholdRow & { readonly random: Random },
): Promise<Seat> {
  const token = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(token).digest();
  const [userId, attemptId, interviewId] = [randomUUID(), randomUUID(), randomUUID()];
  const sex: Sex = random() < 0.5 ? 1 : 2;
  const [now, fieldNow] = [new Date(clock.now()), new Date(at)];
  const { rows } = await client.query<{ fence: number }>(insertDesk, [
    userId,
    name,
    now,
    studyId,
    hash,
    case_id,
    number_id,
    attemptId,
    waveId,
    fieldNow,
  ]);
  const log = [opening(interviewId), ...upToCheck(sex, random)].map((step, index) => ({
    id: randomUUID(),
    seq: index + 1,
    at,
    ...step,
  }));
  await client.query(insertInterview, [
    interviewId,
    case_id,
    attemptId,
    userId,
    log.length,
    fieldNow,
    waveId,
    now,
    JSON.stringify(log),
  ]);
  return { interviewId, cookie: `fieldline_session=${token}`, fence: rows[0]?.fence ?? 0, sex };
}

const opening = (interviewId: string) => ({
  type: "begin",
  interviewId,
  country: "DK",
  language: "da",
  seed: interviewId,
  prefill: { region: "DK01" },
});
