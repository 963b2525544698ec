// Appointments: agreed at one desk, due at the right minute at the right desk, kept, missed or moved.

import { randomUUID } from "node:crypto";
import { ranks } from "@fieldline/calling";
import { callRules2008 } from "@fieldline/study-2008";
import { describe, expect, it } from "vitest";
import { setScope } from "../../apps/server/src/modules/access/index.ts";
import { setCallRules } from "../../apps/server/src/modules/studies/index.ts";
import { operatorActor } from "../../apps/server/src/platform/actor.ts";
import { agrees, caseRow, danish, duties, exact, loose, until } from "./support/day.ts";
import { danishField, danishNumber } from "./support/field.ts";

const household = [{ record: "odense", number: danishNumber(1, 0), name: "Karen Holm" }];
const today = "2008-04-16";
const tomorrow = "2008-04-17";

describe("an appointment at six o'clock tomorrow", () => {
  it("is its own interviewer's from five minutes before, and any other's only from ten minutes after", async () => {
    const field = await danishField(household);
    const [mette, lars] = [await field.interviewer("mette"), await field.interviewer("lars")];
    const { case: held } = await agrees(mette, exact(tomorrow, "18:00"));
    expect(await caseRow(field, held.id)).toMatchObject({
      dueAt: new Date(danish(tomorrow, "18:00")),
      appointments: [
        { state: "open", localDate: tomorrow, localFrom: "18:00", timeZone: "Europe/Copenhagen" },
      ],
    });

    await until(field, tomorrow, "17:54");
    expect((await mette.nextReply()).body.nothing).toEqual({
      counts: [{ reason: "appointmentsLater", count: 1 }],
      nextDueAt: danish(tomorrow, "18:00"),
      asOf: danish(tomorrow, "17:54"),
    });
    await until(field, tomorrow, "18:09");
    expect((await lars.nextReply()).body.nothing).toEqual({
      counts: [{ reason: "keptForOthers", count: 1 }],
      nextDueAt: null,
      asOf: danish(tomorrow, "18:09"),
    });
    const back = await mette.next();
    expect(back).toMatchObject({
      id: held.id,
      appointment: { kind: "exact", localDate: tomorrow, localFrom: "18:00" },
      reasons: [{ code: "appointment", params: { localDate: tomorrow, localFrom: "18:00" } }],
    });
  });

  it("goes over to a second desk when its own does not take it, and is kept there", async () => {
    const field = await danishField(household);
    const [mette, lars] = [await field.interviewer("mette"), await field.interviewer("lars")];
    const { case: held } = await agrees(mette, exact(tomorrow, "18:00"));
    await until(field, tomorrow, "18:10");
    const taken = await lars.next();
    expect(taken).toMatchObject({ id: held.id, askFor: "Karen Holm" });
    expect((await mette.nextReply()).body.nothing.counts).toEqual([{ reason: "atOtherDesks", count: 1 }]);
    const { body } = await lars.dial(taken);
    await lars.close(body.id, taken, "callLater");
    expect((await caseRow(field, held.id)).appointments).toMatchObject([{ state: "kept" }]);
  });

  it("comes before every other case that is due", async () => {
    const field = await danishField(household);
    const mette = await field.interviewer("mette");
    const { case: held } = await agrees(mette, exact(tomorrow, "18:00"));
    await field.households([{ record: "aarhus", number: danishNumber(2, 0) }]);
    await until(field, tomorrow, "17:54");
    const fresh = await mette.next();
    expect(fresh.reference).toBe("aarhus");
    const { body } = await mette.dial(fresh);
    await mette.close(body.id, fresh, "busy");
    await until(field, tomorrow, "18:10");
    expect((await mette.next()).id).toBe(held.id);
  });

  it("is missed when nobody answers, and then waits as after any other call", async () => {
    const field = await danishField(household);
    const mette = await field.interviewer("mette");
    const { case: held } = await agrees(mette, exact(tomorrow, "15:00"));
    await until(field, tomorrow, "15:00");
    const { after } = await mette.rings("noAnswer");
    expect(after.dueAt).toBe(danish(tomorrow, "18:00"));
    expect(await caseRow(field, held.id)).toMatchObject({ rank: 1, appointments: [{ state: "missed" }] });
  });

  it("is missed an hour later when nobody rang, and goes to the top once, for anybody", async () => {
    const field = await danishField(household);
    const [mette, lars] = [await field.interviewer("mette"), await field.interviewer("lars")];
    await agrees(mette, exact(tomorrow, "15:00"));
    await field.households([{ record: "aarhus", number: danishNumber(2, 0) }]);
    await until(field, tomorrow, "15:59");
    await duties(field);
    await until(field, tomorrow, "16:00");
    await duties(field);
    const top = await lars.next();
    expect(top).toMatchObject({
      reference: "odense",
      appointment: null,
      reasons: [{ code: "missedAppointment" }],
    });
    const { body } = await lars.dial(top);
    const closed = await lars.close(body.id, top, "noAnswer");
    expect(closed.body.dueAt).toBe(danish(tomorrow, "19:00"));
    expect(await caseRow(field, top.id)).toMatchObject({ rank: 1, appointments: [{ state: "missed" }] });
  });

  it("is missed and comes back tomorrow when its number has been rung its fill today", async () => {
    const field = await danishField(household);
    const mette = await field.interviewer("mette");
    const { case: held } = await agrees(mette, exact(today, "18:00"));
    const { version: _version, ...rules } = callRules2008();
    const input = {
      waveId: field.waveId,
      rules: { ...rules, ceiling: { ...rules.ceiling, perLocalDay: 1 } },
    };
    await field.platform.execute(setCallRules, { actor: operatorActor, commandId: null, input });
    await until(field, today, "19:00");
    await duties(field);
    const missed = await caseRow(field, held.id);
    expect(missed).toMatchObject({ rank: ranks.exact, appointments: [{ state: "missed" }] });
    expect(missed.dueAt?.toISOString()).toBe(danish(tomorrow, "00:00"));
  });

  it("waits for the second number when the first is dead", async () => {
    const field = await danishField([
      { record: "a", number: danishNumber(1, 0), number2: danishNumber(2, 0) },
    ]);
    const mette = await field.interviewer("mette");
    await agrees(mette, exact(tomorrow, "18:00"));
    await until(field, tomorrow, "18:00");
    const held = await mette.next();
    const first = await mette.dial(held, 0);
    expect((await mette.close(first.body.id, held, "notInService")).body.keepsCase).toBe(true);
    expect((await caseRow(field, held.id)).appointments).toMatchObject([{ state: "open" }]);
    const second = await mette.dial(held, 1);
    await mette.close(second.body.id, held, "hardRefusal");
    expect((await caseRow(field, held.id)).appointments).toMatchObject([{ state: "kept" }]);
  });
});

