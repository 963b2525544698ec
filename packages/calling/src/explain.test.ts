// The rules that spoke at each step, and what open cases come to when the field ends.

import { describe, expect, it } from "vitest";
import { atEndOfField } from "./end-of-field.ts";
import { explainCase } from "./explain.ts";
import { after, attemptsTold, danish, numbersAfter, type Told } from "./fixture-life.ts";
import { field, fixtureRules } from "./fixture-rules.ts";

const told: Told[] = [
  ["04-16 18:00", "noAnswer"],
  ["04-17 11:00", "softRefusalHousehold"],
  ["04-23 18:00", "appointmentExact", { by: "jens" }],
  ["04-24 18:00", "complete", { by: "jens" }],
];
const startsAt = danish("04-24 18:00");

describe("a supervisor who opens a case", () => {
  const attempts = attemptsTold(told);
  const steps = explainCase({
    ...{ country: "DK", fieldDates: field, rules: fixtureRules, interviewOpen: false },
    attempts,
    numbers: numbersAfter(attempts).map((number) => ({ ...number, closed: true, doNotCall: true })),
    appointments: [{ attemptIndex: 2, kind: "exact", startsAt, userId: "jens" }],
  });

  it("sees what every call led to, as if it had been the last", () => {
    expect(steps.map(({ attemptIndex }) => attemptIndex)).toEqual([0, 1, 2, 3]);
    for (const index of [0, 1]) expect(steps[index]?.after).toEqual(after(told.slice(0, index + 1)));
    expect(steps[2]?.after).toMatchObject({
      dueAt: startsAt,
      forUser: "jens",
      because: [{ code: "appointment" }],
    });
    expect(steps.map(({ after: { because } }) => because[0]?.code)).toEqual([
      "delay",
      "conversion",
      "appointment",
      "outcomeFinal",
    ]);
  });
});

describe("at the end of the field", () => {
  const home = { doNotCall: false };
  it.each<[string, Told[], object[], string, string]>([
    ["a household nobody reached", [["04-16 18:00", "noAnswer"]], [home], "noAnswer", "3.13"],
    ["a soft refusal never converted", told.slice(0, 2), [home], "softRefusalHousehold", "2.111"],
    ["a case never rung", [], [home], "notWorked", "3.11"],
    ["a case all of whose numbers are listed", [], [{ doNotCall: true }], "suppressed", "3.11"],
  ])("%s gets its code", (_, life, numbers, disposition, code) => {
    const attempts = attemptsTold(life);
    expect(atEndOfField({ attempts, numbers: numbers as (typeof home)[] })).toEqual({ disposition, code });
  });
});
