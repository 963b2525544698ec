// Cases at desks: handed out once, dialled only when nothing forbids it, closed with an outcome.

import { randomUUID } from "node:crypto";
import { hour, minute } from "@fieldline/kernel";
import { describe, expect, it } from "vitest";
import { reclaim } from "../../apps/server/src/modules/calling/index.ts";
import { breakOffOpenInterview } from "../../apps/server/src/modules/interviewing/index.ts";
import { systemActor } from "../../apps/server/src/platform/actor.ts";
import { danishField, danishNumber } from "./support/field.ts";

describe("a number that nobody picks up", () => {
  it("comes back after three hours, in another part of the day, to any desk", async () => {
    const field = await danishField([{ record: "odense", number: danishNumber(1, 5) }]);
    const mette = await field.interviewer("mette");
    const { after } = await mette.rings("noAnswer");
    expect(after).toMatchObject({ caseState: "open", dueAt: "2008-04-16T18:00:00.000Z", keepsCase: false });

    const none = await mette.nextReply();
    expect(none.body.nothing).toEqual({
      counts: [{ reason: "resting", count: 1 }],
      nextDueAt: "2008-04-16T18:00:00.000Z",
      asOf: "2008-04-16T15:00:00.000Z",
    });
    field.clock.forward(3 * hour);
    // Three hours later it is still the evening in which nobody answered.
    expect((await mette.nextReply()).body.nothing).toMatchObject({
      counts: [{ reason: "otherDaypart", count: 1 }],
      nextDueAt: "2008-04-17T08:00:00.000Z",
    });
    field.clock.forward(14 * hour);
    const again = await (await field.interviewer("lars")).next();
    expect(again).toMatchObject({
      reference: "odense",
      reasons: [
        { code: "daypart", params: { daypart: "morning" } },
        { code: "retry", params: { disposition: "noAnswer" } },
      ],
    });
    expect(again.attempts).toHaveLength(1);
  });
});

describe("a case on a desk", () => {
  it("is on no other desk, however many ask at once", async () => {
    const households = Array.from({ length: 12 }, (_, i) => ({
      record: `r${i}`,
      number: danishNumber(i, 0),
    }));
    const field = await danishField(households);
    const desks = await Promise.all(
      Array.from({ length: 20 }, (_, i) => field.interviewer(`interviewer${i}`)),
    );
    const replies = await Promise.all(desks.map((desk) => desk.nextReply()));
    const cases = replies.flatMap(({ body }) => (body.case ? [body.case.reference as string] : []));
    expect(cases).toHaveLength(12);
    expect(new Set(cases).size).toBe(12);
    for (const { body } of replies.filter(({ body }) => body.nothing)) {
      expect(body.nothing.counts).toEqual([{ reason: "atOtherDesks", count: 12 }]);
    }
  });

  it("stays the same one when the reply was lost and the desk asks again", async () => {
    const field = await danishField([
      { record: "a", number: danishNumber(1, 0) },
      { record: "b", number: danishNumber(2, 0) },
    ]);
    const mette = await field.interviewer("mette");
    const commandId = randomUUID();
    const first = await mette.nextReply(commandId);
    expect((await mette.nextReply(commandId)).body.case.id).toBe(first.body.case.id);
    expect((await mette.nextReply()).body.code).toBe("calling.deskHasCase");
    expect((await mette.ask("GET", "/api/desk")).body.case.id).toBe(first.body.case.id);
  });

  it("goes back to the others when it is given back, and when its desk has been silent too long", async () => {
    const field = await danishField([{ record: "a", number: danishNumber(1, 0) }]);
    const mette = await field.interviewer("mette");
    const lars = await field.interviewer("lars");
    const held = await mette.next();
    await mette.ask("POST", `/api/cases/${held.id}/give-back`, {
      commandId: randomUUID(),
      fence: held.fence,
    });
    expect((await mette.nextReply()).body.nothing.counts).toEqual([{ reason: "resting", count: 1 }]);
    field.clock.forward(10 * minute);
    const second = await lars.next();
    expect(second.fence).toBe(held.fence + 1);

    expect((await mette.dial(held)).body.code).toBe("calling.leaseLost");
    field.clock.forward(7 * minute);
    await field.platform.execute(reclaim(breakOffOpenInterview), {
      actor: systemActor,
      commandId: null,
      input: {},
    });
    expect((await mette.next()).reference).toBe("a");
    expect((await lars.dial(second)).body.code).toBe("calling.leaseLost");
  });
});

