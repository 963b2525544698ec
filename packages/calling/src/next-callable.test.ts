// The next callable instant: over nights, Sundays, holidays, the ends of the field and changed clocks.

import { hour, type Instant, instant, minute } from "@fieldline/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import { at, countries, field, fixtureRules, withCountry } from "./fixture-rules.ts";
import { nextCallable } from "./next-callable.ts";
import type { CallRules } from "./rules.ts";
import { windowAt } from "./windows.ts";

const next = (country: string, iso: string) => {
  const found = nextCallable(fixtureRules, country, at(iso), field);
  return found === null ? null : new Date(found).toISOString();
};
const callable = (rules: CallRules, country: string, when: Instant) => {
  const window = windowAt(rules, country, when);
  return window.ok && window.value.callable;
};

test.each([
  ["inside the window: at once", "DK", "2008-04-16T17:00:10+02:00", "2008-04-16T15:00:10.000Z"],
  ["before the first day of the field", "DK", "2008-04-01T12:00:00Z", "2008-04-16T08:00:00.000Z"],
  ["after closing: the next morning", "FR", "2008-04-16T20:30:00+02:00", "2008-04-17T08:00:00.000Z"],
  [
    "Saturday evening: over the Sunday to Monday",
    "CZ",
    "2008-04-19T18:00:00+02:00",
    "2008-04-21T07:00:00.000Z",
  ],
  ["over the holiday of 1 May", "DE", "2008-04-30T21:00:00+02:00", "2008-05-02T07:00:00.000Z"],
  ["the last minute of the field", "GB", "2008-05-05T20:59:00+01:00", "2008-05-05T19:59:00.000Z"],
  ["after the last minute: never", "GB", "2008-05-05T21:00:00+01:00", null],
  ["a country without rules: never", "PL", "2008-04-16T12:00:00Z", null],
])("%s", (_, country, from, expected) => {
  expect(next(country, from)).toBe(expected);
});

test("the next instant is callable, inside the field, and no hour before it is", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...countries),
      fc.integer({ min: at("2008-04-10T00:00:00Z"), max: at("2008-05-07T00:00:00Z") }),
      fc.record({ sundays: fc.boolean(), publicHolidays: fc.boolean() }),
      (country, from, switches) => {
        const rules = { ...fixtureRules, switches };
        const found = nextCallable(rules, country, instant(from), field);
        const end = found ?? at("2008-05-06T00:00:00Z");
        if (found !== null) expect(callable(rules, country, found)).toBe(true);
        const begin = Math.max(from, at("2008-04-16T00:00:00Z"));
        for (let ms = begin; ms < end; ms += hour) {
          if (callable(rules, country, instant(ms))) expect.fail(`${country} ${new Date(ms).toISOString()}`);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test.each(["2008-03-30", "2008-10-26"])(
  "windows that touch the changed hour of %s open at exactly the right minute",
  (date) => {
    const wallClock = ["00:00", "01:30", "02:00", "02:30", "03:00", "04:00"] as const;
    for (const country of countries) {
      for (const [i, opens] of wallClock.slice(0, -1).entries()) {
        for (const closes of wallClock.slice(i + 1)) {
          const windows = { ...fixtureRules.countries[country]?.windows, sun: [opens, closes] };
          const rules = {
            ...withCountry(country, { windows }),
            switches: { sundays: true, publicHolidays: true },
          };
          const span = { first: date, last: date };
          let upcoming: Instant | null = null;
          for (
            let ms = at(`${date}T05:00:00Z`);
            ms >= at(`${date}T00:00:00Z`);
            ms = instant(ms - 15 * minute)
          ) {
            if (callable(rules, country, ms)) upcoming = ms;
            expect(nextCallable(rules, country, ms, span)).toBe(upcoming);
          }
        }
      }
    }
  },
);
