// A supervisor steers single cases: pinned, held, recalled, closed and opened again, each with its refusals and journal.

import { randomUUID } from "node:crypto";
import { ranks } from "@fieldline/calling";
import { hour } from "@fieldline/kernel";
import { describe, expect, it } from "vitest";
import { recount } from "../../apps/server/src/recount/index.ts";
import type { Desk } from "./support/desk.ts";
import { danishField, danishNumber } from "./support/field.ts";

const field = await danishField();
const mette = await field.interviewer("mette");
const jens = await field.interviewer("jens");
const karen = await field.person({ name: "karen", roles: ["supervisor"] });
await field.person({ name: "sofie", languages: ["de"] });
await field.person({ name: "otto", countries: ["DE"], languages: ["de"] });
const olga = await field.person({ name: "olga", roles: ["supervisor"], countries: ["DE", "DK"] });

let serial = 0;
/** A fresh household and the id of its case. */
async function household(lastDigit = 3): Promise<string> {
  const record = `household-${++serial}`;
  await field.households([{ record, number: danishNumber(serial, lastDigit) }]);
  const { rows } = await field.platform.database.pool.query(
    `select c.id from "case" c join sample_record r on r.id = c.record_id where r.reference = $1`,
    [record],
  );
  return rows[0].id;
}

const steer = (caseId: string, kind: string, more: object = {}, by: Desk = karen) =>
  by.ask("POST", `/api/cases/${caseId}/steering`, { commandId: randomUUID(), to: { kind, ...more } });
const ok = async (asked: ReturnType<typeof steer>) => {
  const { status, body } = await asked;
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};
const idOf = async (name: string): Promise<string> => {
  const found = await field.platform.database.pool.query("select id from app_user where name = $1", [name]);
  return found.rows[0].id;
};
const givesBack = async (desk: Desk, of: { id: string; fence: number }) =>
  ok(desk.ask("POST", `/api/cases/${of.id}/give-back`, { commandId: randomUUID(), fence: of.fence }));
const giveUp = async () => {
  for (const { id } of (
    await field.platform.database.pool.query(`select id from "case" where state = 'open'`)
  ).rows) {
    await steer(id, "recall");
    await ok(steer(id, "close"));
  }
};

describe("a pinned case", () => {
  it("goes to the interviewer it is meant for, before all others and to nobody else", async () => {
    const [first, wanted] = [await household(), await household()];
    const forJens = await ok(steer(wanted, "pin", { userId: await idOf("jens") }));
    expect(forJens).toMatchObject({
      state: "open",
      rank: ranks.pinned,
      held: null,
      forUser: await idOf("jens"),
    });
    const atMette = await mette.next();
    expect(atMette.id).toBe(first);
    const atJens = await jens.next();
    expect(atJens).toMatchObject({ id: wanted, reasons: [{ code: "pinned" }] });
    expect(await steer(wanted, "unpin")).toMatchObject({ status: 409, body: { code: "calling.caseAtDesk" } });
    await givesBack(jens, atJens);
    await givesBack(mette, atMette);
    expect(await ok(steer(wanted, "unpin"))).toMatchObject({ rank: ranks.fresh, forUser: null });
    expect(await steer(wanted, "unpin")).toMatchObject({ status: 409, body: { code: "calling.notPinned" } });
    await giveUp();
  });

  it("comes back from a rest, and unpinned rests on as the rules say", async () => {
    const caseId = await household();
    const { after } = await mette.rings("noAnswer");
    await ok(steer(caseId, "pin", { userId: null }));
    const again = await jens.next();
    expect(again.id).toBe(caseId);
    await givesBack(jens, again);
    expect(await ok(steer(caseId, "unpin"))).toMatchObject({ rank: ranks.retry, dueAt: after.dueAt });
    await giveUp();
  });

  it("is refused for whoever could not take it", async () => {
    const caseId = await household();
    const pinFor = async (name: string, by = olga) =>
      (await steer(caseId, "pin", { userId: await idOf(name) }, by)).body.code;
    expect(await pinFor("sofie")).toBe("calling.interviewerLanguage");
    expect(await pinFor("otto")).toBe("calling.interviewerElsewhere");
    expect(await pinFor("karen")).toBe("calling.interviewerElsewhere");
    expect(await pinFor("otto", karen)).toBe("access.notFound");
    const { interviewers } = await ok(karen.ask("GET", `/api/cases/${caseId}/interviewers`));
    expect(interviewers.map(({ name }: { name: string }) => name)).toEqual(["jens", "mette"]);
    expect(interviewers[0]).toMatchObject({ languages: ["da"], onDesk: true });
    await giveUp();
  });
});

