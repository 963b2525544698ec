// What the database itself refuses, whoever asks: each check, unique index and trigger by its name.

import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { danishField, danishNumber } from "./support/field.ts";

const field = await danishField([
  { record: "odense", number: danishNumber(1, 5) },
  { record: "aarhus", number: danishNumber(2, 5) },
]);
const { waveId } = field;
const owner = new pg.Client({ connectionString: field.url });
beforeAll(() => owner.connect());
afterAll(() => owner.end());
beforeEach(() => owner.query("BEGIN"));
afterEach(() => owner.query("ROLLBACK"));

const sql = async (text: string, values: unknown[] = []) =>
  (await owner.query<Record<string, string>>(text, values)).rows;
const refuses = (text: string, values: unknown[], constraint: string) =>
  expect(owner.query(text, values)).rejects.toMatchObject({ constraint });

async function theCase(reference: string): Promise<{ caseId: string; numberId: string }> {
  const rows = await sql(
    `SELECT c.id AS "caseId", n.number_id AS "numberId" FROM "case" c
     JOIN sample_record r ON r.id = c.record_id JOIN record_number n ON n.record_id = r.id WHERE r.reference = $1`,
    [reference],
  );
  return rows[0] as { caseId: string; numberId: string };
}

const leaseSql = `INSERT INTO lease (id, case_id, user_id, fence, taken_at, expires_at)
  VALUES ($1, $2, $3, 1, '2026-03-02T09:00Z', '2026-03-02T09:05Z')`;
const lease = async (caseId: string, userId = randomUUID()) => {
  const id = randomUUID();
  await sql(leaseSql, [id, caseId, userId]);
  return id;
};

const attemptSql = `INSERT INTO contact_attempt (id, case_id, wave_id, number_id, user_id, fence, call_rules_version,
    line, dialled_at, dialled_field_at, local_date)
  VALUES ($1, $2, $3, $4, $5, 1, 1, 'simulated', '2026-03-02T09:00Z', '2008-04-16T15:00Z', '2008-04-16')`;
async function attempt(reference: string): Promise<{ id: string; caseId: string; numberId: string }> {
  const of = await theCase(reference);
  const id = randomUUID();
  await sql(attemptSql, [id, of.caseId, waveId, of.numberId, randomUUID()]);
  return { ...of, id };
}

const interviewSql = `INSERT INTO interview (id, wave_id, case_id, attempt_id, release_id, user_id, country, language,
    status, seq, counted, started_at)
  SELECT $1, w.id, $2, $3, w.release_id, $4, 'DK', 'da', $5, 1, $6, '2026-03-02T09:00Z' FROM wave w WHERE w.id = $7`;
const interviewOf = (of: { caseId: string; id: string }, status: string, counted: boolean) => [
  randomUUID(),
  of.caseId,
  of.id,
  randomUUID(),
  status,
  counted,
  waveId,
];

describe("a wave", () => {
  it.each([
    ["mode = 'live', field_offset_ms = 0", "wave_mode_settled"],
    ["mode = 'demo'", "wave_mode_settled"],
    ["state = 'paused'", "wave_state_check"],
    ["field_from = '2008-06-01'", "wave_dates_check"],
    ["institute = NULL", "wave_in_field_complete"],
    ["verification_number = NULL", "wave_in_field_complete"],
    ["call_rules_version = NULL", "wave_in_field_complete"],
    ["countries = '{}'", "wave_in_field_complete"],
  ])("cannot be set to %s in the field", async (change, constraint) => {
    await refuses(`UPDATE wave SET ${change} WHERE id = $1`, [waveId], constraint);
  });

  const another = `INSERT INTO wave (id, study_id, code, title, mode, state, field_from, field_to, field_offset_ms)
    SELECT $1, study_id, 'autumn', 'Autumn', $2, 'preparing', field_from, field_to, $3 FROM wave WHERE id = $4
    RETURNING mode`;

  it.each([
    ["demo", 0, "wave_mode_check"],
    ["live", 1, "wave_live_in_real_time"],
  ])("is not made as %s with an offset of %i", async (mode, offset, constraint) => {
    await refuses(another, [randomUUID(), mode, offset, waveId], constraint);
  });

  it("may be live where its field time is real time", async () => {
    expect(await sql(another, [randomUUID(), "live", 0, waveId])).toEqual([{ mode: "live" }]);
  });
});

