// Every outcome of the table at a real desk: what it needs, what it stores, and what becomes of the case.

import { randomUUID } from "node:crypto";
import {
  type Disposition,
  type DispositionKey,
  dispositions,
  fittingOutcomes,
  followUpOf,
  type InterviewStanding,
  ranks,
} from "@fieldline/calling";
import { minute } from "@fieldline/kernel";
import { describe, expect, it } from "vitest";
import { caseRow, danish, duties, exact, loose, until } from "./support/day.ts";
import { danishField, danishNumber } from "./support/field.ts";

const today = "2008-04-16";
const opening = danish(today, "17:00");
const tomorrow = "2008-04-17";

/** What an outcome needs besides itself, as Mette gives it. */
const given: Readonly<Record<string, object>> = {
  refusal: { reason: "noTime", replyUsed: "otherTime" },
  language: { languageNeeded: "cs" },
  none: {},
};
const appointments: Readonly<Record<string, object>> = {
  appointmentExact: { appointment: exact(tomorrow, "18:00") },
  appointmentLoose: { appointment: loose(tomorrow, "17:00", "20:00") },
};
const followUpFor = (key: DispositionKey) => appointments[key] ?? given[followUpOf(key)] ?? {};

const afterMinutes = (minutes: number) => new Date(Date.parse(opening) + minutes * minute).toISOString();
const dueAfter = ({ key, defaultDelayMinutes = 0 }: Disposition): string => {
  if (key === "appointmentExact") return danish(tomorrow, "18:00");
  if (key === "appointmentLoose") return danish(tomorrow, "17:00");
  // Seven days, or three tenths of the nineteen and a fraction that are left of the field, whichever is shorter.
  if (key.startsWith("softRefusal")) return "2008-04-22T07:48:00.000Z";
  return afterMinutes(defaultDelayMinutes);
};
/** In which state of an interview an outcome of that group is given. */
const standing = (key: DispositionKey): InterviewStanding =>
  (["suspended", "completed", "partial", "brokenOff", "quotaFull", "noPlace"] as const).find((status) =>
    fittingOutcomes(status).includes(key),
  ) ?? "void";

describe("each outcome of the table", () => {
  const reached = dispositions.filter(({ situation }) => situation.endsWith("reached"));
  const during = dispositions.filter(
    ({ key, situation }) => situation === "during interview" && key !== "withdrawn",
  );
  const shared = danishField();
  let serial = 0;

  const rings = async ({ key }: Disposition, interview?: InterviewStanding) => {
    const field = await shared;
    const mette = await field.interviewer(`mette${serial}`);
    serial += 1;
    await field.households([{ record: key, number: danishNumber(serial, 0) }]);
    const held = await mette.next();
    expect(held.reference).toBe(key);
    const { body: call } = await mette.dial(held);
    if (interview) {
      const id = await mette.begins(held, call.id);
      await field.platform.database.write("plain", (tx) =>
        tx.interview.update({ where: { id }, data: { status: interview } }),
      );
    }
    const closed = await mette.close(call.id, held, key, followUpFor(key));
    expect(closed.status, JSON.stringify(closed.body)).toBe(200);
    if (closed.body.keepsCase) {
      const back = { commandId: randomUUID(), fence: held.fence };
      await mette.ask("POST", `/api/cases/${held.id}/give-back`, back);
    }
    return { after: closed.body, row: await caseRow(field, held.id) };
  };

  it.each(reached)("$key, without an interview, leaves the case as the table says", async (entry) => {
    const { after, row } = await rings(entry);
    if (entry.phase === "interim") {
      expect(after).toMatchObject({ caseState: "open", dueAt: dueAfter(entry), finalCode: null });
      expect(row).toMatchObject({ state: "open", lastDisposition: entry.key, finalDisposition: null });
    } else {
      const code = entry.key === "hardRefusal" ? "2.111" : entry.aaporCode;
      expect(after).toMatchObject({ caseState: "closed", dueAt: null, finalCode: code });
      expect(row).toMatchObject({ state: "closed", finalDisposition: entry.key, finalCode: code });
    }
    expect(row.attempts).toMatchObject([{ disposition: entry.key }]);
  });

  it.each(during)("$key, after an interview was begun, leaves the case as the table says", async (entry) => {
    const interview = standing(entry.key);
    const { after, row } = await rings(entry, interview);
    if (entry.phase === "interim") {
      expect(after).toMatchObject({ caseState: "open", dueAt: dueAfter(entry), finalCode: null });
      expect(row).toMatchObject({ state: "open", rank: ranks.resume, language: "da" });
    } else {
      expect(after).toMatchObject({ caseState: "closed", finalCode: entry.aaporCode });
      expect(row).toMatchObject({ state: "closed", finalDisposition: entry.key, finalCode: entry.aaporCode });
    }
  });

  it("comes into one of the two groups above, is a withdrawal, or is set by rule", () => {
    const others = dispositions.filter((entry) => !reached.includes(entry) && !during.includes(entry));
    expect(others.map(({ key }) => key)).toEqual([
      "withdrawn",
      "attemptsExhausted",
      "suppressed",
      "notWorked",
      "closedBySupervisor",
      "neverClosed",
    ]);
  });
});

