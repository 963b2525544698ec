// Mette's working day: shift and breaks, what a case on the desk forbids and begins, and a shift left open overnight.

import { randomUUID } from "node:crypto";
import { hour, minute } from "@fieldline/kernel";
import { beforeEach, describe, expect, it } from "vitest";
import { endAbandonedShifts } from "../../apps/server/src/modules/desks/index.ts";
import { systemActor } from "../../apps/server/src/platform/actor.ts";
import type { Desk } from "./support/desk.ts";
import { danishField, danishNumber, type Field } from "./support/field.ts";

let field: Field;
let mette: Desk;

const change = (what: string, desk = mette, commandId: string = randomUUID()) =>
  desk.ask("POST", "/api/desk/shift", { commandId, change: what });
const shift = async (desk = mette) => (await desk.ask("GET", "/api/desk")).body.shift;
const journal = () =>
  field.platform.database.read("plain", (tx) =>
    tx.journalEntry.findMany({
      where: { entityKind: "shift" },
      orderBy: [{ machineAt: "asc" }, { id: "asc" }],
      select: { action: true, actorKind: true, before: true, after: true, entityId: true },
    }),
  );
const states = async () =>
  (await journal()).map(({ before, after }) => [
    (before as { state?: string } | null)?.state ?? null,
    (after as { state: string }).state,
  ]);
const atNine = "2026-03-02T09:00:00.000Z";

beforeEach(async () => {
  field = await danishField([{ record: "odense", number: danishNumber(1, 5) }]);
  mette = await field.interviewer("mette");
});

describe("a shift", () => {
  it("is started, interrupted by a break and ended, each journalled with what it was before", async () => {
    expect(await shift()).toBeNull();
    expect((await change("start")).body).toEqual({ shift: { startedAt: atNine, breakSince: null } });
    field.clock.forward(hour);
    const onBreak = { startedAt: atNine, breakSince: "2026-03-02T10:00:00.000Z" };
    expect((await change("breakStart")).body).toEqual({ shift: onBreak });
    expect(await shift()).toEqual(onBreak);
    field.clock.forward(15 * minute);
    expect((await change("breakEnd")).body.shift).toEqual({ startedAt: atNine, breakSince: null });
    field.clock.forward(hour);
    expect((await change("end")).body).toEqual({ shift: null });
    expect(await shift()).toBeNull();
    expect(await states()).toEqual([
      [null, "atWork"],
      ["atWork", "break"],
      ["break", "atWork"],
      ["atWork", "ended"],
    ]);
    expect(new Set((await journal()).map(({ entityId }) => entityId)).size).toBe(1);
  });

  it("that ends during a break ends the break in the same moment", async () => {
    await change("start");
    await change("breakStart");
    field.clock.forward(minute);
    await change("end");
    const [row] = await field.platform.database.read("plain", (tx) =>
      tx.shift.findMany({ include: { breaks: true } }),
    );
    expect(row?.breaks[0]?.endedAt).toEqual(row?.endedAt);
    expect(row?.endedAt).toEqual(new Date("2026-03-02T09:01:00.000Z"));
  });

  it.each([
    ["end", [], "desk.noShift"],
    ["breakStart", [], "desk.noShift"],
    ["breakEnd", [], "desk.noShift"],
    ["start", ["start"], "desk.shiftOpen"],
    ["breakEnd", ["start"], "desk.notOnBreak"],
    ["breakStart", ["start", "breakStart"], "desk.onBreak"],
  ])("cannot %s after %j", async (what, before, code) => {
    for (const one of before) expect((await change(one)).status).toBe(200);
    expect(await change(what)).toMatchObject({ status: 409, body: { code } });
  });

  it("is started once, however often and from however many windows it is asked for", async () => {
    const commandId = randomUUID();
    const twice = [await change("start", mette, commandId), await change("start", mette, commandId)];
    expect(twice.map(({ body }) => body)).toEqual([twice[0]?.body, twice[0]?.body]);
    const lars = await field.interviewer("lars");
    const replies = await Promise.all(Array.from({ length: 6 }, () => change("start", lars)));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(replies.filter(({ body }) => body.code === "desk.shiftOpen")).toHaveLength(5);
  });

  it("is an interviewer's own and nobody else's", async () => {
    const sofia = await field.person({ name: "sofia", roles: ["supervisor"] });
    expect(await change("start", sofia)).toMatchObject({ status: 403, body: { code: "access.notAllowed" } });
    await change("start");
    expect(await shift(await field.interviewer("lars"))).toBeNull();
  });
});

