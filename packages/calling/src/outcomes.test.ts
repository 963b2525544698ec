// What outcomes do to number and case, when a case comes back, and what is proposed.

import { hour, instant, later, minute } from "@fieldline/kernel";
import { expect, test } from "vitest";
import { dispositionKeys } from "./disposition-keys.ts";
import { disposition, dispositions } from "./dispositions.ts";
import { effects } from "./effects.ts";
import { at, fixtureRules } from "./fixture-rules.ts";
import { type InterviewStanding, type LineEvent, proposeDisposition } from "./propose.ts";
import { retryAt } from "./retry.ts";

test("exactly the outcomes whose note says so close only the number", () => {
  const byNote = dispositions
    .filter(({ note }) => note?.startsWith("closes the number"))
    .map(({ key }) => key);
  expect(dispositionKeys.filter((key) => effects(key).closes === "number")).toEqual(byNote);
  expect(byNote).toContain("notInService");
});

test("interim outcomes close nothing, all other final ones the case", () => {
  for (const key of dispositionKeys) {
    const { closes } = effects(key);
    expect([key, closes === "nothing"]).toEqual([key, disposition(key).phase === "interim"]);
  }
  expect(effects("hardRefusal").closes).toBe("case");
  expect(effects("complete")).toMatchObject({ closes: "case", doNotCall: false });
});

test("asking never to be called and withdrawing both put the number on the list", () => {
  expect(dispositionKeys.filter((key) => effects(key).doNotCall)).toEqual(["doNotCall", "withdrawn"]);
  expect(effects("withdrawn").deleteAnswers).toBe(true);
  expect(effects("lineDropped").redialNow).toBe(true);
  expect(effects("breakOffResumable").resume).toBe(true);
});

test("a busy line rests a quarter of an hour, a silent one three hours, a dropped one not at all", () => {
  const now = at("2008-04-16T17:00:00+02:00");
  expect(retryAt("busy", now, fixtureRules)).toBe(later(now, 15 * minute));
  expect(retryAt("noAnswer", now, fixtureRules)).toBe(later(now, 3 * hour));
  expect(retryAt("lineDropped", now, fixtureRules)).toBe(now);
});

test("the wave's own delay goes before the table's", () => {
  const rules = { delays: { busy: 30 } };
  expect(retryAt("busy", instant(0), rules)).toBe(30 * minute);
  expect(retryAt("noAnswer", instant(0), rules)).toBe(180 * minute);
});

test("no delay brings back a final outcome or an appointment", () => {
  for (const key of dispositionKeys) {
    const none = disposition(key).phase === "final" || effects(key).appointment;
    expect([key, retryAt(key, instant(0), fixtureRules) === null]).toEqual([key, none]);
  }
});

const lines: [LineEvent, string | null][] = [
  ["ringing", "noAnswer"],
  ["noAnswer", "noAnswer"],
  ["busy", "busy"],
  ["machine", "answeringMachine"],
  ["notInService", "notInService"],
  ["dropped", "lineDropped"],
  ["failed", "technicalFault"],
  ["answered", null],
  ["hungUp", null],
];
test.each(lines)("no interview and the line says %s: %s is proposed", (line, proposed) => {
  expect(proposeDisposition({ line })).toBe(proposed);
});

const standings: [InterviewStanding, string | null][] = [
  ["completed", "complete"],
  ["suspended", "breakOffResumable"],
  ["partial", "partial"],
  ["brokenOff", "breakOff"],
  ["screenedOut", "noEligibleRespondent"],
  ["quotaFull", "quotaFull"],
  ["noPlace", "noPlace"],
  ["inProgress", "lineDropped"],
  ["void", null],
];
test.each(standings)("the line drops and the interview is %s: %s is proposed", (status, proposed) => {
  expect(proposeDisposition({ line: "dropped", interview: { status } })).toBe(proposed);
});

test("a person who declines at the introduction, and one who asks to be rung later", () => {
  const ended = (end: "refused" | "later") =>
    proposeDisposition({ line: "hungUp", interview: { status: "screenedOut", end } });
  expect(ended("refused")).toBe("hardRefusal");
  expect(ended("later")).toBe("callLater");
});

test("hanging up in the middle may go on later; a route at its end proposes that end", () => {
  expect(proposeDisposition({ line: "hungUp", interview: { status: "inProgress" } })).toBe(
    "breakOffResumable",
  );
  const atTheEnd = { status: "inProgress", end: "complete" } as const;
  expect(proposeDisposition({ line: "hungUp", interview: atTheEnd })).toBe("complete");
});