describe("what comes with an outcome", () => {
  const household = [{ record: "odense", number: danishNumber(1, 0) }];

  it("is stored with the attempt", async () => {
    const field = await danishField(household);
    const mette = await field.interviewer("mette");
    const { case: held } = await mette.rings("softRefusalHousehold", {
      reason: "distrust",
      replyUsed: "verification",
    });
    expect((await caseRow(field, held.id)).attempts).toMatchObject([
      { reason: "distrust", replyUsed: "verification", languageNeeded: null },
    ]);
  });

  it("is asked for where it is missing, and refused where it does not belong", async () => {
    const field = await danishField(household);
    const mette = await field.interviewer("mette");
    const held = await mette.next();
    const { body: call } = await mette.dial(held);
    const refused = async (disposition: string, followUp: object) =>
      (await mette.close(call.id, held, disposition, followUp)).body.code;

    expect(await refused("hardRefusal", {})).toBe("calling.reasonMissing");
    expect(await refused("hardRefusal", { reason: "noTime" })).toBe("calling.reasonMissing");
    expect(await refused("languageProblem", {})).toBe("calling.languageMissing");
    expect(await refused("busy", { reason: "noTime" })).toBe("calling.followUpNotHere");
    expect(await refused("busy", { languageNeeded: "cs" })).toBe("calling.followUpNotHere");
    expect(await refused("callLater", { appointment: exact(tomorrow, "18:00") })).toBe(
      "calling.followUpNotHere",
    );
    expect(await refused("hardRefusal", { reason: "bored", replyUsed: "none" })).toBe("request.invalid");
    expect((await caseRow(field, held.id)).attempts).toMatchObject([{ disposition: null }]);
  });
});

describe("a household that speaks another language", () => {
  it("goes to somebody who speaks it, also after a call that reached nobody", async () => {
    const field = await danishField([{ record: "a", number: danishNumber(1, 0) }]);
    const mette = await field.interviewer("mette");
    const jana = await field.person({ name: "jana", languages: ["cs"], countries: ["DK"] });
    const { case: held } = await mette.rings("languageProblem", { languageNeeded: "cs" });
    await until(field, today, "18:00");
    expect((await mette.nextReply()).body.nothing.counts).toEqual([{ reason: "otherLanguage", count: 1 }]);
    const taken = await jana.next();
    expect(taken).toMatchObject({ id: held.id, languages: ["cs"] });
    const { body } = await jana.dial(taken);
    await jana.close(body.id, taken, "busy");
    await until(field, today, "18:15");
    expect((await mette.nextReply()).body.nothing.counts).toEqual([{ reason: "otherLanguage", count: 1 }]);
    expect((await jana.next()).id).toBe(held.id);
  });

  it("that nobody interviews in waits, for all that somebody speaks it", async () => {
    const field = await danishField([{ record: "a", number: danishNumber(1, 0) }]);
    const mette = await field.interviewer("mette");
    const ayse = await field.person({ name: "ayse", languages: ["tr", "da"], countries: ["DK"] });
    await mette.rings("languageProblem", { languageNeeded: "tr" });
    await until(field, today, "18:00");
    expect((await ayse.nextReply()).body.nothing.counts).toEqual([{ reason: "otherLanguage", count: 1 }]);
  });
});

describe("a line that drops", () => {
  it("is dialled again at once from the same desk, but not after the hours", async () => {
    const field = await danishField([{ record: "a", number: danishNumber(1, 8) }]);
    const mette = await field.interviewer("mette");
    await until(field, today, "20:29");
    const held = await mette.next();
    const { body: first } = await mette.dial(held);
    const dropped = await mette.close(first.id, held, "lineDropped");
    expect(dropped.body).toMatchObject({ keepsCase: true, dueAt: danish(today, "20:29") });
    const { body: second } = await mette.dial(held);
    await mette.close(second.id, held, "lineDropped");
    await until(field, today, "20:30");
    expect((await mette.dial(held)).body.code).toBe("calling.outsideHours");
    expect((await caseRow(field, held.id)).attempts).toHaveLength(2);
  });
});

describe("a call that nobody closed", () => {
  const neverClosed = async () => {
    const field = await danishField([{ record: "a", number: danishNumber(1, 0) }]);
    const mette = await field.interviewer("mette");
    const held = await mette.next();
    const { body: call } = await mette.dial(held);
    field.clock.forward(46 * minute);
    await duties(field);
    expect(await caseRow(field, held.id)).toMatchObject({ lastDisposition: "neverClosed" });
    return { field, mette, held, callId: call.id as string };
  };

  it("gets its true outcome late, from the desk that had lost it, once", async () => {
    const { field, mette, held, callId } = await neverClosed();
    const late = await mette.close(callId, held, "hardRefusal");
    expect(late.body).toMatchObject({ caseState: "closed", finalCode: "2.111", keepsCase: false });
    expect((await mette.close(callId, held, "noAnswer")).body.code).toBe("calling.attemptClosed");
    const row = await caseRow(field, held.id);
    expect(row.attempts).toMatchObject([{ disposition: "hardRefusal", reason: "noInterest" }]);
    const journal = await field.platform.database.read("plain", (tx) =>
      tx.journalEntry.findMany({ where: { entityId: callId }, orderBy: { machineAt: "asc" } }),
    );
    expect(journal.map(({ after }) => after)).toContainEqual({ disposition: "neverClosed", case: "open" });
    expect(journal.map(({ before }) => before)).toContainEqual({ disposition: "neverClosed", case: "open" });
  });

  it("stays as it is once somebody has gone on with the case", async () => {
    const { field, mette, held, callId } = await neverClosed();
    field.clock.forward(61 * minute);
    const lars = await field.interviewer("lars");
    expect((await lars.next()).id).toBe(held.id);
    expect((await mette.close(callId, held, "hardRefusal")).body.code).toBe("calling.leaseLost");
    expect((await caseRow(field, held.id)).attempts).toMatchObject([{ disposition: "neverClosed" }]);
  });
});