describe("a case held back", () => {
  it("is handed to nobody until it is let go", async () => {
    const caseId = await household();
    expect(await steer(caseId, "letGo")).toMatchObject({ status: 409, body: { code: "calling.notHeld" } });
    expect(await ok(steer(caseId, "hold"))).toMatchObject({ held: "supervisor", rank: ranks.fresh });
    expect((await mette.nextReply()).body.nothing.counts).toContainEqual({
      reason: "withSupervisor",
      count: 1,
    });
    await ok(steer(caseId, "letGo"));
    const of = await mette.next();
    expect(of.id).toBe(caseId);
    await givesBack(mette, of);
    await giveUp();
  });

  it("stays held when the household rings us and asks to be called later", async () => {
    const caseId = await household();
    await ok(steer(caseId, "hold"));
    const opened = await mette.ask("POST", "/api/desk/inbound-case", { commandId: randomUUID(), caseId });
    const of = (await ok(Promise.resolve(opened))).case;
    const call = { commandId: randomUUID(), id: randomUUID(), caseId, fence: of.fence };
    await ok(mette.ask("POST", "/api/attempts/inbound", { ...call, numberId: of.numbers[0].id }));
    expect((await mette.close(call.id, of, "callLater")).body).toMatchObject({ caseState: "open" });
    field.clock.forward(2 * hour);
    expect((await mette.nextReply()).body.nothing.counts).toContainEqual({
      reason: "withSupervisor",
      count: 1,
    });
    await giveUp();
  });
});

describe("a case recalled", () => {
  it("leaves the desk, whose right is worth nothing any more", async () => {
    const caseId = await household();
    expect(await steer(caseId, "recall")).toMatchObject({ body: { code: "calling.caseOnNoDesk" } });
    const of = await mette.next();
    await ok(steer(caseId, "recall"));
    expect((await mette.ask("GET", "/api/desk")).body.case).toBeNull();
    expect((await mette.dial(of)).body.code).toBe("calling.leaseLost");
    expect((await jens.next()).id).toBe(caseId);
    await giveUp();
  });

  it("stays while somebody talks; a call that only rings counts as never closed", async () => {
    const talking = await household(0);
    const of = await mette.next();
    const { body: line } = await mette.dial(of);
    expect(line.line.events.map(({ event }: { event: string }) => event)).toContain("answered");
    expect((await steer(talking, "recall")).body.code).toBe("calling.callConnected");
    expect((await steer(talking, "close")).body.code).toBe("calling.caseAtDesk");
    await mette.close(line.id, of, "hardRefusal");
    const ringing = await household(5);
    const other = await mette.next();
    const dialled = await mette.dial(other);
    expect(dialled.body.line.events.map(({ event }: { event: string }) => event)).not.toContain("answered");
    await ok(steer(ringing, "recall"));
    const { rows } = await field.platform.database.pool.query(
      "select disposition, presumed from contact_attempt where case_id = $1",
      [ringing],
    );
    expect(rows).toEqual([{ disposition: "neverClosed", presumed: true }]);
    await giveUp();
  });
});

describe("a case closed by a supervisor", () => {
  it("bears the code of its attempts, and only such a one is opened again", async () => {
    const [never, declined] = [await household(), await household()];
    await ok(steer(never, "hold"));
    await mette.rings("softRefusalHousehold");
    expect(await ok(steer(never, "close"))).toMatchObject({
      state: "closed",
      finalCode: "3.90",
      dueAt: null,
      held: null,
    });
    expect(await ok(steer(declined, "close"))).toMatchObject({ state: "closed", finalCode: "2.111" });
    expect((await steer(declined, "pin", { userId: null })).body.code).toBe("calling.caseClosed");
    expect(await ok(steer(declined, "reopen"))).toMatchObject({
      state: "open",
      rank: ranks.conversion,
      finalCode: null,
    });
    expect(await ok(steer(never, "reopen"))).toMatchObject({ state: "open", rank: ranks.fresh, held: null });
    await mette.rings("hardRefusal");
    expect((await steer(never, "reopen")).body.code).toBe("calling.notClosedBySupervisor");
    const { rows } = await field.platform.database.pool.query(
      `select u.name, j.before, j.after from journal_entry j join app_user u on u.id = j.actor_id
        where j.entity_id = $1 and j.action = 'calling.steerCase' order by j.seq`,
      [declined],
    );
    expect(rows).toEqual([
      {
        name: "karen",
        before: expect.objectContaining({ state: "open" }),
        after: expect.objectContaining({ steered: "close", finalCode: "2.111" }),
      },
      {
        name: "karen",
        before: expect.objectContaining({ state: "closed" }),
        after: expect.objectContaining({ steered: "reopen", state: "open" }),
      },
    ]);
    await giveUp();
  });
});

it("leaves everything as the recount finds it", async () => {
  expect(await recount(field.platform.database)).toEqual([]);
});
