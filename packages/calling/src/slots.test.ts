// The quarters of an hour of a day: exactly those of the hours for calls, in order.

import fc from "fast-check";
import { expect, test } from "vitest";
import { at, countries, fixtureRules } from "./fixture-rules.ts";
import { nearestSlot, slotsOn } from "./slots.ts";
import { windowAt } from "./windows.ts";
import { addDays, instantsAt } from "./zoned.ts";

const dates = Array.from({ length: 240 }, (_, i) => addDays("2008-03-01", i));

test("every quarter of an hour in which calls may be made is a slot, and no other is", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...countries),
      fc.constantFrom(...dates),
      fc.boolean(),
      (country, date, on) => {
        const rules = { ...fixtureRules, switches: { sundays: on, publicHolidays: on } };
        const day = slotsOn(rules, country, date);
        const zone = rules.countries[country]?.timeZone ?? "";
        const quarters = Array.from({ length: 96 }, (_, i) => instantsAt(date, i * 15, zone)?.[0]);
        const callable = quarters.filter((at) => {
          const window = at === undefined ? null : windowAt(rules, country, at);
          return window?.ok && window.value.callable;
        });
        expect(day.ok && day.value.slots.map(({ startsAt }) => startsAt)).toEqual(callable);
      },
    ),
    { numRuns: 60 },
  );
});

test("a Danish Saturday has them from ten until four, a closed Sunday none", () => {
  const saturday = slotsOn(fixtureRules, "DK", "2008-04-19");
  if (!saturday.ok) throw new Error("Denmark has rules");
  const times = saturday.value.slots.map(({ time }) => time);
  expect([times[0], times[1], times.at(-1), times.length]).toEqual(["10:00", "10:15", "15:45", 24]);
  expect(slotsOn(fixtureRules, "DK", "2008-04-20")).toMatchObject({ value: { kind: "sun", slots: [] } });
});

test("nothing is offered where the holidays are not known", () => {
  expect(slotsOn(fixtureRules, "DK", "2008-12-24")).toMatchObject({
    problem: { code: "calling.holidaysUnknown" },
  });
});

test("the nearest one is found at once, also where the wave's last day is put as far away as can be", () => {
  const field = {
    rules: fixtureRules,
    country: "DK",
    at: at("2008-04-16T15:00:00Z"),
    fieldDates: { first: "2008-04-16", last: "9999-12-31" },
  };
  expect(nearestSlot(field, "2008-04-17", 8 * 60)).toEqual({ date: "2008-04-17", time: "10:00" });
  expect(nearestSlot(field, "2008-01-01", 0)).toEqual({ date: "2008-04-16", time: "17:00" });
});
