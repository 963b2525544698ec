// Wrong outcomes: mended at the desk until the next case, by a supervisor afterwards, and what may not be mended.

import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { agrees, caseRow, corrects, danish, exact, until } from "./support/day.ts";
import { danishField, danishNumber, type Field } from "./support/field.ts";
import { converse, release2008 } from "./support/respondent.ts";

const household = [{ record: "odense", number: danishNumber(1, 0) }];
const twoHouseholds = [...household, { record: "aarhus", number: danishNumber(2, 0) }];
const today = "2008-04-16";
const tomorrow = "2008-04-17";
const refusal = { reason: "noTime", replyUsed: "otherTime" };

const sofia = (field: Field) => field.person({ name: "sofia", roles: ["supervisor"] });
const lastAttemptOf = async (desk: { ask(method: "GET", url: string): Promise<{ body: unknown }> }) =>
  ((await desk.ask("GET", "/api/desk")).body as { lastAttempt: unknown }).lastAttempt;

describe("at the desk, until the next case", () => {
  it("a number called dead by mistake is open again, and the case with it", async () => {
    const field = await danishField(household);
    const mette = await field.interviewer("mette");
    const { case: held, attemptId, after } = await mette.rings("notInService");
    expect(after).toMatchObject({ caseState: "closed", finalCode: "4.31" });
    expect(await lastAttemptOf(mette)).toMatchObject({ id: attemptId, disposition: "notInService" });

    const mended = await corrects(mette, attemptId, "noAnswer");
    expect(mended.body).toEqual({
      caseState: "open",
      dueAt: danish(today, "20:00"),
      finalCode: null,
      numberClosed: false,
      appointment: null,
    });
    expect(await caseRow(field, held.id)).toMatchObject({
      state: "open",
      rank: 1,
      finalDisposition: null,
      finalCode: null,
      closedAt: null,
      lastDisposition: "noAnswer",
      record: { numbers: [{ number: { closedAs: null } }] },
    });
    expect(await lastAttemptOf(mette)).toMatchObject({ disposition: "noAnswer" });
  });

  it("both outcomes are in the journal, with what they did to the case and its number", async () => {
    const field = await danishField(household);
    const mette = await field.interviewer("mette");
    const { attemptId } = await mette.rings("notInService");
    await corrects(mette, attemptId, "hardRefusal", refusal);
    const entries = await field.platform.database.read("plain", (tx) =>
      tx.journalEntry.findMany({ where: { action: "calling.correctOutcome" } }),
    );
    expect(entries).toContainEqual(
      expect.objectContaining({
        entityKind: "attempt",
        entityId: attemptId,
        before: expect.objectContaining({ disposition: "notInService", case: "closed", finalCode: "4.31" }),
        after: expect.objectContaining({ disposition: "hardRefusal", reason: "noTime", finalCode: "2.111" }),
      }),
    );
    expect(entries).toContainEqual(
      expect.objectContaining({
        entityKind: "phoneNumber",
        before: { closedAs: "notInService" },
        after: { closedAs: null },
      }),
    );
  });

  it("a refusal becomes an appointment, and the other way round", async () => {
    const field = await danishField(household);
    const mette = await field.interviewer("mette");
    const { case: held, attemptId } = await mette.rings("hardRefusal");
    const appointment = exact(tomorrow, "18:00");
    expect((await corrects(mette, attemptId, "appointmentExact")).body.code).toBe(
      "calling.appointmentMissing",
    );
    const agreed = await corrects(mette, attemptId, "appointmentExact", { appointment });
    expect(agreed.body).toMatchObject({ caseState: "open", dueAt: danish(tomorrow, "18:00") });
    expect(await caseRow(field, held.id)).toMatchObject({
      appointments: [{ state: "open" }],
      attempts: [{ disposition: "appointmentExact", reason: null }],
    });
    const refused = await corrects(mette, attemptId, "hardRefusal", refusal);
    expect(refused.body).toMatchObject({ caseState: "closed", finalCode: "2.111" });
    expect(await caseRow(field, held.id)).toMatchObject({ appointments: [{ state: "cancelled" }] });
  });

  it("a case kept for a redial leaves the desk when the line had not dropped", async () => {
    const field = await danishField(household);
    const mette = await field.interviewer("mette");
    const held = await mette.next();
    const { body } = await mette.dial(held);
    expect((await mette.close(body.id, held, "lineDropped")).body.keepsCase).toBe(true);
    await corrects(mette, body.id, "busy");
    expect((await mette.ask("GET", "/api/desk")).body.case).toBeNull();
    expect((await mette.nextReply()).body.nothing.counts).toEqual([{ reason: "resting", count: 1 }]);
  });

  it("is over with the next case, for a call still open, and for whoever did not make the call", async () => {
    const field = await danishField(twoHouseholds);
    const [mette, lars] = [await field.interviewer("mette"), await field.interviewer("lars")];
    const { attemptId } = await mette.rings("noAnswer");
    expect((await corrects(lars, attemptId, "busy")).body.code).toBe("access.notFound");
    field.clock.forward(1_000);
    const held = await mette.next();
    expect(await lastAttemptOf(mette)).toBeNull();
    expect((await corrects(mette, attemptId, "busy")).body.code).toBe("calling.correctionTooLate");
    const { body } = await mette.dial(held);
    expect((await corrects(mette, body.id, "busy")).body.code).toBe("calling.attemptOpen");
  });

  it("is carried out once, however often it is sent", async () => {
    const field = await danishField(household);
    const mette = await field.interviewer("mette");
    const { case: held, attemptId } = await mette.rings("busy");
    const command = {
      commandId: randomUUID(),
      disposition: "appointmentExact",
      appointment: exact(tomorrow, "18:00"),
    };
    const send = () => mette.ask("POST", `/api/attempts/${attemptId}/correction`, command);
    const [first, second] = [await send(), await send()];
    expect(second.body).toEqual(first.body);
    expect((await caseRow(field, held.id)).appointments).toHaveLength(1);
  });
});