describe("taking a case", () => {
  it("starts a shift where none is open, and is journalled as such", async () => {
    await mette.next();
    expect(await shift()).toEqual({ startedAt: atNine, breakSince: null });
    expect(await states()).toEqual([[null, "atWork"]]);
  });

  it("ends a break; without a case to take the break goes on", async () => {
    await mette.rings("noAnswer");
    field.clock.forward(minute);
    await change("breakStart");
    expect((await mette.nextReply()).body.nothing).toBeDefined();
    expect((await shift()).breakSince).not.toBeNull();
    await field.households([{ record: "vejle", number: danishNumber(2, 5) }]);
    field.clock.forward(minute);
    await mette.next();
    expect((await shift()).breakSince).toBeNull();
    expect((await states()).at(-1)).toEqual(["break", "atWork"]);
  });

  it("keeps its interviewer at work: neither break nor end before it is given back", async () => {
    const of = await mette.next();
    for (const what of ["breakStart", "end"]) {
      expect(await change(what)).toMatchObject({ status: 409, body: { code: "calling.deskHasCase" } });
    }
    await mette.ask("POST", `/api/cases/${of.id}/give-back`, { commandId: randomUUID(), fence: of.fence });
    expect((await change("end")).status).toBe(200);
  });

  it("and ending the shift at the same time in another window leaves no case outside a shift", async () => {
    const people = await Promise.all(["anna", "bo", "carl", "dorte"].map((name) => field.interviewer(name)));
    await field.households(
      people.map((_, index) => ({ record: `h${index}`, number: danishNumber(10 + index, 5) })),
    );
    await Promise.all(people.map((one) => change("start", one)));
    await Promise.all(people.flatMap((one) => [one.nextReply(), change("end", one)]));
    for (const one of people) {
      const { body } = await one.ask("GET", "/api/desk");
      if (body.case) expect(body.shift, one.name).not.toBeNull();
    }
    expect(
      (await Promise.all(people.map((one) => one.ask("GET", "/api/desk")))).some(({ body }) => body.case),
    ).toBe(true);
  });
});

describe("the floor", () => {
  it("shows a break since it began, and afterwards since the desk is back", async () => {
    const sofia = await field.person({ name: "sofia", roles: ["supervisor"], languages: [] });
    const desk = async () => (await sofia.ask("GET", `/api/waves/${field.waveId}/floor`)).body.desks[0];
    await change("start");
    expect(await desk()).toMatchObject({ state: "signedIn", since: atNine });
    field.clock.forward(minute);
    await change("breakStart");
    field.clock.forward(minute);
    expect(await desk()).toMatchObject({ state: "break", since: "2026-03-02T09:01:00.000Z", country: null });
    await change("breakEnd");
    expect(await desk()).toMatchObject({ state: "signedIn", since: "2026-03-02T09:02:00.000Z" });
  });
});

describe("a shift that nobody ended", () => {
  const duty = () =>
    field.platform.execute(endAbandonedShifts, { actor: systemActor, commandId: null, input: {} });

  it("ends after twelve hours without a sign of life, at the last one", async () => {
    await change("start");
    field.clock.forward(8 * hour);
    await change("breakStart");
    field.clock.forward(12 * hour - minute);
    expect(await duty()).toEqual({ ended: 0 });
    field.clock.forward(2 * minute);
    expect(await duty()).toEqual({ ended: 1 });
    expect(await duty()).toEqual({ ended: 0 });
    const [row] = await field.platform.database.read("plain", (tx) =>
      tx.shift.findMany({ include: { breaks: true } }),
    );
    const gone = new Date("2026-03-02T17:00:00.000Z");
    expect([row?.endedAt, row?.breaks[0]?.endedAt]).toEqual([gone, gone]);
    expect((await journal()).at(-1)).toMatchObject({
      action: "desks.endAbandoned",
      actorKind: "system",
      before: { state: "break" },
      after: { state: "ended" },
    });
  });

  it("goes on while a case is held, and while its interviewer works", async () => {
    await mette.next();
    field.clock.forward(13 * hour);
    expect(await duty()).toEqual({ ended: 0 });
    const lars = await field.interviewer("lars");
    await change("start", lars);
    for (let worked = 0; worked < 3; worked++) {
      field.clock.forward(6 * hour);
      await lars.ask("GET", "/api/desk");
    }
    expect(await duty()).toEqual({ ended: 0 });
  });
});
