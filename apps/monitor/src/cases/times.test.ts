// Days offered for an appointment.

import { expect, it } from "vitest";
import { daysLeft } from "./times.ts";

const wave = { fieldFrom: "2008-04-16", fieldTo: "2008-05-05", fieldNow: "2008-05-03T22:30:00.000Z" };

it("offers what is left of the wave, beginning with today where the respondent is", () => {
  expect(daysLeft(wave, "Europe/Copenhagen")).toEqual(["2008-05-04", "2008-05-05"]);
  expect(daysLeft(wave, "Europe/London")).toEqual(["2008-05-03", "2008-05-04", "2008-05-05"]);
});

it("offers every day before the wave has begun, and none after it", () => {
  expect(daysLeft({ ...wave, fieldNow: "2008-04-01T10:00:00Z" }, "Europe/Prague")).toHaveLength(20);
  expect(daysLeft({ ...wave, fieldNow: "2008-05-06T10:00:00Z" }, "Europe/Prague")).toEqual([]);
});