describe("a new appointment", () => {
  it("takes the place of one that was kept, and cancels one whose time has not come", async () => {
    const field = await danishField(household);
    const mette = await field.interviewer("mette");
    const { case: held, attemptId } = await agrees(mette, exact(tomorrow, "18:00"));
    await until(field, today, "17:01");
    const moved = await mette.ask("POST", `/api/attempts/${attemptId}/correction`, {
      commandId: randomUUID(),
      disposition: "appointmentExact",
      appointment: exact(tomorrow, "19:00"),
    });
    expect(moved.body).toMatchObject({
      dueAt: danish(tomorrow, "19:00"),
      appointment: { localFrom: "19:00" },
    });
    await until(field, tomorrow, "19:00");
    await agrees(mette, loose("2008-04-19", "12:00", "15:00"));
    const { rank, appointments } = await caseRow(field, held.id);
    expect(rank).toBe(ranks.loose);
    expect(appointments.map(({ state }) => state)).toEqual(["cancelled", "kept", "open"]);
  });

  it("in a part of the day is anybody's from its start, and missed at its end", async () => {
    const field = await danishField(household);
    const [mette, lars] = [await field.interviewer("mette"), await field.interviewer("lars")];
    const { case: held } = await agrees(mette, loose(tomorrow, "15:00", "17:00"));
    await until(field, tomorrow, "15:00");
    const taken = await lars.next();
    expect(taken.appointment).toMatchObject({ kind: "loose", localFrom: "15:00", localTo: "17:00" });
    await lars.ask("POST", `/api/cases/${held.id}/give-back`, {
      commandId: randomUUID(),
      fence: taken.fence,
    });
    await until(field, tomorrow, "17:00");
    await duties(field);
    expect((await caseRow(field, held.id)).appointments).toMatchObject([{ state: "missed" }]);
  });
});

