// Case search and case page: what supervisors find, what they read of a case, and what is nowhere in it.

import { randomUUID } from "node:crypto";
import { minute } from "@fieldline/kernel";
import type { CaseList, CasePage } from "@fieldline/protocol";
import { beforeEach, describe, expect, it } from "vitest";
import type { Desk, Reply } from "./support/desk.ts";
import { danishField, danishNumber, type Field } from "./support/field.ts";
import { answersAll, begun } from "./support/interviewed.ts";
import { personAtCheck, withPlan } from "./support/quota-field.ts";

let field: Field;
let mette: Desk;
let sofia: Desk;

const supervisor = (who: string, countries: readonly string[] = ["DK"]) =>
  field.person({ name: who, roles: ["supervisor"], languages: [], countries });
const asks = (desk: Desk, body: object): Promise<Reply> =>
  desk.ask("POST", `/api/waves/${field.waveId}/case-search`, body);
const finds = async (body: object, desk: Desk = sofia): Promise<CaseList> => {
  const reply = await asks(desk, body);
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  return reply.body;
};
const found = async (body: object, desk: Desk = sofia): Promise<string[]> =>
  (await finds(body, desk)).cases.map(({ reference }) => reference);
const page = async (id: string, desk: Desk = sofia): Promise<CasePage> => {
  const reply = await desk.ask("GET", `/api/cases/${id}`);
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  return reply.body;
};

beforeEach(async () => {
  field = await danishField([{ record: "Odense_01", number: danishNumber(1, 5), name: "Kanarie Fuglsang" }]);
  mette = await field.interviewer("mette");
  sofia = await supervisor("sofia");
});

describe("the search", () => {
  it("finds a record by part of its reference, capitals or not, and takes no wildcards", async () => {
    await field.households([
      { record: "Odense%02", number: danishNumber(2, 5) },
      { record: "Vejle", number: danishNumber(3, 5) },
    ]);
    expect(await found({})).toEqual(["Odense%02", "Odense_01", "Vejle"]);
    expect(await found({ text: "oDENSe" })).toEqual(["Odense%02", "Odense_01"]);
    expect(await found({ text: "e_0" })).toEqual(["Odense_01"]);
    expect(await found({ text: "%" })).toEqual(["Odense%02"]);
    expect(await found({ text: "aarhus" })).toEqual([]);
  });

  it("finds a case by its exact number, however it is written, and by no part of it", async () => {
    await field.households([
      { record: "two-numbers", number: danishNumber(4, 5), number2: danishNumber(5, 5) },
    ]);
    for (const number of ["+45 13 01 00 05", "13010005", "0045 13.01.00.05"]) {
      expect(await finds({ number })).toMatchObject({
        cases: [{ reference: "Odense_01" }],
        total: 1,
        numberRead: true,
      });
    }
    expect(await found({ number: danishNumber(5, 5) })).toEqual(["two-numbers"]);
    expect(await finds({ number: danishNumber(9, 5) })).toEqual({ cases: [], total: 0, numberRead: true });
    expect(await finds({ number: "13 01 00" })).toEqual({ cases: [], total: 0, numberRead: false });
    expect(await finds({ number: "+45 20 12 34 56" })).toMatchObject({ total: 0, numberRead: false });
  });

  it("answers nothing out of scope, not even by number", async () => {
    await field.households([{ record: "koeln", country: "DE", region: "DEA", number: "+49 30 23125 001" }]);
    const gerda = await supervisor("gerda", ["DE"]);
    expect(await found({})).toEqual(["Odense_01"]);
    expect(await found({ country: "DE" })).toEqual([]);
    expect(await finds({ number: "+49 30 23125 001" })).toMatchObject({ cases: [], total: 0 });
    expect(await found({ number: "+49 30 23125 001" }, gerda)).toEqual(["koeln"]);
    expect(await found({ number: "030 23125 001" }, gerda)).toEqual(["koeln"]);
    expect(await found({ number: danishNumber(1, 5) }, gerda)).toEqual([]);
    const both = await supervisor("bente", ["DK", "DE"]);
    expect(await found({ country: "DE" }, both)).toEqual(["koeln"]);
    expect((await asks(await supervisor("nowhere", []), {})).body.code).toBe("access.notFound");
    expect((await asks(mette, {})).body.code).toBe("access.notAllowed");
    const ronja = await field.person({ name: "ronja", roles: ["researcher"], languages: [] });
    expect((await asks(ronja, {})).body.code).toBe("access.notAllowed");
  });

  it("finds by state, last outcome and final code, and says who has the case", async () => {
    await field.households([
      { record: "ribe", number: danishNumber(6, 1) },
      { record: "vejle", number: danishNumber(7, 5) },
    ]);
    const first = await mette.rings("noAnswer");
    const second = await mette.rings("hardRefusal");
    const third = await mette.next();
    const { cases } = await finds({ state: "closed" });
    expect(cases).toEqual([
      expect.objectContaining({
        reference: second.case.reference,
        attempts: 1,
        lastDisposition: "hardRefusal",
        finalCode: second.after.finalCode,
        dueAt: null,
        heldBy: null,
      }),
    ]);
    expect(await found({ disposition: "noAnswer" })).toEqual([first.case.reference]);
    expect(await found({ finalCode: second.after.finalCode })).toEqual([second.case.reference]);
    expect((await finds({ text: third.reference })).cases).toMatchObject([{ heldBy: "mette", attempts: 0 }]);
  });

  it("is paged and sorted, every case on one page exactly", async () => {
    await field.households(
      [2, 3, 4, 5, 6].map((serial) => ({ record: `r${serial}`, number: danishNumber(serial, 5) })),
    );
    const pages = await Promise.all([0, 2, 4].map((offset) => finds({ offset, limit: 2 })));
    expect(pages.map(({ total }) => total)).toEqual([6, 6, 6]);
    expect(pages.flatMap(({ cases }) => cases.map(({ reference }) => reference))).toEqual([
      "Odense_01",
      "r2",
      "r3",
      "r4",
      "r5",
      "r6",
    ]);
    await mette.rings("noAnswer");
    expect((await finds({ sort: "attempts", down: true, limit: 1 })).cases).toMatchObject([{ attempts: 1 }]);
    expect((await found({ sort: "reference", down: true }))[0]).toBe("r6");
    expect((await asks(sofia, { sort: "number" })).status).toBe(400);
    expect((await asks(sofia, { limit: 501 })).status).toBe(400);
  });
});

