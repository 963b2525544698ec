// What becomes of a household's case after each outcome.

import { hour, instant, later, minute } from "@fieldline/kernel";
import { describe, expect, it } from "vitest";
import { type CaseNumber, type ClosingAttempt, caseAfter } from "./case-after.ts";
import { type DispositionKey, dispositionKeys } from "./disposition-keys.ts";
import { defaultDelays } from "./dispositions.ts";
import { effects } from "./effects.ts";
import type { CallRules } from "./rules.ts";

const rules: CallRules = {
  version: 1,
  countries: {},
  switches: { sundays: false, publicHolidays: false },
  ceiling: { perNumber: 10, perLocalDay: 4 },
  softCap: { landline: 8, mobile: 5 },
  delays: defaultDelays(),
};
const evening = instant(Date.parse("2008-04-16T16:00:00Z"));
const nextDay = instant(Date.parse("2008-04-16T22:00:00Z"));
const open = { closed: false, doNotCall: false };
const landline: CaseNumber = { id: "home", kind: "landline", ...open, dials: 1, dialsToday: 1, tries: 1 };
const mobile: CaseNumber = { id: "mobile", kind: "mobile", ...open, dials: 0, dialsToday: 0, tries: 0 };

const after = (disposition: DispositionKey, change: Partial<ClosingAttempt> = {}) =>
  caseAfter({
    disposition,
    numberId: "home",
    at: evening,
    nextDay,
    rules,
    numbers: [landline],
    outcomes: [],
    interviewOpen: false,
    ...change,
  });

describe("a household in Odense, rung at home", () => {
  it("comes back after three hours when nobody answers, after a quarter of an hour when busy", () => {
    expect(after("noAnswer")).toMatchObject({ state: "open", dueAt: later(evening, 3 * hour), rank: 1 });
    expect(after("busy")).toMatchObject({ state: "open", dueAt: later(evening, 15 * minute) });
  });

  it("goes on with a suspended interview before anything else", () => {
    expect(after("breakOffResumable", { interviewOpen: true })).toMatchObject({ state: "open", rank: 0 });
  });

  it("closes when the only number is not in service, and tries the mobile at once when there is one", () => {
    expect(after("notInService")).toMatchObject({ state: "closed", code: "4.31", closesNumber: true });
    expect(after("notInService", { numbers: [landline, mobile] })).toMatchObject({
      state: "open",
      dueAt: evening,
      keepsCase: true,
      closesNumber: true,
    });
  });

  it("stays a refusal although the number is gone later", () => {
    const refused = { disposition: "softRefusalRespondent" as const, at: later(evening, -4 * 24 * hour) };
    expect(after("notInService", { outcomes: [refused] })).toMatchObject({ state: "closed", code: "2.112" });
  });

  it("is closed for good by a complete, a refusal for good and a wish not to be called", () => {
    expect(after("complete")).toMatchObject({ state: "closed", code: "1.1", doNotCall: false });
    expect(after("hardRefusal")).toMatchObject({ state: "closed", code: "2.112" });
    expect(after("doNotCall")).toMatchObject({ state: "closed", doNotCall: true });
  });

  it("is given up when every number has been tried often enough", () => {
    const tired = { ...landline, dials: 8, tries: 8 };
    expect(after("noAnswer", { numbers: [tired] })).toMatchObject({
      state: "closed",
      disposition: "attemptsExhausted",
      code: "3.13",
    });
    expect(after("noAnswer", { numbers: [tired, mobile] })).toMatchObject({ state: "open" });
    expect(after("noAnswer", { numbers: [{ ...tired, dials: 8, tries: 7 }] })).toMatchObject({
      state: "open",
    });
    expect(after("neverClosed", { numbers: [{ ...tired, dials: 10, tries: 1 }] })).toMatchObject({
      disposition: "attemptsExhausted",
    });
  });

  it("waits for the next day when every number has had its dials for today, even after a dropped line", () => {
    const dialled = { ...landline, dials: 4, dialsToday: 4, tries: 4 };
    expect(after("busy", { numbers: [dialled] })).toMatchObject({ state: "open", dueAt: nextDay });
    expect(after("lineDropped", { numbers: [dialled] })).toMatchObject({ dueAt: nextDay, keepsCase: false });
    expect(after("lineDropped", { numbers: [dialled, mobile] })).toMatchObject({
      dueAt: evening,
      keepsCase: true,
    });
    expect(after("softRefusalRespondent", { numbers: [dialled] })).toMatchObject({
      dueAt: later(evening, 3 * 24 * hour),
    });
  });

  it("is open exactly after outcomes that leave a number to try", () => {
    for (const key of dispositionKeys) {
      expect(after(key).state, key).toBe(effects(key).closes === "nothing" ? "open" : "closed");
    }
  });
});
