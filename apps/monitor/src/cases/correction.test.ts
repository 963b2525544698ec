// Correcting an outcome: what a call may be corrected to, and what is sent.

import type { CasePage } from "@fieldline/protocol";
import { describe, expect, it } from "vitest";
import { correctionOf, emptyDraft, mayBecome, nearestIn, needsOf } from "./correction.ts";

type Attempt = CasePage["attempts"][number];
type Interview = CasePage["interviews"][number];

const attempt = { id: "first", disposition: "noAnswer" } as Attempt;
const page = (...interviews: Partial<Interview>[]) => ({ interviews }) as unknown as CasePage;

describe("an outcome", () => {
  it("of a call without an interview becomes any other such outcome, but not its own", () => {
    const offered = mayBecome(page(), attempt);
    expect(offered).toContain("busy");
    expect(offered).toContain("hardRefusal");
    expect(offered).not.toContain("noAnswer");
    expect(offered).not.toContain("complete");
  });

  it("of a call with its interview becomes what fits that interview only", () => {
    const offered = mayBecome(page({ attemptId: "first", status: "brokenOff" }), attempt);
    expect(offered).toContain("hardRefusal");
    expect(offered).not.toContain("busy");
  });

  it("of a wish not to be called again, or of a call still open, becomes nothing else", () => {
    expect(mayBecome(page(), { ...attempt, disposition: "doNotCall" })).toEqual([]);
    expect(mayBecome(page(), { ...attempt, disposition: null })).toEqual([]);
  });

  it("is not corrected while its interview is under way", () => {
    expect(mayBecome(page({ attemptId: "first", status: "inProgress" }), attempt)).toEqual([]);
  });
});

it("a refused appointment may name the time that would do instead", () => {
  const params = { localDate: "2008-04-17", nearestDate: "2008-04-18", nearestTime: "10:00" };
  expect(nearestIn({ code: "calling.appointmentPast", params })).toEqual({
    date: "2008-04-18",
    time: "10:00",
  });
  expect(nearestIn({ code: "calling.attemptOpen" })).toBeNull();
});

describe("what is sent", () => {
  it("is the outcome alone where it needs nothing", () => {
    expect(needsOf("busy")).toBe("none");
    expect(correctionOf({ ...emptyDraft("busy"), reason: "noTime" })).toEqual({ disposition: "busy" });
  });

  it("has reason and reply with a refusal, and waits for both", () => {
    const draft = { ...emptyDraft("softRefusalHousehold"), reason: "noTime" };
    expect(correctionOf(draft)).toBeNull();
    expect(correctionOf({ ...draft, reply: "howLong" })).toEqual({
      disposition: "softRefusalHousehold",
      reason: "noTime",
      replyUsed: "howLong",
    });
  });

  it("has the language where none was common", () => {
    expect(correctionOf(emptyDraft("languageProblem"))).toBeNull();
    expect(correctionOf({ ...emptyDraft("languageProblem"), language: "pl" })).toEqual({
      disposition: "languageProblem",
      languageNeeded: "pl",
    });
  });

  it("has a time, or a part of a day, with an appointment", () => {
    const when = { date: "2008-04-18", from: "18:00", to: "20:00" };
    expect(correctionOf({ ...emptyDraft("appointmentExact"), ...when })).toEqual({
      disposition: "appointmentExact",
      appointment: { kind: "exact", date: "2008-04-18", time: "18:00" },
    });
    expect(correctionOf({ ...emptyDraft("appointmentLoose"), ...when })).toEqual({
      disposition: "appointmentLoose",
      appointment: { kind: "loose", ...when },
    });
    expect(correctionOf({ ...emptyDraft("appointmentLoose"), ...when, to: "" })).toBeNull();
  });
});