describe("by a supervisor", () => {
  it("any closed attempt of the own countries, whoever made it", async () => {
    const field = await danishField(twoHouseholds);
    const mette = await field.interviewer("mette");
    const { case: held, attemptId } = await mette.rings("noAnswer");
    await mette.next();
    const mended = await corrects(await sofia(field), attemptId, "hardRefusal", refusal);
    expect(mended.body).toMatchObject({ caseState: "closed", finalCode: "2.111" });
    expect((await caseRow(field, held.id)).attempts).toMatchObject([{ disposition: "hardRefusal" }]);
  });

  it("nobody's of another country, and by no other role", async () => {
    const field = await danishField(household);
    const mette = await field.interviewer("mette");
    const { attemptId } = await mette.rings("noAnswer");
    const jan = await field.person({ name: "jan", roles: ["supervisor"], countries: ["CZ"] });
    expect(await corrects(jan, attemptId, "busy")).toMatchObject({
      status: 404,
      body: { code: "access.notFound" },
    });
    const rosa = await field.person({ name: "rosa", roles: ["researcher"] });
    expect((await corrects(rosa, attemptId, "busy")).body.code).toBe("access.notAllowed");
  });

  it("also of an earlier attempt: the case follows from all of them", async () => {
    const field = await danishField(household);
    const mette = await field.interviewer("mette");
    const { case: held, attemptId: first } = await mette.rings("busy");
    await until(field, today, "17:15");
    await mette.rings("noAnswer");
    const supervisor = await sofia(field);
    const appointment = exact(tomorrow, "18:00");
    expect((await corrects(supervisor, first, "appointmentExact", { appointment })).body.code).toBe(
      "calling.dispositionNotHere",
    );
    const refused = await corrects(supervisor, first, "hardRefusal", refusal);
    expect(refused.body).toMatchObject({ caseState: "closed", finalCode: "2.111" });
    const back = await corrects(supervisor, first, "answeringMachine");
    expect(back.body).toMatchObject({ caseState: "open", dueAt: danish(today, "20:15") });
    expect(await caseRow(field, held.id)).toMatchObject({ state: "open", lastDisposition: "noAnswer" });
  });

  it("a contact that was none makes a kept appointment a missed one", async () => {
    const field = await danishField(household);
    const mette = await field.interviewer("mette");
    const { case: held } = await agrees(mette, exact(tomorrow, "18:00"));
    await until(field, tomorrow, "18:00");
    const { attemptId } = await mette.rings("callLater");
    expect((await caseRow(field, held.id)).appointments).toMatchObject([{ state: "kept" }]);
    await corrects(await sofia(field), attemptId, "noAnswer");
    expect((await caseRow(field, held.id)).appointments).toMatchObject([{ state: "missed" }]);
  });

  it("not while the case is on a desk", async () => {
    const field = await danishField(household);
    const [mette, lars] = [await field.interviewer("mette"), await field.interviewer("lars")];
    const { attemptId } = await mette.rings("busy");
    await until(field, today, "17:15");
    await lars.next();
    expect((await corrects(await sofia(field), attemptId, "noAnswer")).body.code).toBe("calling.caseAtDesk");
    expect((await corrects(mette, attemptId, "noAnswer")).body.code).toBe("calling.caseAtDesk");
  });
});

describe("what stands", () => {
  it("is a complete, for the interviewer as for the supervisor", async () => {
    const field = await danishField(household);
    const mette = await field.interviewer("mette");
    const held = await mette.next();
    const { body: call } = await mette.dial(held);
    const id = await mette.begins(held, call.id);
    const log = (await mette.ask("GET", `/api/interviews/${id}`)).body;
    const { operations } = converse(release2008(log.release), log.operations);
    await mette.ask("POST", `/api/interviews/${id}/operations`, { fence: held.fence, operations });
    expect((await mette.close(call.id, held, "complete")).body).toMatchObject({ finalCode: "1.1" });
    for (const desk of [mette, await sofia(field)]) {
      const away = await corrects(desk, call.id, "hardRefusal", refusal);
      expect(away.body.code).toBe("calling.correctionAfterInterview");
    }
    expect(await caseRow(field, held.id)).toMatchObject({ state: "closed", finalCode: "1.1" });
  });

  it("is a wish never to be called again", async () => {
    const field = await danishField(household);
    const mette = await field.interviewer("mette");
    const { attemptId } = await mette.rings("doNotCall");
    expect((await corrects(mette, attemptId, "callLater")).body.code).toBe("calling.correctionListed");
  });

  it("is what happened: no outcome of an interview that was not held, none that only a rule sets", async () => {
    const field = await danishField(household);
    const mette = await field.interviewer("mette");
    const { attemptId } = await mette.rings("noAnswer");
    expect((await corrects(mette, attemptId, "complete")).body.code).toBe("calling.dispositionNotHere");
    expect((await corrects(mette, attemptId, "neverClosed")).body.code).toBe("calling.dispositionNotHere");
    expect((await corrects(mette, attemptId, "fine")).body.code).toBe("calling.dispositionUnknown");
    expect((await corrects(mette, randomUUID(), "busy")).body.code).toBe("access.notFound");
  });
});
