// A respondent takes an interview back: nothing they said stays, nobody rings them again, and the journal says that.

import { randomUUID } from "node:crypto";
import { minute } from "@fieldline/kernel";
import pg from "pg";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { recount as recountAll } from "../../apps/server/src/recount/index.ts";
import { duties, exact, until } from "./support/day.ts";
import type { Desk } from "./support/desk.ts";
import { danishField, danishNumber, type Field } from "./support/field.ts";
import { answersAll, begun, completes, type OnTheLine } from "./support/interviewed.ts";
import { type HeldOffline, posts, ringsAndIsCutOff, setsAside } from "./support/offline.ts";
import { recount, withPlan } from "./support/quota-field.ts";

let field: Field;
let owner: pg.Client;
let mette: Desk;
const owners: pg.Client[] = [];
afterAll(() => Promise.all(owners.map((one) => one.end())));

beforeEach(async () => {
  field = await danishField([{ record: "dk1", number: danishNumber(1, 0) }]);
  await withPlan(field, { total: 9, men: 5, women: 5 });
  mette = await field.interviewer("mette");
  owner = new pg.Client({ connectionString: field.url });
  owners.push(owner);
  await owner.connect();
});

const takesBack = (desk: Desk, code: string, commandId = randomUUID()) =>
  desk.ask("POST", "/api/withdrawals", { commandId, code });

const codeOf = async (desk: Desk, { interviewId }: OnTheLine): Promise<string> =>
  (await desk.ask("GET", `/api/interviews/${interviewId}`)).body.code;

async function logOf({ interviewId }: OnTheLine) {
  const { rows } = await owner.query(
    "select seq, type, body from interview_operation where interview_id = $1 order by seq",
    [interviewId],
  );
  return rows;
}

async function nothingSaidIsLeft(call: OnTheLine): Promise<void> {
  const log = await logOf(call);
  expect(log.length).toBeGreaterThan(3);
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
  expect(log.map(({ body }) => Object.keys(body).sort().join())).toEqual(log.map(() => "at,id,seq,type"));
  expect(log.at(-1)).toMatchObject({ type: "withdraw", body: { type: "erased" } });
  const { rows } = await owner.query("select 1 from interview_result where interview_id = $1", [
    call.interviewId,
  ]);
  expect(rows).toEqual([]);
  const { rows: head } = await owner.query(
    "select status, counted, over_quota from interview where id = $1",
    [call.interviewId],
  );
  expect(head).toEqual([{ status: "void", counted: false, over_quota: false }]);
}

async function nobodyRingsAgain({ of }: OnTheLine): Promise<void> {
  const { rows } = await owner.query(
    `select c.state, c.final_disposition, c.final_code, bool_and(p.do_not_call_at is not null) as listed
    from "case" c join record_number n on n.record_id = c.record_id join phone_number p on p.id = n.number_id
    where c.id = $1 group by 1, 2, 3`,
    [of.id],
  );
  expect(rows).toEqual([
    { state: "closed", final_disposition: "withdrawn", final_code: "2.112", listed: true },
  ]);
}