describe("the page of a case", () => {
  it("tells how it was worked: number, attempts on both clocks, what comes next", async () => {
    const before = await page((await finds({})).cases[0]?.id ?? "");
    expect(before).toMatchObject({ state: "open", next: "fresh", attempts: [], journal: [], lease: null });
    field.clock.forward(5 * minute);
    const { case: of, attemptId, after } = await mette.rings("noAnswer");
    const now = await page(of.id);
    expect(now).toMatchObject({
      id: of.id,
      reference: "Odense_01",
      country: "DK",
      timeZone: "Europe/Copenhagen",
      state: "open",
      dueAt: after.dueAt,
      next: "retry",
      lastDisposition: "noAnswer",
      finalCode: null,
      lease: null,
      numbers: [{ position: 1, kind: "landline", attempts: 1, closedAs: null, doNotCall: false }],
      interviews: [],
      appointments: [],
    });
    expect(now.attempts).toEqual([
      expect.objectContaining({
        id: attemptId,
        number: 1,
        interviewer: "mette",
        dialledAt: "2008-04-16T15:05:00.000Z",
        localDate: "2008-04-16",
        localTime: "17:05",
        disposition: "noAnswer",
      }),
    ]);
    const entry = now.journal.find(({ action }) => action === "calling.closeAttempt");
    expect(entry).toMatchObject({
      at: "2026-03-02T09:05:00.000Z",
      fieldAt: "2008-04-16T15:05:00.000Z",
      by: "mette",
      entity: "attempt",
      after: { disposition: "noAnswer" },
    });
    expect(now.journal.map(({ entity }) => entity)).toEqual(["attempt", "attempt", "case"]);
  });

  it("tells who has it on the desk, and what an interview came to", async () => {
    const call = await begun(mette);
    const during = await page(call.of.id);
    expect(during.lease).toMatchObject({ holder: "mette", since: "2026-03-02T09:00:00.000Z" });
    expect(during.interviews).toMatchObject([{ status: "inProgress", language: "da", minutes: null }]);
    await answersAll(mette, call, 12);
    await mette.close(call.attemptId, call.of, "complete");
    const after = await page(call.of.id);
    expect(after).toMatchObject({ state: "closed", next: null, dueAt: null, lease: null, finalCode: "1.1" });
    expect(after.interviews).toMatchObject([
      { id: call.interviewId, status: "completed", minutes: 12, overQuota: false, verdicts: ["noPlan"] },
    ]);
  });

  it("tells what the quota check said, and of a refused number that it is never called again", async () => {
    await withPlan(field, { total: 9, men: 0, women: 3 });
    const person = await personAtCheck(mette, 1);
    await person.says({ type: "checkQuota" });
    expect((await page(person.of.id)).interviews).toMatchObject([{ verdicts: ["full"] }]);
    await field.households([{ record: "ribe", number: danishNumber(6, 1) }]);
    const { case: of } = await (await field.interviewer("lars")).rings("doNotCall");
    const refused = await page(of.id);
    expect(refused.numbers).toMatchObject([{ doNotCall: true }]);
    expect(refused.journal.find(({ entity }) => entity === "phoneNumber")).toMatchObject({
      before: { doNotCall: false },
      after: { doNotCall: true },
    });
  });

  it("keeps the journal of a number to this wave", async () => {
    const { case: of } = await mette.rings("noAnswer");
    const elsewhere = await danishField();
    await field.platform.database.write("plain", (tx) =>
      tx.journalEntry.create({
        data: {
          id: randomUUID(),
          machineAt: new Date(field.clock.now()),
          actorKind: "operator",
          action: "elsewhere",
          entityKind: "phoneNumber",
          entityId: of.numbers[0]?.id ?? "",
          waveId: elsewhere.waveId,
        },
      }),
    );
    expect((await page(of.id)).journal.map(({ action }) => action)).not.toContain("elsewhere");
  });

  it("is not there for those who may not see its country, nor for interviewers and researchers", async () => {
    const of = await mette.next();
    const asked = async (desk: Desk, id: string = of.id) =>
      (await desk.ask("GET", `/api/cases/${id}`)).body.code;
    expect(await asked(await supervisor("gerda", ["DE"]))).toBe("access.notFound");
    expect(await asked(await supervisor("nowhere", []))).toBe("access.notFound");
    expect(await asked(sofia, randomUUID())).toBe("access.notFound");
    expect(await asked(mette)).toBe("access.notAllowed");
    const ronja = await field.person({ name: "ronja", roles: ["researcher"], languages: [] });
    expect(await asked(ronja)).toBe("access.notAllowed");
    const denials = await field.platform.database.read("plain", (tx) =>
      tx.accessDenial.findMany({ where: { route: "GET /api/cases/:case" } }),
    );
    expect(denials).toHaveLength(5);
  });
});

describe("what must not be seen", () => {
  const number = danishNumber(1, 5).replaceAll(" ", "");
  const canaries = /Kanarie|Fuglsang|garden door|13 ?01 ?00 ?05/;

  it("neither name, note nor number is in search or page, nor an answer of the interview", async () => {
    const call = await begun(mette);
    const body = { commandId: randomUUID(), fence: call.of.fence };
    await mette.ask("POST", `/api/cases/${call.of.id}/notes`, { ...body, text: "ring the garden door" });
    await mette.ask("POST", `/api/cases/${call.of.id}/contact`, {
      ...body,
      commandId: randomUUID(),
      name: "Kanarie Fuglsang",
    });
    await answersAll(mette, call);
    await mette.close(call.attemptId, call.of, "complete");
    await sofia.ask("GET", `/api/cases/${call.of.id}/notes`);
    const now = await page(call.of.id);
    const text = JSON.stringify([await finds({ number }), now]);
    expect(text).toContain("samples.addNote");
    expect(text).toContain("samples.readNotes");
    expect(text).not.toMatch(canaries);
    expect(text).not.toContain('"variable"');
    expect(Object.keys(now.interviews[0] ?? {})).not.toContain("answers");
  });
});
