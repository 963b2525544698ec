// A quota cell opened: the changes made on it, who made them, and the interviews that hold a place in it.

import { randomUUID } from "node:crypto";
import { minute } from "@fieldline/kernel";
import { beforeEach, expect, it } from "vitest";
import type { Desk, Reply } from "./support/desk.ts";
import { danishField, danishNumber, type Field } from "./support/field.ts";
import { personAtCheck, withPlan } from "./support/quota-field.ts";

let field: Field;
let sofia: Desk;

const address = (cell: string) => `/api/waves/${field.waveId}/quota-cells/${encodeURIComponent(cell)}`;
const page = (desk: Desk, cell: string): Promise<Reply> => desk.ask("GET", address(cell));
const change = async (cell: string, to: object) => {
  const reply = await sofia.ask("PATCH", address(cell), { commandId: randomUUID(), change: to });
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
};
/** An interviewer with a person of that sex on the line, whose place was just asked for. */
const holding = async (name: string, sex: 1 | 2) => {
  await field.households([{ record: `${name}'s`, number: danishNumber(name.length, 0) }]);
  const person = await personAtCheck(await field.interviewer(name), sex);
  await person.says({ type: "checkQuota" });
  return person;
};

beforeEach(async () => {
  field = await danishField();
  await withPlan(field, { total: 9, men: 2, women: 3 });
  sofia = await field.person({ name: "sofia", roles: ["supervisor"], languages: [] });
});

it("shows what was changed, by whom, before and after, the newest first", async () => {
  await change("DK/sex/M", { kind: "setTarget", target: 4 });
  field.clock.forward(5 * minute);
  await change("DK/sex/M", { kind: "close" });
  await change("DK/sex/F", { kind: "close" });
  const { status, body } = await page(sofia, "DK/sex/M");
  expect(status).toBe(200);
  expect(body).toEqual({
    cell: expect.objectContaining({ id: "DK/sex/M", target: 4, closed: true, state: "closed" }),
    changes: [
      {
        at: "2026-03-02T09:05:00.000Z",
        by: "sofia",
        before: { target: 4, policy: { kind: "strict" }, closed: false, cap: 4 },
        after: { target: 4, policy: { kind: "strict" }, closed: true, cap: 0 },
      },
      {
        at: "2026-03-02T09:00:00.000Z",
        by: "sofia",
        before: { target: 2, policy: { kind: "strict" }, closed: false, cap: 2 },
        after: { target: 4, policy: { kind: "strict" }, closed: false, cap: 4 },
      },
    ],
    reservations: [],
  });
});

it("shows which interviews hold a place, with their interviewers, and none that gave it up", async () => {
  const mette = await holding("mette", 1);
  field.clock.forward(minute);
  const lars = await holding("lars", 1);
  const karen = await holding("karen-marie", 2);
  expect((await page(sofia, "DK/sex/M")).body.reservations).toEqual([
    {
      interviewId: lars.interviewId,
      caseId: lars.of.id,
      reference: "lars's",
      interviewer: "lars",
      since: "2026-03-02T09:01:00.000Z",
      until: "2026-03-02T09:46:00.000Z",
    },
    expect.objectContaining({ interviewId: mette.interviewId, since: "2026-03-02T09:00:00.000Z" }),
  ]);
  const inDenmark = (await page(sofia, "DK/total/all")).body.reservations;
  expect(inDenmark.map(({ interviewId }: { interviewId: string }) => interviewId)).toContain(
    karen.interviewId,
  );
  await lars.says({ type: "breakOff" });
  expect((await page(sofia, "DK/sex/M")).body.reservations).toHaveLength(1);
});

it("knows the changes of its own wave only", async () => {
  const elsewhere = await danishField();
  await withPlan(elsewhere, { total: 9, men: 2, women: 3 });
  await field.platform.database.write("plain", async (tx) => {
    await tx.journalEntry.create({
      data: {
        id: randomUUID(),
        machineAt: new Date(field.clock.now()),
        actorKind: "operator",
        action: "quotas.changeCell",
        entityKind: "quotaCell",
        entityId: "DK/sex/M",
        waveId: elsewhere.waveId,
        before: { target: 1 },
        after: { target: 7 },
      },
    });
  });
  expect((await page(sofia, "DK/sex/M")).body.changes).toEqual([]);
});

it("is not there for those who may not see its country, nor for interviewers", async () => {
  expect((await page(sofia, "CZ/sex/M")).body.code).toBe("access.notFound");
  expect((await page(sofia, "DK/sex/X")).body.code).toBe("access.notFound");
  expect((await page(await field.interviewer("mette"), "DK/sex/M")).body.code).toBe("access.notAllowed");
});