describe("an interview taken back", () => {
  it("in the middle ends the call with it, and its place comes free", async () => {
    const call = await begun(mette);
    const code = await codeOf(mette, call);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    await mette.records(call.interviewId, call.of, 2, [
      { type: "choose", script: "S_SELECT", code: 1 },
      { type: "choose", script: "S_CONSENT", code: 1 },
      { type: "answer", variable: "sex", answer: { value: 1 } },
      { type: "answer", variable: "age", answer: { value: 40 } },
      { type: "answer", variable: "region", answer: { value: "DK01" } },
      { type: "answer", variable: "hoh_occ", answer: { value: 5 } },
      { type: "checkQuota" },
    ]);
    expect(await recount(field.platform)).toMatchObject({ "DK/total/all": { reserved: 1 } });

    const reply = await takesBack(mette, `${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`);
    expect(reply).toEqual({ status: 200, body: { interviewId: call.interviewId } });
    expect(await recount(field.platform)).toMatchObject({
      "DK/total/all": { reserved: 0, completed: 0 },
      "DK/sex/M": { reserved: 0, completed: 0 },
    });
    await nothingSaidIsLeft(call);
    await nobodyRingsAgain(call);
    expect((await mette.ask("GET", "/api/desk")).body.case).toBeNull();
    const late = await mette.ask("POST", `/api/interviews/${call.interviewId}/operations`, {
      fence: call.of.fence,
      operations: [
        { id: randomUUID(), seq: 9, at: "2008-04-16T15:00:00.000Z", type: "goBack" },
        { id: randomUUID(), seq: 10, at: "2008-04-16T15:00:00.000Z", type: "breakOff" },
      ],
    });
    expect([late.status, late.body.code]).toEqual([409, "calling.leaseLost"]);
    await nothingSaidIsLeft(call);
  });

  it("takes nothing more from its desk, which lost the case to silence before", async () => {
    const call = await begun(mette);
    const code = await codeOf(mette, call);
    field.clock.forward(46 * minute);
    await duties(field);
    const sofia = await field.person({ name: "sofia", roles: ["supervisor"] });
    expect((await takesBack(sofia, code)).status).toBe(200);
    const late = await mette.ask("POST", `/api/interviews/${call.interviewId}/operations`, {
      fence: call.of.fence,
      operations: [{ id: randomUUID(), seq: 2, at: "2008-04-16T15:00:00.000Z", type: "goBack" }],
    });
    expect([late.status, late.body.code]).toEqual([409, "calling.leaseLost"]);
    const note = { commandId: randomUUID(), fence: call.of.fence, text: "ring in the evening" };
    const noted = await mette.ask("POST", `/api/cases/${call.of.id}/notes`, note);
    expect(noted.body.code).toBe("calling.leaseLost");
  });

  it("closes what else was begun with the household, ends the desk's right and tells both", async () => {
    const first = await begun(mette);
    const code = await codeOf(mette, first);
    await mette.records(first.interviewId, first.of, 2, [{ type: "breakOff" }]);
    const refusal = { reason: "noTime", replyUsed: "otherTime" };
    await mette.close(first.attemptId, first.of, "softRefusalHousehold", refusal);
    await until(field, "2008-04-28", "18:00");
    const lars = await field.interviewer("lars");
    await owner.query("update app_user set skills = '{refusalConversion}' where name = 'lars'");
    const second = await begun(lars);
    expect(second.of).toMatchObject({ id: first.of.id, reasons: [{ code: "conversion" }] });
    await lars.records(second.interviewId, second.of, 2, [{ type: "suspend" }]);
    const sofia = await field.person({ name: "sofia", roles: ["supervisor"] });
    await owner.query("delete from news");
    expect((await takesBack(sofia, code)).status).toBe(200);
    const { rows } = await owner.query("select status from interview order by started_at");
    expect(rows).toEqual([{ status: "void" }, { status: "brokenOff" }]);
    await nobodyRingsAgain(first);
    const entries = await owner.query(
      "select after from journal_entry where action = 'interviewing.withdraw' and entity_kind = 'case'",
    );
    expect(entries.rows).toEqual([{ after: { lease: expect.any(String), ended: "withdrawn" } }]);
    const told = await owner.query("select user_id from news where topic = 'desk'");
    const larsId = (await lars.ask("GET", "/api/session")).body.id;
    expect(told.rows).toContainEqual({ user_id: larsId });
  });

  it("cancels the appointment to go on with it, and the journal says so", async () => {
    const call = await begun(mette);
    const code = await codeOf(mette, call);
    await mette.records(call.interviewId, call.of, 2, [{ type: "suspend" }]);
    const appointment = exact("2008-04-17", "18:00");
    const agreed = await mette.close(call.attemptId, call.of, "appointmentExact", { appointment });
    expect(agreed.status, JSON.stringify(agreed.body)).toBe(200);
    await takesBack(mette, code);
    const { rows } = await owner.query(
      `select before, after, field_at is not null as timed from journal_entry
      where action = 'interviewing.withdraw' and entity_kind = 'appointment'`,
    );
    expect(rows).toEqual([{ before: { state: "open" }, after: { state: "cancelled" }, timed: true }]);
  });

  it("after it was completed and counted is counted no more, and is in no export", async () => {
    const call = await begun(mette);
    const code = await codeOf(mette, call);
    await answersAll(mette, call);
    expect((await mette.close(call.attemptId, call.of, "complete")).status).toBe(200);
    expect(await recount(field.platform)).toMatchObject({ "DK/total/all": { completed: 1 } });

    const sofia = await field.person({ name: "sofia", roles: ["supervisor"] });
    const commandId = randomUUID();
    const replies = [await takesBack(sofia, code, commandId), await takesBack(sofia, code, commandId)];
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    expect(await recount(field.platform)).toMatchObject({ "DK/total/all": { completed: 0, reserved: 0 } });
    await nothingSaidIsLeft(call);
    await nobodyRingsAgain(call);

    const rosa = await field.person({ name: "rosa", roles: ["researcher"] });
    const { body } = await rosa.ask("POST", `/api/waves/${field.waveId}/exports`, {
      commandId: randomUUID(),
      format: "csv",
    });
    expect(body.code).toBe("export.nothingToExport");
  });

  it("is journalled as taken back, by whom and when, without a word of what was said", async () => {
    const call = await completes(mette);
    const { rows: coded } = await owner.query("select code from interview where id = $1", [call.interviewId]);
    await takesBack(mette, coded[0].code);
    const again = await takesBack(mette, coded[0].code);
    expect(again.status).toBe(200);
    const { rows } = await owner.query(
      `select entity_kind, before, after, actor_kind from journal_entry
      where action = 'interviewing.withdraw' order by seq`,
    );
    expect(rows).toMatchObject([
      {
        entity_kind: "interview",
        actor_kind: "user",
        before: { status: "completed", counted: true },
        after: { status: "void", erased: true },
      },
      {
        entity_kind: "attempt",
        before: { disposition: "complete", case: "closed" },
        after: { disposition: "withdrawn", case: "closed" },
      },
      { entity_kind: "phoneNumber", after: { doNotCall: true } },
    ]);
  });

  it("is not found by a code nobody was given, nor by one of a country that is not one's own", async () => {
    const call = await completes(mette);
    const { rows } = await owner.query("select code from interview where id = $1", [call.interviewId]);
    const german = await field.person({ name: "gerda", roles: ["supervisor"], countries: ["DE"] });
    for (const [who, code] of [
      [mette, "00000000"],
      [mette, "not a code"],
      [german, rows[0].code],
    ] as const) {
      const reply = await takesBack(who, code);
      expect([reply.status, reply.body.code]).toEqual([404, "access.notFound"]);
    }
    expect((await owner.query("select status from interview")).rows).toEqual([{ status: "completed" }]);
  });
});

