// Places in quota cells: taken once in every cell or in none, moved with the answers, counted with the complete.

import { minute } from "@fieldline/kernel";
import { beforeEach, describe, expect, it } from "vitest";
import { freeExpiredPlaces } from "../../apps/server/src/modules/quotas/index.ts";
import { systemActor } from "../../apps/server/src/platform/actor.ts";
import { danishField, danishNumber, type Field } from "./support/field.ts";
import { type AtCheck, answers, personAtCheck, recount, verdictOf, withPlan } from "./support/quota-field.ts";
import { converse, release2008 } from "./support/respondent.ts";

const check = { type: "checkQuota" };
let field: Field;

const freeExpired = () =>
  field.platform.execute(freeExpiredPlaces, { actor: systemActor, commandId: null, input: {} });

/** Interviewers at their desks, each with a person on the line who has answered the quota questions. */
async function people(...sexes: (1 | 2)[]): Promise<AtCheck[]> {
  const found: AtCheck[] = [];
  for (const [index, sex] of sexes.entries()) {
    const record = `household${index}`;
    await field.households([{ record, number: danishNumber(index, 0) }]);
    found.push(await personAtCheck(await field.interviewer(`interviewer${index}`), sex));
  }
  return found;
}

/** Answers everything that is left, and completes. */
async function completes({ desk, interviewId, of }: AtCheck) {
  const { body } = await desk.ask("GET", `/api/interviews/${interviewId}`);
  const { operations } = converse(release2008(body.release), body.operations);
  return desk.ask("POST", `/api/interviews/${interviewId}/operations`, { fence: of.fence, operations });
}

beforeEach(async () => {
  field = await danishField();
});

describe("a cell with one place left", () => {
  it("goes to the first who asks; the next one hears that the group is full, and gives nothing up to others", async () => {
    await withPlan(field, { total: 9, men: 1, women: 5 });
    const [first, second] = (await people(1, 1)) as [AtCheck, AtCheck];
    expect(verdictOf(await first.says(check))).toBe("granted");
    expect(verdictOf(await second.says(check))).toBe("full");
    expect(await recount(field.platform)).toMatchObject({
      "DK/sex/M": { reserved: 1 },
      "DK/total/all": { reserved: 1 },
    });
    expect((await second.says({ type: "screenOut" })).status).toBe("quotaFull");
    expect((await second.desk.close(second.attemptId, second.of, "quotaFull")).body.finalCode).toBe("4.80");
  });

  it("is free again after a break-off, a new respondent and after 45 minutes of silence", async () => {
    await withPlan(field, { total: 9, men: 1, women: 5 });
    const [first, second, third, fourth] = (await people(1, 1, 1, 1)) as [AtCheck, AtCheck, AtCheck, AtCheck];
    await first.says(check);
    await first.says({ type: "breakOff" });
    expect(verdictOf(await second.says(check))).toBe("granted");
    await second.says({ type: "newRespondent" });
    expect(verdictOf(await third.says(check))).toBe("granted");
    field.clock.forward(44 * minute);
    await third.says({ type: "goBack" });
    field.clock.forward(44 * minute);
    expect((await freeExpired()).freed).toBe(0);
    field.clock.forward(2 * minute);
    expect((await freeExpired()).freed).toBe(1);
    expect(verdictOf(await fourth.says(check))).toBe("granted");
    await recount(field.platform);
  });
});

describe("a changed quota answer", () => {
  it("moves the person to the other cell", async () => {
    await withPlan(field, { total: 9, men: 1, women: 1 });
    const [person] = (await people(1)) as [AtCheck];
    await person.says(check);
    const back = Array.from({ length: 4 }, () => ({ type: "goBack" }));
    expect(verdictOf(await person.says(...back, answers("sex", 2), check))).toBe("granted");
    expect(await recount(field.platform)).toMatchObject({
      "DK/sex/M": { reserved: 0 },
      "DK/sex/F": { reserved: 1 },
    });
  });

  it("is kept although the other cell is full, and the interview ends there", async () => {
    await withPlan(field, { total: 9, men: 1, women: 1 });
    const [woman, person] = (await people(2, 1)) as [AtCheck, AtCheck];
    await woman.says(check);
    await person.says(check);
    const back = Array.from({ length: 4 }, () => ({ type: "goBack" }));
    expect(verdictOf(await person.says(...back, answers("sex", 2), check))).toBe("full");
    expect(await recount(field.platform)).toMatchObject({
      "DK/sex/M": { reserved: 0 },
      "DK/total/all": { reserved: 1 },
    });
  });
});

