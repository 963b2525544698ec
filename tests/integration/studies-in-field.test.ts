// A wave in the field: its clock set forward, the wave closed, and who may do such things.

import { randomUUID } from "node:crypto";
import { minute } from "@fieldline/kernel";
import { describe, expect, it } from "vitest";
import { corrects } from "./support/day.ts";
import { danishField, danishNumber } from "./support/field.ts";
import { refused, setUpOf } from "./support/set-up.ts";

const field = await danishField([{ record: "odense", number: "+45 13 01 00 01" }]);
const { anna, karl, sofie, spring, by, made, journalOf, told } = await setUpOf(field);

describe("the field clock of a test wave", () => {
  it("goes to the next hour for calls, once for each command, and stays while calls are allowed", async () => {
    const wave = await made();
    const commandId = randomUUID();
    const first = await by(sofie).forwards(wave, { nextHour: null }, commandId);
    expect(first.body).toEqual({ fieldNow: "2008-04-16T08:00:00.000Z", changed: true, callable: ["DK"] });
    field.clock.forward(minute);
    expect(await by(sofie).forwards(wave, { nextHour: null }, commandId)).toEqual(first);
    expect((await by(sofie).forwards(wave, { nextHour: "DK" })).body).toEqual({
      fieldNow: "2008-04-16T08:01:00.000Z",
      changed: false,
      callable: ["DK"],
    });
    expect(await journalOf(wave, "wave.setFieldTimeForward")).toHaveLength(1);
    expect(await told(wave)).toBe(1);
  });

  it("goes forward only, and not beyond the field", async () => {
    const wave = await made();
    const to = (at: string) => by(sofie).forwards(wave, { at });
    expect((await to("2008-04-17T12:00:00.000Z")).body).toMatchObject({ callable: ["DK"], changed: true });
    expect(await to("2008-04-17T11:59:59.000Z")).toMatchObject(refused(409, "wave.fieldTimeBackwards"));
    expect(await to("2008-05-06T12:00:00.000Z")).toMatchObject(
      refused(409, "wave.fieldTimeAfterField", { last: "2008-05-05" }),
    );
    expect((await to("2008-05-05T21:00:00.000Z")).status).toBe(200);
    expect(await by(sofie).forwards(wave, { nextHour: null })).toMatchObject(
      refused(409, "wave.nothingCallable"),
    );
    expect(await by(sofie).forwards(wave, { nextHour: "GB" })).toMatchObject(refused(404, "access.notFound"));
  });
});

