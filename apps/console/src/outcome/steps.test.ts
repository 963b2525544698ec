// What each outcome asks for: a time, a reason, a language, another number, or nothing.

import { dispositionKeys } from "@fieldline/calling";
import { describe, expect, it } from "vitest";
import { keyAt, placeOf, stepsOf } from "./steps.ts";

const alone = { otherNumbers: 0 };

describe("an outcome asks", () => {
  it.each([
    ["noAnswer", []],
    ["callLater", []],
    ["softRefusalHousehold", ["reason", "reply"]],
    ["softRefusalRespondent", ["reason", "reply"]],
    ["hardRefusal", ["reason", "reply"]],
    ["doNotCall", ["neverAgain"]],
    ["withdrawn", ["neverAgain"]],
    ["appointmentExact", ["when", "askFor"]],
    ["appointmentLoose", ["when", "askFor"]],
    ["respondentNotAvailable", ["askFor"]],
    ["languageProblem", ["language"]],
    ["complete", []],
  ] as const)("after %s: %j", (outcome, steps) => {
    expect(stepsOf(outcome, alone)).toEqual(steps);
  });

  it("for another number only where the record has one, and only when the number itself is done", () => {
    expect(stepsOf("notInService", alone)).toEqual([]);
    expect(stepsOf("notInService", { otherNumbers: 1 })).toEqual(["number"]);
    expect(stepsOf("noAnswer", { otherNumbers: 1 })).toEqual([]);
  });

  it("for nothing that needs the case on the desk when it is mended afterwards", () => {
    const mended = dispositionKeys.flatMap((outcome) => stepsOf(outcome, { otherNumbers: 1, mending: true }));
    expect(mended).not.toContain("number");
    expect(mended).not.toContain("askFor");
    expect(stepsOf("appointmentExact", { otherNumbers: 1, mending: true })).toEqual(["when"]);
  });
});

it("a list goes on with letters after nine and nought", () => {
  expect([0, 8, 9, 10, 35].map(keyAt)).toEqual(["1", "9", "0", "a", "z"]);
  for (let place = 0; place < 36; place++) expect(placeOf(keyAt(place))).toBe(place);
});
