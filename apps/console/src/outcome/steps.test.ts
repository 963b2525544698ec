// What each outcome asks for: a time, a reason, a language, or nothing.

import { dispositionKeys } from "@fieldline/calling";
import { describe, expect, it } from "vitest";
import { keyAt, placeOf, stepsOf } from "./steps.ts";

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
    ["notInService", []],
    ["complete", []],
  ] as const)("after %s: %j", (outcome, steps) => {
    expect(stepsOf(outcome, {})).toEqual(steps);
  });

  it("for nothing that needs the case on the desk when it is mended afterwards", () => {
    const mended = dispositionKeys.flatMap((outcome) => stepsOf(outcome, { mending: true }));
    expect(mended).not.toContain("askFor");
    expect(stepsOf("appointmentExact", { mending: true })).toEqual(["when"]);
  });
});

it("a list goes on with letters after nine and nought", () => {
  expect([0, 8, 9, 10, 35].map(keyAt)).toEqual(["1", "9", "0", "a", "z"]);
  for (let place = 0; place < 36; place++) expect(placeOf(keyAt(place))).toBe(place);
});