describe("a complete", () => {
  it("turns its reserved places into completed ones", async () => {
    await withPlan(field, { total: 1, men: 1, women: 1 });
    const [person] = (await people(2)) as [AtCheck];
    await person.says(check);
    expect((await completes(person)).body.status).toBe("completed");
    expect(await recount(field.platform)).toMatchObject({
      "DK/sex/F": { completed: 1, reserved: 0 },
      "DK/total/all": { completed: 1, reserved: 0 },
      "DK/region/DK01": { completed: 1, cap: null },
    });
  });

  it("whose place ran out takes what is left, and is over quota where nothing is", async () => {
    await withPlan(field, { total: 9, men: 1, women: 2 });
    const [early, late, man] = (await people(2, 1, 1)) as [AtCheck, AtCheck, AtCheck];
    await early.says(check);
    await late.says(check);
    field.clock.forward(46 * minute);
    await freeExpired();
    expect(verdictOf(await man.says(check))).toBe("granted");
    expect((await completes(early)).body.status).toBe("completed");
    expect((await completes(late)).body.status).toBe("completed");
    await recount(field.platform);
    const sofia = await field.person({ name: "sofia", roles: ["supervisor"], languages: [] });
    const { body } = await sofia.ask("GET", `/api/waves/${field.waveId}/quota-board`);
    expect(body.countries).toMatchObject([{ id: "DK", overQuota: 1 }]);
    expect(body.cells.find(({ id }: { id: string }) => id === "DK/sex/M")).toMatchObject({
      reserved: 1,
      state: "full",
    });
  });
});

describe("a supervisor", () => {
  it("sees and changes the cells of the own countries, journalled with before and after", async () => {
    await withPlan(field, { total: 9, men: 2, women: 2 });
    const [one, two] = (await people(1, 1)) as [AtCheck, AtCheck];
    await one.says(check);
    const sofia = await field.person({ name: "sofia", roles: ["supervisor"], languages: [] });
    const board = (await sofia.ask("GET", `/api/waves/${field.waveId}/quota-board`)).body;
    expect(new Set(board.cells.map(({ country }: { country: string }) => country))).toEqual(new Set(["DK"]));
    const change = (cell: string, to: object, who = sofia) =>
      who.ask("PATCH", `/api/waves/${field.waveId}/quota-cells/${encodeURIComponent(cell)}`, {
        commandId: crypto.randomUUID(),
        change: to,
      });
    expect((await change("DK/sex/M", { kind: "setTarget", target: 0 })).body).toMatchObject({
      cap: 1,
      state: "closed",
    });
    expect(verdictOf(await two.says(check))).toBe("full");
    await one.says({ type: "breakOff" });
    expect(await recount(field.platform)).toMatchObject({ "DK/sex/M": { cap: 0 } });
    expect((await change("CZ/sex/M", { kind: "close" })).body.code).toBe("access.notFound");
    expect((await change("DK/region/DK01", { kind: "close" })).body.code).toBe("quota.counterOnlyStaysOpen");
    expect((await change("DK/sex/M", { kind: "setTarget", target: -1 })).status).toBe(400);
    expect((await change("DK/sex/M", { kind: "close" }, one.desk)).body.code).toBe("access.notAllowed");
    const entry = await field.platform.database.read("plain", (tx) =>
      tx.journalEntry.findFirstOrThrow({ where: { entityKind: "quotaCell" } }),
    );
    expect(entry).toMatchObject({
      entityId: "DK/sex/M",
      before: { target: 2, cap: 2 },
      after: { target: 0, cap: 1 },
    });
  });
});
