// Wall time and instants over the weekends on which the clocks of 2008 were changed, in five zones.

import { day, hour, instant, localTime, minute } from "@fieldline/kernel";
import { expect, test } from "vitest";
import { at, zones } from "./fixture-rules.ts";
import { addDays, clockChange, firstInstantAt, instantsAt, zoneOffset } from "./zoned.ts";

const weekends = ["2008-03-29T00:00:00Z", "2008-10-25T00:00:00Z"];

test.each(zones)("every minute of both weekends in %s leads to its wall time and back", (zone) => {
  for (const start of weekends) {
    for (let ms = at(start) as number; ms < at(start) + 2 * day; ms += minute) {
      const wall = localTime(instant(ms), zone);
      const back = instantsAt(wall?.date ?? "", wall?.minute ?? 0, zone) ?? [];
      if (!back.includes(instant(ms)) || back.length > 2)
        expect.fail(`${zone} ${new Date(ms).toISOString()}`);
    }
  }
});

test.each(zones)("in %s spring takes one hour of wall time away and autumn gives it twice", (zone) => {
  const count = (date: string, found: number) =>
    Array.from({ length: 1440 }, (_, m) => instantsAt(date, m, zone)?.length).filter((n) => n === found)
      .length;
  expect([count("2008-03-30", 0), count("2008-03-30", 1), count("2008-03-30", 2)]).toEqual([60, 1380, 0]);
  expect([count("2008-10-26", 0), count("2008-10-26", 1), count("2008-10-26", 2)]).toEqual([0, 1380, 60]);
});

test("a wall time in the gap gives the instant the clocks were put forward", () => {
  expect(instantsAt("2008-03-30", 150, "Europe/Copenhagen")).toEqual([]);
  expect(firstInstantAt("2008-03-30", 150, "Europe/Copenhagen")).toBe(at("2008-03-30T01:00:00Z"));
  expect(firstInstantAt("2008-03-30", 61, "Europe/London")).toBe(at("2008-03-30T01:00:00Z"));
});

test("a wall time in the overlap gives its first occurrence", () => {
  expect(instantsAt("2008-10-26", 150, "Europe/Paris")).toEqual([
    at("2008-10-26T00:30:00Z"),
    at("2008-10-26T01:30:00Z"),
  ]);
  expect(firstInstantAt("2008-10-26", 150, "Europe/Paris")).toBe(at("2008-10-26T00:30:00Z"));
});

test("the change itself is found, and a day without one has none", () => {
  const midnight = (date: string) => firstInstantAt(date, 0, "Europe/Prague") ?? instant(0);
  expect(clockChange(midnight("2008-10-26"), midnight("2008-10-27"), "Europe/Prague")).toBe(
    at("2008-10-26T01:00:00Z"),
  );
  expect(clockChange(midnight("2008-04-16"), midnight("2008-04-17"), "Europe/Prague")).toBeNull();
  expect(midnight("2008-10-27") - midnight("2008-10-26")).toBe(25 * hour);
});

test("dates go over the ends of months and leap days", () => {
  expect(addDays("2008-02-28", 1)).toBe("2008-02-29");
  expect(addDays("2008-04-30", 1)).toBe("2008-05-01");
  expect(addDays("2008-01-01", -1)).toBe("2007-12-31");
});

test("an unknown zone has no offset and no instants", () => {
  expect(zoneOffset(instant(0), "Europe/Atlantis")).toBeNull();
  expect(instantsAt("2008-04-16", 600, "Europe/Atlantis")).toBeNull();
  expect(firstInstantAt("2008-04-16", 600, "Europe/Atlantis")).toBeNull();
});