describe("a wave that is closed", () => {
  it("hands out nothing and rings nobody, but what is open at a desk is seen to its end", async () => {
    const held = await danishField([
      { record: "odense", number: danishNumber(1, 0) },
      { record: "aarhus", number: danishNumber(2, 0) },
      { record: "vejle", number: danishNumber(3, 0) },
    ]);
    const { anna, sofie, by, journalOf, told } = await setUpOf(held);
    const before = await told(held.waveId);
    const [mette, lars] = [await held.interviewer("mette"), await held.interviewer("lars")];
    const suspended = await mette.next();
    const first = (await mette.dial(suspended)).body.id;
    const left = await mette.begins(suspended, first);
    await mette.records(left, suspended, 2, [{ type: "suspend" }]);
    expect((await mette.close(first, suspended, "breakOffResumable")).status).toBe(200);
    const [talking, open] = [await mette.next(), await lars.next()];
    const attempt = (await mette.dial(talking)).body.id;
    const interview = await mette.begins(talking, attempt);

    expect(await by(sofie).closes(held.waveId)).toMatchObject(refused(403, "access.notAllowed"));
    const commandId = randomUUID();
    const closed = await by(anna).closes(held.waveId, commandId);
    expect(closed).toEqual({ status: 200, body: { state: "closed" } });
    expect(await by(anna).closes(held.waveId, commandId)).toEqual(closed);
    for (const reply of [await by(anna).closes(held.waveId), await by(anna).releases(held.waveId)]) {
      expect(reply).toMatchObject(refused(409, "wave.closed"));
    }
    expect(await told(held.waveId)).toBe(before + 1);
    expect(await journalOf(held.waveId, "wave.close")).toMatchObject([
      { before: { state: "inField" }, after: { state: "closed" } },
    ]);

    const desk = await mette.ask("GET", "/api/desk");
    expect(desk.body.case).toMatchObject({ id: talking.id, openAttempt: { id: attempt } });
    const answered = await mette.records(interview, talking, 2, [{ type: "breakOff" }]);
    expect(answered.status).toBe("brokenOff");
    expect((await mette.close(attempt, talking, "hardRefusal")).body).toMatchObject({ caseState: "closed" });
    expect((await lars.dial(open)).body).toMatchObject({ code: "calling.waveNotInField" });
    const back = { commandId: randomUUID(), fence: open.fence };
    expect((await lars.ask("POST", `/api/cases/${open.id}/give-back`, back)).status).toBe(200);
    expect((await lars.nextReply()).body).toMatchObject({ code: "calling.waveNotInField" });
    expect((await corrects(sofie, first, "busy")).status).toBe(422);
    const page = await sofie.ask("GET", `/api/cases/${suspended.id}`);
    expect(page.body.interviews).toMatchObject([{ status: "suspended" }]);
  });

  it("was in the field before", async () => {
    expect(await by(anna).closes(await made())).toMatchObject(refused(409, "wave.notInField"));
  });
});

describe("who may set up a wave", () => {
  it("an administrator who sees one of its countries sees its settings, and changes none of them", async () => {
    expect(await by(karl).settings(spring)).toMatchObject({ whole: false });
    for (const reply of [
      await by(karl).changes(spring, { title: "Mine" }),
      await by(karl).releases(spring),
      await by(karl).closes(spring),
      await by(karl).forwards(spring, { nextHour: null }),
      await by(karl).listsNobody(spring),
    ]) {
      expect(reply).toMatchObject(refused(409, "wave.notWhole"));
    }
    expect(await by(karl).makes({ countries: ["DK", "GB"] })).toMatchObject(refused(404, "access.notFound"));
    const wave = (await by(karl).makes()).body.waveId;
    expect(await by(karl).changes(wave, { countries: ["DK", "GB"] })).toMatchObject(
      refused(404, "access.notFound"),
    );
    expect((await by(karl).changes(wave, { title: "Mine" })).status).toBe(200);
  });

  it("a supervisor sees them and sets the clock, and nothing else; an interviewer nothing", async () => {
    expect((await by(sofie).settings(spring)).title).toBe("Spring");
    const mette = await field.interviewer("mette");
    for (const [who, open] of [
      [sofie, false],
      [mette, true],
    ] as const) {
      const tries = [
        by(who).makes(),
        by(who).changes(spring, { title: "Mine" }),
        by(who).releases(spring),
        by(who).closes(spring),
        by(who).listsNobody(spring),
        who.ask("GET", "/api/releases"),
        ...(open
          ? [by(who).forwards(spring, { nextHour: null }), who.ask("GET", `/api/waves/${spring}/settings`)]
          : []),
      ];
      for (const reply of await Promise.all(tries))
        expect(reply).toMatchObject(refused(403, "access.notAllowed"));
    }
  });

  it.each(["nonsense", randomUUID()])("nobody finds the wave %s", async (wave) => {
    for (const reply of [
      await anna.ask("GET", `/api/waves/${wave}/settings`),
      await by(anna).changes(wave, { title: "Mine" }),
      await by(anna).releases(wave),
      await by(anna).closes(wave),
      await by(anna).forwards(wave, { nextHour: null }),
      await by(anna).listsNobody(wave),
    ]) {
      expect(reply).toMatchObject(refused(404, "access.notFound"));
    }
  });
});