describe("a case", () => {
  it("that is open has a time at which it is due, and a closed one has none", async () => {
    const { caseId } = await theCase("odense");
    await sql("SAVEPOINT before");
    await refuses(`UPDATE "case" SET due_at = NULL WHERE id = $1`, [caseId], "case_open_is_due");
    await sql("ROLLBACK TO before");
    await refuses(`UPDATE "case" SET state = 'closed' WHERE id = $1`, [caseId], "case_open_is_due");
    await sql("ROLLBACK TO before");
    await refuses(
      `UPDATE "case" SET state = 'resting', due_at = NULL WHERE id = $1`,
      [caseId],
      "case_state_check",
    );
  });

  it("is found by the index made for the next one", async () => {
    await sql("SET LOCAL enable_seqscan = off");
    await sql("SET LOCAL enable_sort = off");
    const plan = await sql(
      `EXPLAIN SELECT case_id FROM queue_entry WHERE wave_id = $1 AND country = 'DK' AND language = 'da'
       AND rank = 2 AND region = 'DK01' AND place > 7 ORDER BY place LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [waveId],
    );
    expect(plan.map((row) => row["QUERY PLAN"]).join("\n")).toContain("queue_entry_lane_idx");
  });

  it("lies at one desk, and a desk has one case", async () => {
    const [odense, aarhus] = [await theCase("odense"), await theCase("aarhus")];
    const mette = randomUUID();
    await lease(odense.caseId, mette);
    await sql("SAVEPOINT before");
    await refuses(leaseSql, [randomUUID(), odense.caseId, randomUUID()], "lease_case_open_key");
    await sql("ROLLBACK TO before");
    await refuses(leaseSql, [randomUUID(), aarhus.caseId, mette], "lease_user_open_key");
    await sql("ROLLBACK TO before");
    await sql("UPDATE lease SET ended_at = '2026-03-02T09:01Z'");
    await lease(odense.caseId, mette);
  });

  it("has one call at a time", async () => {
    const first = await attempt("odense");
    await sql("SAVEPOINT before");
    const again = [randomUUID(), first.caseId, waveId, first.numberId, randomUUID()];
    await refuses(attemptSql, again, "contact_attempt_open_key");
    await sql("ROLLBACK TO before");
    const closing = "UPDATE contact_attempt SET closed_at = '2026-03-02T09:01Z' WHERE id = $1";
    await refuses(closing, [first.id], "contact_attempt_closed_has_result");
    await sql("ROLLBACK TO before");
    await sql("UPDATE contact_attempt SET closed_at = '2026-03-02T09:01Z', disposition = 'busy'");
    await sql(attemptSql, again);
  });
});

describe("a number", () => {
  it("is open in one lease only, over all studies", async () => {
    const { caseId, numberId } = await theCase("odense");
    const other = await theCase("aarhus");
    const open = "INSERT INTO lease_number (lease_id, number_id, open) VALUES ($1, $2, true)";
    await sql(open, [await lease(caseId), numberId]);
    await refuses(open, [await lease(other.caseId), numberId], "lease_number_open_key");
  });

  it("is known by a hash of 32 bytes and a kind there is", async () => {
    await sql("SAVEPOINT before");
    await refuses("UPDATE phone_number SET hash = '\\x00'", [], "phone_number_hash_check");
    await sql("ROLLBACK TO before");
    await refuses("UPDATE phone_number SET kind = 'fax'", [], "phone_number_kind_check");
  });

  it("that is not to be called stays so, from the first date on, and cannot be forgotten", async () => {
    const mark = "UPDATE phone_number SET do_not_call_at = $1";
    await sql(mark, ["2026-03-02T09:00Z"]);
    await sql(mark, ["2026-03-02T09:00Z"]);
    await sql("SAVEPOINT before");
    for (const at of [null, "2026-03-03T09:00Z"]) {
      await refuses(mark, [at], "phone_number_do_not_call_stays");
      await sql("ROLLBACK TO before");
    }
    await refuses("DELETE FROM phone_number", [], "phone_number_do_not_call_kept");
  });

  it("that no study knows has no contact", async () => {
    const contact = "INSERT INTO contact.contact_number (number_id, sealed) VALUES ($1, '\\x01')";
    await sql("SAVEPOINT before");
    await refuses(contact, [randomUUID()], "contact_number_number_id_fkey");
    await sql("ROLLBACK TO before");
    const person = "INSERT INTO contact.contact_person (record_id, sealed) VALUES ($1, '\\x01')";
    await refuses(person, [randomUUID()], "contact_person_record_id_fkey");
  });
});

describe("of the interviews of a case", () => {
  it("only a completed one counts, and only one", async () => {
    const of = await attempt("odense");
    await sql("SAVEPOINT before");
    await refuses(interviewSql, interviewOf(of, "partial", true), "interview_counted_is_completed");
    await sql("ROLLBACK TO before");
    await sql(interviewSql, interviewOf(of, "completed", true));
    await refuses(interviewSql, interviewOf(of, "completed", true), "interview_counted_key");
  });

  it("only one is under way, suspended or not", async () => {
    const of = await attempt("odense");
    await sql(interviewSql, interviewOf(of, "suspended", false));
    await refuses(interviewSql, interviewOf(of, "inProgress", false), "interview_open_key");
  });
});

describe("a person", () => {
  const add = `INSERT INTO app_user (id, name, display_name, password_hash, roles, interface_language, created_at)
    VALUES ($1, $2, 'Mette', '', $3, 'da', '2026-03-02T09:00Z')`;

  it.each([
    ["Mette", ["interviewer"], "app_user_name_check"],
    ["mette", ["agent"], "app_user_roles_check"],
    ["mette", [], "app_user_roles_check"],
  ])("named %s with the roles %j is refused", async (name, roles, constraint) => {
    await refuses(add, [randomUUID(), name, roles], constraint);
  });

  it("has a level of 1 to 3 in a language, and sessions known by a hash of 32 bytes", async () => {
    const id = randomUUID();
    await sql(add, [id, "mette", ["interviewer"]]);
    await sql("SAVEPOINT before");
    const speaks = "INSERT INTO user_language (user_id, language, level) VALUES ($1, 'da', 4)";
    await refuses(speaks, [id], "user_language_level_check");
    await sql("ROLLBACK TO before");
    const session = `INSERT INTO session (token_hash, id, user_id, created_at, last_seen_at, expires_at)
      VALUES ('\\x00', $1, $2, '2026-03-02T09:00Z', '2026-03-02T09:00Z', '2026-03-02T09:00Z')`;
    await refuses(session, [randomUUID(), id], "session_token_hash_check");
  });
});

describe("what is written for ever", () => {
  it.each([
    ["journal_entry", "action = ''", "journal_entry_append_only"],
    ["interview_operation", "type = ''", "interview_operation_append_only"],
    ["instrument_release", "number = 2", "instrument_release_frozen"],
    ["call_rules_version", "version = 2", "call_rules_version_frozen"],
  ])("%s takes no change and no deletion, not even from the owner", async (table, change, trigger) => {
    const denied = { code: "23000", constraint: trigger, table };
    await sql("SAVEPOINT before");
    for (const statement of [
      `UPDATE ${table} SET ${change}`,
      `DELETE FROM ${table}`,
      `TRUNCATE ${table} CASCADE`,
    ]) {
      await expect(owner.query(statement), statement).rejects.toMatchObject(denied);
      await sql("ROLLBACK TO before");
    }
  });
});
