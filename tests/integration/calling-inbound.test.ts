// Respondents ring us: found by their number, opened whatever their turn, answered without counting as dialled.

import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { importDoNotCall } from "../../apps/server/src/modules/samples/index.ts";
import { operatorActor } from "../../apps/server/src/platform/actor.ts";
import { recount } from "../../apps/server/src/recount/index.ts";
import type { Desk } from "./support/desk.ts";
import { danishField, danishNumber } from "./support/field.ts";

const field = await danishField([
  { record: "hansen", number: danishNumber(11, 3), number2: danishNumber(12, 3), name: "Karin Hansen" },
  { record: "german", number: "+49 30 23125 001", country: "DE", region: "DEA" },
]);
const mette = await field.interviewer("mette");
const jens = await field.interviewer("jens");

const search = (desk: Desk, number: string) =>
  desk.ask("POST", "/api/desk/inbound-search", { waveId: field.waveId, number });
const opens = (desk: Desk, caseId: string, commandId: string = randomUUID()) =>
  desk.ask("POST", "/api/desk/inbound-case", { commandId, caseId });
const answers = (
  desk: Desk,
  of: { id: string; fence: number },
  numberId: string,
  ids = { commandId: randomUUID(), id: randomUUID() },
) => desk.ask("POST", "/api/attempts/inbound", { ...ids, caseId: of.id, numberId, fence: of.fence });
const rows = async (sql: string, ...values: unknown[]) =>
  (await field.platform.database.pool.query(sql, values)).rows;

describe("a search by number", () => {
  it("finds the case however the number is said, in the interviewer's own countries only", async () => {
    const { case: of, after } = await mette.rings("noAnswer");
    for (const said of ["13110003", "+45 13 11 00 03", "0045 13110003"]) {
      const { status, body } = await search(jens, said);
      expect(status, said).toBe(200);
      expect(body.cases).toEqual([
        {
          ...{
            id: of.id,
            reference: "hansen",
            country: "DK",
            region: "DK01",
            state: "open",
            finalCode: null,
          },
          ...{ lastDisposition: "noAnswer", lastAt: expect.any(String), appointment: null },
          ...{ interviewOpen: false, onOtherDesk: false, mayTake: true },
        },
      ]);
    }
    expect(after.dueAt).not.toBeNull();
    expect((await search(jens, "+45 13 99 00 03")).body.cases).toEqual([]);
    for (const said of ["hello", "12", "+49 30 23125 001"]) {
      expect(await search(jens, said), said).toMatchObject({
        status: 422,
        body: { code: "calling.numberUnreadable" },
      });
    }
    expect(JSON.stringify(await rows("select * from journal_entry"))).not.toContain("13110003");
  });
});

describe("the case of somebody who rings", () => {
  it("is opened while it rests, once, and the call is no dial", async () => {
    const [{ id }] = (await search(jens, "13110003")).body.cases;
    const commandId = randomUUID();
    const opened = await opens(jens, id, commandId);
    expect(opened.status, JSON.stringify(opened.body)).toBe(200);
    const of = opened.body.case;
    expect(of).toMatchObject({ id, reasons: [{ code: "inbound" }], askFor: "Karin Hansen" });
    expect((await opens(jens, id, commandId)).body.case.fence).toBe(of.fence);
    expect((await opens(jens, id)).body.code).toBe("calling.deskHasCase");
    expect((await opens(mette, id)).body.code).toBe("calling.caseAtDesk");
    expect((await search(mette, "13110003")).body.cases[0]).toMatchObject({
      onOtherDesk: true,
      mayTake: false,
    });

    const ids = { commandId: randomUUID(), id: randomUUID() };
    const number = of.numbers[0].id;
    const call = await answers(jens, of, number, ids);
    expect(call.status, JSON.stringify(call.body)).toBe(200);
    expect(call.body).toMatchObject({ id: ids.id, line: { driver: "inbound", events: [] } });
    const talksFor = Date.parse(call.body.leaseExpiresAt) - field.clock.now();
    expect(talksFor).toBe(45 * 60_000);
    expect((await answers(jens, of, number, ids)).body).toEqual(call.body);
    expect((await answers(jens, of, number)).body.code).toBe("calling.attemptOpen");
    const desk = (await jens.ask("GET", "/api/desk")).body;
    expect(desk.case.openAttempt.line).toEqual({ driver: "inbound", events: [] });
    expect(desk.case.numbers[0].attempts).toBe(1);

    const closed = await jens.close(ids.id, of, "callLater");
    expect(closed.status, JSON.stringify(closed.body)).toBe(200);
    expect((await jens.ask("GET", "/api/desk")).body.figures).toMatchObject({ dials: 0, contacts: 1 });
  });

  it("is talked to at night and on the do-not-call list, however often it was rung", async () => {
    const [{ id }] = (await search(jens, "13110003")).body.cases;
    field.clock.forward(10 * 60 * 60_000);
    await field.platform.execute(importDoNotCall(field.platform.keys), {
      ...{ actor: operatorActor, commandId: null },
      input: {
        waveId: field.waveId,
        source: "list",
        numbers: [{ number: "+45 13 11 00 03", country: "DK" }],
      } as never,
    });
    const of = (await opens(mette, id)).body.case;
    expect((await mette.dial(of)).status).toBe(409);
    const call = await answers(mette, of, of.numbers[0].id);
    expect(call.status, JSON.stringify(call.body)).toBe(200);
    await mette.close(call.body.id, of, "hardRefusal");
    expect((await opens(mette, id)).body.code).toBe("calling.caseClosed");
    expect((await search(mette, "13110003")).body.cases[0]).toMatchObject({
      state: "closed",
      mayTake: false,
    });
    expect(await rows("select line from contact_attempt order by dialled_at")).toEqual(
      ["simulated", "inbound", "inbound"].map((line) => ({ line })),
    );
  });
});

it("leaves everything as the recount finds it", async () => {
  expect(await recount(field.platform.database)).toEqual([]);
});
