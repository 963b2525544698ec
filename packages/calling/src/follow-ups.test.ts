// What each outcome of the table needs besides itself.

import { expect, test } from "vitest";
import { dispositionKeys } from "./disposition-keys.ts";
import { disposition, dispositions } from "./dispositions.ts";
import { followUpOf, refusalReasons, repliesUsed, takesReason } from "./follow-ups.ts";

const needing = (followUp: string) => dispositionKeys.filter((key) => followUpOf(key) === followUp);

test("a time for appointments, a reason for who declines, a language where none was common; nothing else", () => {
  expect(needing("appointment")).toEqual(["appointmentExact", "appointmentLoose"]);
  expect(needing("refusal")).toEqual(["softRefusalHousehold", "softRefusalRespondent", "hardRefusal"]);
  expect(needing("language")).toEqual(["languageProblem"]);
});

test("whoever asks never to be called again is not asked why, but may have said so", () => {
  expect(followUpOf("doNotCall")).toBe("none");
  expect(takesReason("doNotCall")).toBe(true);
});

test("a reason is told of refusals only, and always where it is needed", () => {
  for (const { key } of dispositions) {
    if (takesReason(key)) expect(disposition(key).aaporClass, key).toBe("R");
    if (followUpOf(key) === "refusal") expect(takesReason(key), key).toBe(true);
  }
  expect(takesReason("lineDropped")).toBe(false);
  expect(takesReason("withdrawn")).toBe(false);
});

test("reasons and replies are closed lists without repetition", () => {
  expect(new Set(refusalReasons).size).toBe(refusalReasons.length);
  expect(new Set(repliesUsed).size).toBe(repliesUsed.length);
});