describe("a time that will not do", () => {
  it("is refused with the nearest one, and the call stays open for another", async () => {
    const field = await danishField(household);
    const mette = await field.interviewer("mette");
    const held = await mette.next();
    const { body: call } = await mette.dial(held);
    const wishing = (appointment?: object) =>
      mette.close(call.id, held, "appointmentExact", appointment ? { appointment } : {});

    expect((await wishing()).body.code).toBe("calling.appointmentMissing");
    expect((await wishing(loose(tomorrow, "17:00", "18:00"))).body.code).toBe("calling.appointmentMissing");
    expect((await wishing(exact("2008-04-20", "12:00"))).body).toMatchObject({
      code: "calling.appointmentClosedDay",
      params: { nearestDate: "2008-04-19", nearestTime: "15:45" },
    });
    expect((await wishing(exact("2008-05-06", "12:00"))).body.code).toBe("calling.appointmentOutsideField");
    expect((await wishing(exact(today, "16:00"))).body.code).toBe("calling.appointmentPast");
    const late = await wishing(exact(tomorrow, "20:30"));
    expect(late).toMatchObject({ status: 422, body: { code: "calling.appointmentOutsideHours" } });
    const { nearestDate, nearestTime } = late.body.params;
    expect((await wishing(exact(nearestDate, nearestTime))).status).toBe(200);
  });

  it("is refused today when the number has been rung as often as may be", async () => {
    const field = await danishField(household);
    const mette = await field.interviewer("mette");
    const held = await mette.next();
    for (let times = 1; times <= 3; times++) {
      const { body } = await mette.dial(held);
      await mette.close(body.id, held, "lineDropped");
    }
    const { body: fourth } = await mette.dial(held);
    const again = { appointment: exact(today, "19:00") };
    expect((await mette.close(fourth.id, held, "appointmentExact", again)).body.code).toBe(
      "calling.beyondDayCeiling",
    );
    const other = { appointment: exact(tomorrow, "19:00") };
    expect((await mette.close(fourth.id, held, "appointmentExact", other)).status).toBe(200);
  });
});

describe("the times on offer", () => {
  it("are the quarters of the days to come, with how many appointments stand there", async () => {
    const field = await danishField([
      { record: "a", number: danishNumber(1, 0) },
      { record: "b", number: danishNumber(2, 0) },
    ]);
    const mette = await field.interviewer("mette");
    const { case: held } = await agrees(mette, exact(tomorrow, "18:00"));
    const slots = (await mette.ask("GET", `/api/cases/${held.id}/slots`)).body;
    expect(slots).toMatchObject({ zone: "Europe/Copenhagen", today, lastDate: "2008-05-05" });
    expect(slots.days.map(({ date }: { date: string }) => date)).toHaveLength(7);
    const at = (day: number, time: string) =>
      slots.days[day].slots.find((slot: { time: string }) => slot.time === time);
    expect(at(0, "16:45")).toEqual({ time: "16:45", callable: false, load: 0 });
    expect(at(0, "17:00")).toEqual({ time: "17:00", callable: true, load: 0 });
    expect(at(1, "18:00")).toEqual({ time: "18:00", callable: true, load: 1 });
    expect(at(1, "20:30")).toBeUndefined();
    expect(slots.days[4]).toEqual({ date: "2008-04-20", kind: "sun", slots: [] });
    await field.interviewer("new-at-work");
    await field.person({ name: "german", languages: ["de"], countries: ["DE"] });
    const { staff } = (await mette.ask("GET", `/api/cases/${held.id}/slots`)).body;
    expect(staff).toBe(slots.staff + 1);
    const last = (await mette.ask("GET", `/api/cases/${held.id}/slots?date=2008-05-04`)).body;
    expect(last.days.map(({ date }: { date: string }) => date)).toEqual(["2008-05-04", "2008-05-05"]);
  });

  it("are not there for somebody of another country", async () => {
    const field = await danishField(household);
    const mette = await field.interviewer("mette");
    const held = await mette.next();
    const anna = await field.person({ name: "anna", languages: ["cs"], countries: ["CZ"] });
    expect((await anna.ask("GET", `/api/cases/${held.id}/slots`)).body.code).toBe("access.notFound");
  });
});

describe("the desk's own list", () => {
  it("holds what is due today, rings from five minutes before, and is nobody else's", async () => {
    const field = await danishField(household);
    const [mette, lars] = [await field.interviewer("mette"), await field.interviewer("lars")];
    const { case: held } = await agrees(mette, exact(tomorrow, "18:00"));
    const list = async (desk: typeof mette) => (await desk.ask("GET", "/api/desk")).body.appointments;
    expect(await list(mette)).toEqual([]);
    await until(field, tomorrow, "17:00");
    expect(await list(mette)).toMatchObject([
      {
        caseId: held.id,
        reference: "odense",
        country: "DK",
        localFrom: "18:00",
        due: false,
        askFor: "Karen Holm",
      },
    ]);
    expect(await list(lars)).toEqual([]);
    await until(field, tomorrow, "17:55");
    expect(await list(mette)).toMatchObject([{ due: true }]);
    await mette.next();
    expect(await list(mette)).toEqual([]);
  });

  it("names nobody of a country that is no longer one's own", async () => {
    const field = await danishField(household);
    const mette = await field.interviewer("mette");
    await agrees(mette, exact(tomorrow, "18:00"));
    await until(field, tomorrow, "17:00");
    const input = { name: "mette", study: null, countries: ["DE"] };
    await field.platform.execute(setScope, { actor: operatorActor, commandId: null, input });
    expect((await mette.ask("GET", "/api/desk")).body.appointments).toEqual([]);
  });
});