describe("an interview of which steps were set aside before its desk heard of its begin", () => {
  let held: HeldOffline;
  const aside = (steps: HeldOffline["operations"], from = held) =>
    setsAside(mette, from, [from.begin, ...steps], "interview.offRoute", true);

  beforeEach(async () => {
    held = await ringsAndIsCutOff(mette);
    await mette.ask("POST", "/api/interviews", held.beginning);
    await posts(mette, held, held.operations.slice(0, 5));
    expect((await aside(held.operations.slice(5, 9))).body).toEqual({ steps: 4 });
  });

  it("is taken back whole by its code, and takes nothing more afterwards", async () => {
    const { beginning, of, attemptId } = held;
    expect((await takesBack(mette, beginning.code)).body).toEqual({ interviewId: beginning.id });
    await nothingSaidIsLeft({ of, attemptId, interviewId: beginning.id });
    const erased = async () => {
      const { rows } = await owner.query(
        "select s ->> 'type' as type from interview_branch, jsonb_array_elements(operations) s",
      );
      expect(rows).toEqual(Array(4).fill({ type: "erased" }));
    };
    await erased();
    const never = { ...held, beginning: { ...beginning, id: randomUUID() } };
    const begin = { ...held.begin, id: randomUUID(), interviewId: never.beginning.id } as typeof held.begin;
    const late = [
      await aside(held.operations.slice(5)),
      await aside([], { ...never, begin }),
      await posts(mette, held, held.operations.slice(5)),
      await mette.ask("POST", "/api/interviews", { ...never.beginning, commandId: randomUUID() }),
    ];
    expect(late.map(({ body }) => body.code)).toEqual(late.map(() => "calling.leaseLost"));
    await erased();
    expect(await recountAll(field.platform.database)).toEqual([]);
  });

  it("is not taken back with the code of another household's, nor another by its code", async () => {
    await field.households([{ record: "dk2", number: danishNumber(2, 0) }]);
    const lars = await field.interviewer("lars");
    const his = await ringsAndIsCutOff(lars);
    const taken = { ...his, beginning: { ...his.beginning, code: held.beginning.code } };
    const refused = await lars.ask("POST", "/api/interviews", taken.beginning);
    expect(refused.body.code).toBe("interview.codeTaken");
    const steps = [his.begin, ...his.operations];
    expect((await setsAside(lars, taken, steps, "interview.codeTaken", true)).status).toBe(200);
    expect((await takesBack(mette, held.beginning.code)).body.interviewId).toBe(held.beginning.id);
    const { rows } = await owner.query(
      'select code, c.state from interview_branch b join "case" c on c.id = b.case_id order by received_at, state',
    );
    expect(rows).toEqual([
      { code: null, state: "closed" },
      { code: null, state: "open" },
    ]);
  });
});

describe("the log of an interview that was not taken back", () => {
  it("can be erased by nobody, not even by the function that erases", async () => {
    const call = await completes(mette);
    await owner.query("set role fieldline_app");
    await expect(owner.query("select erase_interview($1)", [call.interviewId])).rejects.toThrow(/void/);
    await owner.query("select set_config('fieldline.erasing', 'on', false)");
    await expect(owner.query("update interview_operation set type = 'x'")).rejects.toMatchObject({
      code: "42501",
    });
    await owner.query("reset role");
    await owner.query("select set_config('fieldline.erasing', 'off', false)");
    await expect(owner.query("update interview_operation set type = 'x'")).rejects.toThrow(/never change/);
  });
});