describe("a dial", () => {
  it("is made once, however often the desk sends it", async () => {
    const field = await danishField([{ record: "a", number: danishNumber(1, 0) }]);
    const mette = await field.interviewer("mette");
    const held = await mette.next();
    const same = { commandId: randomUUID(), id: randomUUID() };
    const replies = await Promise.all(Array.from({ length: 5 }, () => mette.dial(held, 0, same)));
    expect(new Set(replies.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(replies[0]?.body.line.events.at(-1).event).toBe("answered");
    expect((await mette.dial(held)).body.code).toBe("calling.attemptOpen");
    expect((await mette.ask("GET", "/api/desk")).body.figures.dials).toBe(1);
  });

  it("is refused outside the hours, and the refusal says when they begin", async () => {
    const field = await danishField([{ record: "a", number: danishNumber(1, 0) }]);
    const mette = await field.interviewer("mette");
    const held = await mette.next();
    field.clock.forward(4 * hour);
    const late = await mette.dial(held);
    expect(late).toMatchObject({ status: 409, body: { code: "calling.outsideHours" } });
    expect(late.body.params).toMatchObject({
      localTime: "21:00",
      nextLocalDate: "2008-04-17",
      nextLocalTime: "10:00",
    });
  });

  it("is made four times a day to the same number, redials counted, and the case waits for the next day", async () => {
    const field = await danishField([{ record: "a", number: danishNumber(1, 8) }]);
    const mette = await field.interviewer("mette");
    const held = await mette.next();
    for (let times = 1; times <= 4; times++) {
      const { body } = await mette.dial(held);
      const closed = await mette.close(body.id, held, "lineDropped");
      expect(closed.body).toMatchObject({ keepsCase: times < 4 });
    }
    expect((await mette.nextReply()).body.nothing.nextDueAt).toBe("2008-04-16T22:00:00.000Z");
    field.clock.forward(23 * hour);
    const lars = await field.interviewer("lars");
    expect((await lars.dial(await lars.next())).status).toBe(200);
  });

  it("never reaches somebody who asked not to be called again, in whatever sample the number turns up", async () => {
    const field = await danishField([
      { record: "a", number: danishNumber(1, 0), number2: danishNumber(2, 0) },
    ]);
    const mette = await field.interviewer("mette");
    const { after } = await mette.rings("doNotCall");
    expect(after).toMatchObject({ caseState: "closed", finalCode: "2.112", numberClosed: true });
    expect((await mette.nextReply()).body.nothing.counts).toEqual([{ reason: "closed", count: 1 }]);
    expect((await mette.ask("GET", "/api/desk")).body.figures).toMatchObject({ dials: 1, refusals: 1 });
    const listed = await field.platform.database.read("plain", (tx) =>
      tx.journalEntry.findMany({ where: { entityKind: "phoneNumber" } }),
    );
    expect(listed.map(({ after }) => after)).toEqual([{ doNotCall: true }, { doNotCall: true }]);
  });

  it("waits for an entry on the do-not-call list that is made in the same moment, and then is refused", async () => {
    const field = await danishField([{ record: "a", number: danishNumber(1, 0) }]);
    const mette = await field.interviewer("mette");
    const held = await mette.next();
    const numberId = held.numbers[0]?.id ?? "";
    let dialling: Promise<{ body: { code?: string } }> | undefined;
    await field.platform.database.write("plain", async (tx) => {
      await tx.phoneNumber.update({ where: { id: numberId }, data: { doNotCallAt: new Date(0) } });
      dialling = mette.dial(held);
      await new Promise((resolve) => setTimeout(resolve, 200));
    });
    expect((await dialling)?.body.code).toBe("calling.doNotCall");
  });

  it("goes to the second number when the first is not in service", async () => {
    const field = await danishField([
      { record: "a", number: danishNumber(1, 9), number2: danishNumber(2, 0) },
    ]);
    const mette = await field.interviewer("mette");
    const { case: held, after } = await mette.rings("notInService");
    expect(after).toMatchObject({ caseState: "open", keepsCase: true, numberClosed: true });
    expect((await mette.dial(held, 0)).body.code).toBe("calling.numberClosed");
    expect((await mette.dial(held, 1)).status).toBe(200);
  });
});

describe("a case between two hands", () => {
  it("is closed once: of three outcomes sent at once one stands, and the others hear so", async () => {
    const field = await danishField([{ record: "a", number: danishNumber(1, 0) }]);
    const mette = await field.interviewer("mette");
    const held = await mette.next();
    const { body } = await mette.dial(held);
    const outcomes = ["doNotCall", "noAnswer", "busy"];
    const replies = await Promise.all(outcomes.map((outcome) => mette.close(body.id, held, outcome)));
    const won = replies.findIndex(({ status }) => status === 200);
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    const attempt = await field.platform.database.read("plain", (tx) =>
      tx.contactAttempt.findUniqueOrThrow({ where: { id: body.id } }),
    );
    expect(attempt.disposition).toBe(outcomes[won]);
  });

  it("is either dialled or given back, never both", async () => {
    const field = await danishField(
      Array.from({ length: 6 }, (_, i) => ({ record: `r${i}`, number: danishNumber(i, 0) })),
    );
    for (let i = 0; i < 6; i++) {
      const desk = await field.interviewer(`interviewer${i}`);
      const held = await desk.next();
      const back = { commandId: randomUUID(), fence: held.fence };
      const [dialled, given] = await Promise.all([
        desk.dial(held),
        desk.ask("POST", `/api/cases/${held.id}/give-back`, back),
      ]);
      expect([dialled.status, given.status].toSorted()).toEqual([200, 409]);
    }
  });

  it("is not there for somebody who never held it", async () => {
    const field = await danishField([{ record: "a", number: danishNumber(1, 0) }]);
    const mette = await field.interviewer("mette");
    const held = await mette.next();
    const anna = await field.person({ name: "anna", languages: ["cs"], countries: ["CZ"] });
    expect(await anna.dial(held)).toMatchObject({ status: 404, body: { code: "access.notFound" } });
    const beat = await anna.ask("POST", "/api/desk/heartbeat", { caseId: held.id, fence: held.fence });
    expect(beat.body.code).toBe("access.notFound");
  });

  it("goes to somebody who speaks the language of the country", async () => {
    const field = await danishField([{ record: "a", number: danishNumber(1, 0) }]);
    const tom = await field.person({ name: "tom", languages: ["en"], countries: ["DK", "GB"] });
    expect((await tom.nextReply()).body.nothing.counts).toEqual([{ reason: "otherLanguage", count: 1 }]);
    const freja = await field.person({ name: "freja", languages: ["da", "en"], countries: ["DK", "GB"] });
    expect((await freja.next()).languages).toEqual(["da", "en"]);
  });
});

describe("an outcome", () => {
  it("must be one there is, and one that fits what happened", async () => {
    const field = await danishField([{ record: "a", number: danishNumber(1, 0) }]);
    const mette = await field.interviewer("mette");
    const held = await mette.next();
    const { body } = await mette.dial(held);
    expect((await mette.close(body.id, held, "fine")).body.code).toBe("calling.dispositionUnknown");
    expect((await mette.close(body.id, held, "complete")).body.code).toBe("calling.dispositionNotHere");
    expect((await mette.close(body.id, held, "hardRefusal")).body).toMatchObject({ finalCode: "2.111" });
    expect((await mette.close(body.id, held, "busy")).body.code).toBe("calling.leaseLost");
  });

  it("replaces nothing when the desk never gave one: the call counts as never closed and rests an hour", async () => {
    const field = await danishField([{ record: "a", number: danishNumber(1, 0) }]);
    const mette = await field.interviewer("mette");
    await mette.dial(await mette.next());
    field.clock.forward(46 * minute);
    await field.platform.execute(reclaim(breakOffOpenInterview), {
      actor: systemActor,
      commandId: null,
      input: {},
    });
    expect((await mette.nextReply()).body.nothing.counts).toEqual([{ reason: "resting", count: 1 }]);
    field.clock.forward(61 * minute);
    expect((await mette.next()).attempts[0]?.disposition).toBe("neverClosed");
  });
});
