// Windows and local days: switches, damaged rules, days of 23 and 25 hours.

import { hour } from "@fieldline/kernel";
import { expect, test } from "vitest";
import { at, fixtureRules, withCountry } from "./fixture-rules.ts";
import type { CallRules } from "./rules.ts";
import { localDay, minutesOf, wallTime, windowAt, windowOn } from "./windows.ts";

const switched = (sundays: boolean, publicHolidays: boolean): CallRules => ({
  ...fixtureRules,
  switches: { sundays, publicHolidays },
});
const open = (rules: CallRules, date: string) => {
  const window = windowOn(rules, "DE", date);
  return window.ok ? window.value.open : window.problem.code;
};

test("Sundays are closed until the wave switches them on", () => {
  expect(open(switched(false, true), "2008-04-20")).toBeNull();
  expect(open(switched(true, false), "2008-04-20")).toEqual({ from: 600, to: 1080 });
});

test("public holidays have a switch of their own, and a holiday on a Sunday needs both", () => {
  expect(open(switched(true, false), "2008-05-01")).toBeNull();
  expect(open(switched(false, true), "2008-05-01")).toEqual({ from: 600, to: 1080 });
  expect(open(switched(false, true), "2008-05-04")).toBeNull();
  expect(open(switched(true, false), "2008-05-04")).toBeNull();
  expect(open(switched(true, true), "2008-05-04")).toEqual({ from: 600, to: 1080 });
});

test("France stays closed on Sundays with the switch on: it has no window for them", () => {
  const window = windowOn(switched(true, true), "FR", "2008-04-20");
  expect(window).toEqual({ ok: true, value: { kind: "sun", open: null } });
});

test("outside the span for which holidays are known nothing is callable", () => {
  expect(open(fixtureRules, "2008-02-29")).toBe("calling.holidaysUnknown");
  expect(open(fixtureRules, "2008-11-01")).toBe("calling.holidaysUnknown");
});

test("a country without rules and a zone nobody knows are refused by name", () => {
  const now = at("2008-04-16T12:00:00Z");
  expect(windowAt(fixtureRules, "PL", now)).toMatchObject({
    problem: { code: "calling.unknownCountryRule" },
  });
  expect(windowAt(fixtureRules, "constructor", now)).toMatchObject({
    problem: { code: "calling.unknownCountryRule" },
  });
  const lost = withCountry("DK", { timeZone: "Europe/Atlantis" });
  expect(windowAt(lost, "DK", now)).toMatchObject({ problem: { code: "calling.unknownZone" } });
  expect(localDay(lost, "DK", now)).toMatchObject({ problem: { code: "calling.unknownZone" } });
});

test("a damaged window is never open", () => {
  const damaged = withCountry("DK", {
    windows: { ...fixtureRules.countries["DK"]?.windows, wed: ["9", "25:00"] },
  });
  for (let h = 0; h < 24; h++) {
    const now = at(`2008-04-16T${String(h).padStart(2, "0")}:00:00Z`);
    expect(windowAt(damaged, "DK", now)).toMatchObject({ ok: true, value: { callable: false } });
  }
});

test("wall times are read and written", () => {
  expect(minutesOf("20:30")).toBe(1230);
  expect(minutesOf("24:00")).toBe(1440);
  expect(minutesOf("24:30")).toBeNaN();
  expect(wallTime(545)).toBe("09:05");
});

test("the local day begins at local midnight and is as long as the clocks make it", () => {
  const day = localDay(fixtureRules, "DK", at("2008-04-16T22:30:00Z"));
  expect(day).toMatchObject({ value: { localDate: "2008-04-17", from: at("2008-04-16T22:00:00Z") } });
  const length = (iso: string) => {
    const found = localDay(fixtureRules, "GB", at(iso));
    return found.ok ? (found.value.to - found.value.from) / hour : null;
  };
  expect([length("2008-03-30T12:00:00Z"), length("2008-10-26T12:00:00Z")]).toEqual([23, 25]);
});
