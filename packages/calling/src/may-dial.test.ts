// The check before a dial: each refusal by its code, and what holds whenever it says yes.

import fc from "fast-check";
import { expect, test } from "vitest";
import { at, countries, field, fixtureRules, withCountry } from "./fixture-rules.ts";
import { type DialRequest, mayDial } from "./may-dial.ts";

/** Mette rings a household in Denmark on the first evening of the field, in a test wave. */
const evening: DialRequest = {
  rules: fixtureRules,
  country: "DK",
  at: at("2008-04-16T17:00:00+02:00"),
  waveMode: "test",
  fieldDates: field,
  numberIsTestNumber: true,
  attemptsToNumber: 0,
  attemptsToNumberToday: 0,
  doNotCall: false,
  dncListImported: true,
};
const code = (change: Partial<DialRequest>) => {
  const result = mayDial({ ...evening, ...change });
  return result.ok ? "ok" : result.problem.code;
};

test("Mette may dial, and learns the local time there", () => {
  expect(mayDial(evening)).toEqual({ ok: true, value: { localDate: "2008-04-16", localMinute: 1020 } });
});

test.each<[string, Partial<DialRequest>]>([
  ["calling.testNumberInLiveWave", { waveMode: "live" }],
  ["calling.liveNumberInTestWave", { numberIsTestNumber: false }],
  ["calling.noDoNotCallImport", { dncListImported: false }],
  ["calling.doNotCall", { doNotCall: true }],
  ["calling.beyondCeiling", { attemptsToNumber: 10 }],
  ["calling.beyondCeiling", { attemptsToNumber: Number.NaN }],
  ["calling.beyondDayCeiling", { attemptsToNumber: 4, attemptsToNumberToday: 4 }],
  ["calling.unknownCountryRule", { country: "PL" }],
  ["calling.unknownZone", { rules: withCountry("DK", { timeZone: "Europe/Atlantis" }) }],
  ["calling.holidaysUnknown", { rules: withCountry("DK", { holidaysTo: "2008-04-15" }) }],
  ["calling.notInField", { at: at("2008-04-15T23:59:00+02:00") }],
  ["calling.notInField", { at: at("2008-05-06T10:00:00+02:00") }],
  ["calling.closedDay", { at: at("2008-04-20T15:00:00+02:00") }],
  ["calling.outsideHours", { at: at("2008-04-16T20:30:00+02:00") }],
  ["ok", { at: at("2008-04-16T20:29:59+02:00") }],
  ["ok", { waveMode: "live", numberIsTestNumber: false }],
  ["ok", { attemptsToNumber: 9, attemptsToNumberToday: 3 }],
])("%s for %o", (expected, change) => {
  expect(code(change)).toBe(expected);
});

test("too late in the evening: the problem says how late it is there and when the day opens again", () => {
  expect(mayDial({ ...evening, at: at("2008-04-19T16:00:00+02:00") })).toEqual({
    ok: false,
    problem: {
      code: "calling.outsideHours",
      params: {
        country: "DK",
        localDate: "2008-04-19",
        localTime: "16:00",
        nextAt: "2008-04-21T08:00:00.000Z",
        nextLocalDate: "2008-04-21",
        nextLocalTime: "10:00",
      },
    },
  });
});

test("after the last hour of the field there is no next opening to name", () => {
  const result = mayDial({ ...evening, at: at("2008-05-05T21:00:00+02:00") });
  expect(result).toMatchObject({ ok: false, problem: { code: "calling.outsideHours" } });
  expect(result.ok ? {} : result.problem.params).not.toHaveProperty("nextAt");
});

/** What the clock on the wall shows there, by a road of its own. */
function clockThere(ms: number, timeZone: string): { weekday: string; time: string; date: string } {
  const read = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en-GB", { timeZone, ...options }).format(ms);
  return {
    weekday: read({ weekday: "short" }).toLowerCase(),
    time: read({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
    date: read({ dateStyle: "short" }).split("/").reverse().join("-"),
  };
}

test("whatever is asked, yes means inside the window, on an open day, below both ceilings, not on the list", () => {
  let allowed = 0;
  fc.assert(
    fc.property(
      fc.record({
        country: fc.constantFrom(...countries),
        ms: fc.integer({ min: at("2008-04-14T00:00:00Z"), max: at("2008-05-08T00:00:00Z") }),
        attemptsToNumber: fc.nat(11),
        attemptsToNumberToday: fc.nat(5),
        doNotCall: fc.boolean(),
        switches: fc.record({ sundays: fc.boolean(), publicHolidays: fc.boolean() }),
      }),
      ({ country, ms, switches, ...numbers }) => {
        const rules = { ...fixtureRules, switches };
        const result = mayDial({ ...evening, ...numbers, rules, country, at: ms as DialRequest["at"] });
        if (!result.ok) return;
        allowed++;
        const there = clockThere(ms, rules.countries[country]?.timeZone ?? "");
        const holiday = rules.countries[country]?.holidays.includes(there.date) ?? true;
        const kind = holiday ? "publicHoliday" : there.weekday;
        const window = rules.countries[country]?.windows[kind as "mon"];
        expect(there.time >= (window?.[0] ?? "99") && there.time < (window?.[1] ?? "")).toBe(true);
        expect(there.weekday !== "sun" || switches.sundays).toBe(true);
        expect(!holiday || switches.publicHolidays).toBe(true);
        expect(there.date >= field.first && there.date <= field.last).toBe(true);
        expect(result.value.localDate).toBe(there.date);
        expect(numbers.attemptsToNumber).toBeLessThan(10);
        expect(numbers.attemptsToNumberToday).toBeLessThan(4);
        expect(numbers.doNotCall).toBe(false);
      },
    ),
    { numRuns: 3000 },
  );
  expect(allowed).toBeGreaterThan(100);
});

test("a test wave never dials a live number, a live wave never a test number, whatever else holds", () => {
  fc.assert(
    fc.property(fc.boolean(), fc.constantFrom(...countries), (numberIsTestNumber, country) => {
      const waveMode = numberIsTestNumber ? "live" : "test";
      expect(mayDial({ ...evening, country, waveMode, numberIsTestNumber }).ok).toBe(false);
    }),
  );
});
