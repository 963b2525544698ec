// The recount: it finds nothing in a field that was worked as it should, and each planted inconsistency by its name.

import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { type Finding, recount } from "../../apps/server/src/recount/index.ts";
import { livelyField } from "./support/lively-field.ts";

const { field } = await livelyField();
const owner = new pg.Client({ connectionString: field.url });
await owner.connect();
afterAll(() => owner.end());

const found = () => recount(field.platform.database);

it("finds nothing in a field in which everything happened once", async () => {
  expect(await found()).toEqual([]);
});

/** What somebody with the owner's password does to the rows; triggers and checks that would refuse it are off. */
interface Planted {
  readonly what: string;
  readonly sql: string;
  readonly finds: Partial<Finding>;
}

const completed = "(select id from interview where status = 'completed' limit 1)";
const closedCase = `(select id from "case" where final_disposition = 'complete')`;

const planted: readonly Planted[] = [
  {
    what: "a counter that is one too high",
    sql: "update quota_cell set completed = completed + 1 where id = 'DK/sex/F'",
    finds: { invariant: "R3", rule: "quota-counters", says: "completed is 1, recounted 0" },
  },
  {
    what: "more people in a cell than its cap",
    sql: `alter table quota_cell drop constraint quota_cell_within_cap, drop constraint quota_cell_cap_of_limit;
      update quota_cell set cap = 1 where id = 'DK/sex/M'`,
    finds: { invariant: "R3", rule: "quota-counters", says: expect.stringContaining("pass the cap of 1") },
  },
  {
    what: "a complete in the cells of somebody else",
    sql: `update quota_place set cells = array_replace(cells, 'DK/sex/M', 'DK/sex/F') where state = 'completed'`,
    finds: { invariant: "R3", rule: "interview-place" },
  },
  {
    what: "an operation gone from the middle of a log",
    sql: `delete from interview_operation where interview_id = ${completed} and seq = 5`,
    finds: { invariant: "R2", rule: "interview-log", says: "has operation 6 where 5 should be in its log" },
  },
  {
    what: "the last answer of a suspended interview gone, with its head put back",
    sql: `delete from interview_operation o using interview i
        where i.id = o.interview_id and i.status = 'suspended' and o.seq = i.seq;
      update interview set seq = seq - 1 where status = 'suspended'`,
    finds: {
      invariant: "R1",
      rule: "interview-head",
      says: "its status is suspended, its log folds to inProgress",
    },
  },
  {
    what: "an operation that is there twice",
    sql: `drop index interview_operation_id_key;
      insert into interview_operation
      select interview_id, seq + 1, id, type, body, user_id, received_at, field_at from interview_operation o
      where seq = (select seq from interview i where i.id = o.interview_id) and type = 'breakOff'`,
    finds: { invariant: "R2", rule: "unique-ids", says: "is there 2 times" },
  },
  {
    what: "a result with another answer than was given",
    sql: `update interview_result r set facts = '{"respondent": 7}' from interview i
      where i.id = r.interview_id and i.status = 'brokenOff'`,
    finds: { invariant: "R2", rule: "interview-result" },
  },
  {
    what: "an interview moved under another release",
    sql: `insert into instrument_release select gen_random_uuid(), study_id, 2, 'other', canonical, released_at
        from instrument_release;
      update interview set release_id = (select id from instrument_release where number = 2)
      where status = 'inProgress'`,
    finds: { invariant: "R8", rule: "interview-release", entity: "interview" },
  },
  {
    what: "an interview under another release than its call",
    sql: `insert into instrument_release select gen_random_uuid(), study_id, 3, 'third', canonical, released_at
        from instrument_release where number = 1;
      update contact_attempt set release_id = (select id from instrument_release where number = 3)
      where id = (select attempt_id from interview where status = 'brokenOff')`,
    finds: { invariant: "R8", rule: "interview-release", says: expect.stringContaining("than the call") },
  },
  {
    what: "a step both in an interview and beside it",
    sql: branch("'brokenOff'", "jsonb_agg(o.body order by o.seq)"),
    finds: { invariant: "R2", rule: "interview-branch", entity: "interview_branch" },
  },
  {
    what: "a branch of an interview taken back that still says what was said",
    sql: branch(
      "'void'",
      "jsonb_agg(o.body || jsonb_build_object('id', gen_random_uuid(), 'type', 'answer'))",
    ),
    finds: { invariant: "R1", rule: "interview-branch", says: "still says what was taken back" },
  },
  {
    what: "a branch that was erased and not taken back",
    sql: branch("'suspended'", `'[{"id": "00000000-0000-4000-8000-000000000000", "type": "erased"}]'::jsonb`),
    finds: { invariant: "R1", rule: "interview-branch", says: "is erased and was not taken back" },
  },
  {
    what: "a number open at two desks",
    sql: `drop index lease_number_open_key;
      update lease_number set open = true where lease_id = (select lease_id from lease_number where not open limit 1)`,
    finds: { invariant: "R12", rule: "leases", says: "has ended and still holds a number" },
  },
  {
    what: "a call under no lease",
    sql: "update contact_attempt set fence = 99 where disposition = 'hardRefusal'",
    finds: { invariant: "R4", rule: "leases", says: "was dialled under no lease" },
  },
  {
    what: "a call in the middle of the night",
    sql: `update contact_attempt set dialled_field_at = dialled_field_at - interval '14 hours'
      where disposition = 'appointmentExact'`,
    finds: {
      invariant: "R5",
      rule: "dials",
      says: expect.stringMatching(/calling\.(outsideHours|beyondDayCeiling)/),
    },
  },
  {
    what: "a call to a number on the do-not-call list",
    sql: `update phone_number set do_not_call_at = '2026-01-01' where id =
      (select number_id from contact_attempt where disposition = 'softRefusalHousehold')`,
    finds: { invariant: "R6", rule: "do-not-call" },
  },
  {
    what: "an outcome the journal knows nothing of",
    sql: "update contact_attempt set disposition = 'busy' where disposition = 'notInService'",
    finds: { invariant: "R9", rule: "journalled", says: "has another outcome than the journal says" },
  },
  {
    what: "a case that was closed and is open again",
    sql: `update "case" set state = 'open', due_at = '2008-04-20', closed_at = null, final_code = null,
      final_disposition = null where id = ${closedCase}`,
    finds: { invariant: "R9", rule: "case-fold", says: "is open, its attempts close it as complete" },
  },
  {
    what: "a case to be handed out that is closed",
    sql: `insert into queue_entry (case_id, wave_id, country, language, rank, region, place, due_at, from_at, until_at)
      select id, wave_id, country, 'da', 2, region, 1, '2008-04-16', '2008-04-16', '9999-01-01' from "case"
      where state = 'closed' limit 1`,
    finds: { invariant: "R9", rule: "queue", says: "is to be handed out and does not stand so" },
  },
  {
    what: "a tally that counts a case too many",
    sql: "update case_tally_delta set cases = cases + 1 where id = (select min(id) from case_tally_delta)",
    finds: { invariant: "R9", rule: "queue", entity: "wave" },
  },
  {
    what: "an entry gone from the journal",
    sql: "delete from journal_entry where entity_kind = 'interview'",
    finds: { invariant: "R9", rule: "journalled", says: "was begun without a word in the journal" },
  },
];

describe("planted into that field", () => {
  it.each(planted)("$what is found", async ({ sql, finds }) => {
    const before = await found();
    await owner.query(`begin; ${triggers("disable")}; ${sql}; commit`);
    await owner.query(triggers("enable"));
    const known = new Set(before.map((one) => JSON.stringify(one)));
    const fresh = (await found()).filter((one) => !known.has(JSON.stringify(one)));
    expect(fresh).toContainEqual(expect.objectContaining(finds));
  });
});

/** Beside the interview with this status. */
function branch(status: string, operations: string): string {
  return `insert into interview_branch (id, interview_id, case_id, user_id, fence, operations, reason, received_at, field_at)
    select gen_random_uuid(), i.id, i.case_id, i.user_id, 1, ${operations}, 'continuedElsewhere', now(), now()
    from interview i join interview_operation o on o.interview_id = i.id where i.status = ${status}
    group by i.id`;
}

function triggers(how: "disable" | "enable"): string {
  const frozen = ["journal_entry", "interview_operation", "instrument_release", "phone_number"];
  return frozen.map((table) => `alter table ${table} ${how} trigger user`).join("; ");
}
