// The rules of the 2008 field at every edge: each window, each holiday, Sundays off and on.

import { type CallRules, mayDial, nextCallable, windowOn } from "@fieldline/calling";
import { type Instant, instant } from "@fieldline/kernel";
import { expect, test } from "vitest";
import { callRules2008 } from "./call-rules.ts";
import { type StudyCountry, study2008, studyCountries } from "./facts.ts";

const rules = callRules2008();
const switchedOn: CallRules = { ...rules, switches: { sundays: true, publicHolidays: true } };
const offset = (country: StudyCountry) => (country === "GB" ? "+01:00" : "+02:00");

/** Wall time in the country; summer time holds in the whole field. */
const at = (country: StudyCountry, date: string, time: string): Instant =>
  instant(Date.parse(`${date}T${time}:00${offset(country)}`));

const dial = (country: StudyCountry, when: Instant, by: CallRules = rules): string => {
  const result = mayDial({
    rules: by,
    country,
    at: when,
    waveMode: "test",
    fieldDates: study2008.fieldDates,
    numberIsTestNumber: true,
    attemptsToNumber: 0,
    attemptsToNumberToday: 0,
    doNotCall: false,
    dncListImported: true,
  });
  return result.ok ? "ok" : result.problem.code;
};

const minuteBefore = (when: Instant) => instant(when - 60_000);

const ordinary: [StudyCountry, string, string, string][] = [
  ["CZ", "2008-04-21 2008-04-22 2008-04-23 2008-04-24 2008-04-25", "09:00", "20:30"],
  ["CZ", "2008-04-19 2008-04-26 2008-05-03", "10:00", "18:00"],
  ["DE", "2008-04-21 2008-04-22 2008-04-23 2008-04-24 2008-04-25", "09:00", "21:00"],
  ["DE", "2008-04-19 2008-04-26 2008-05-03", "10:00", "20:00"],
  ["DK", "2008-04-21 2008-04-22 2008-04-23 2008-04-24", "10:00", "20:30"],
  ["DK", "2008-04-25 2008-05-02", "10:00", "19:00"],
  ["DK", "2008-04-19 2008-04-26 2008-05-03", "10:00", "16:00"],
  ["FR", "2008-04-21 2008-04-22 2008-04-23 2008-04-24 2008-04-25", "10:00", "20:30"],
  ["FR", "2008-04-19 2008-04-26 2008-05-03", "10:00", "18:00"],
  ["GB", "2008-04-21 2008-04-22 2008-04-23 2008-04-24 2008-04-25", "09:00", "21:00"],
  ["GB", "2008-04-19 2008-04-26 2008-05-03", "10:00", "20:00"],
];
test.each(ordinary)("%s may be called on %s from %s, and no more at %s", (country, dates, from, to) => {
  for (const date of dates.split(" ")) {
    const [opens, closes] = [at(country, date, from), at(country, date, to)];
    expect([
      date,
      ...[minuteBefore(opens), opens, minuteBefore(closes), closes].map((t) => dial(country, t)),
    ]).toEqual([date, "calling.outsideHours", "ok", "ok", "calling.outsideHours"]);
  }
});

const closed: [StudyCountry, string][] = [
  ["DK", "2008-04-18"],
  ["DK", "2008-05-01"],
  ["CZ", "2008-05-01"],
  ["FR", "2008-05-01"],
  ["DE", "2008-05-01"],
  ["GB", "2008-05-05"],
  ...studyCountries.flatMap((country): [StudyCountry, string][] => [
    [country, "2008-04-20"],
    [country, "2008-04-27"],
    [country, "2008-05-04"],
  ]),
];
test.each(closed)("nobody in %s is called on %s, a holiday or Sunday", (country, date) => {
  for (let hour = 0; hour < 24; hour++) {
    expect(dial(country, at(country, date, `${String(hour).padStart(2, "0")}:30`))).toBe("calling.closedDay");
  }
});

test("these are all closed days of the field; every other day has a window", () => {
  const found: string[] = [];
  for (const country of studyCountries) {
    for (let day = 0; day < 20; day++) {
      const date = new Date(Date.UTC(2008, 3, 16 + day)).toISOString().slice(0, 10);
      const window = windowOn(rules, country, date);
      if (!window.ok || window.value.open === null) found.push(`${country} ${date}`);
    }
  }
  expect(found.sort()).toEqual(closed.map((pair) => pair.join(" ")).sort());
});

const special: [StudyCountry, string, string | null, string | null][] = [
  ["DE", "2008-04-20", "10:00", "18:00"],
  ["DE", "2008-05-01", "10:00", "18:00"],
  ["GB", "2008-04-27", "11:00", "20:00"],
  ["GB", "2008-05-05", "11:00", "18:00"],
  ["DK", "2008-05-04", "12:00", "20:00"],
  ["DK", "2008-04-18", null, null],
  ["FR", "2008-04-20", null, null],
  ["CZ", "2008-05-01", null, null],
];
test.each(special)("with both switches on, %s on %s is open from %s to %s", (country, date, from, to) => {
  if (from === null || to === null) {
    expect(dial(country, at(country, date, "14:00"), switchedOn)).toBe("calling.closedDay");
    return;
  }
  const [opens, closes] = [at(country, date, from), at(country, date, to)];
  const asked = [minuteBefore(opens), opens, minuteBefore(closes), closes];
  expect(asked.map((when) => dial(country, when, switchedOn))).toEqual([
    "calling.outsideHours",
    "ok",
    "ok",
    "calling.outsideHours",
  ]);
});

test("the bundled wave begins at an hour when all five countries may be called", () => {
  const start = study2008.fieldTimeAtFirst;
  expect(new Date(start).toISOString()).toBe("2008-04-16T15:00:00.000Z");
  for (const country of studyCountries) {
    expect(nextCallable(rules, country, start, study2008.fieldDates)).toBe(start);
  }
});

test("the field has a first and a last day", () => {
  expect(dial("DE", at("DE", "2008-04-15", "12:00"))).toBe("calling.notInField");
  expect(dial("DE", at("DE", "2008-05-06", "12:00"))).toBe("calling.notInField");
  expect(dial("DE", at("DE", "2008-05-05", "20:59"))).toBe("ok");
});

test("caps and ceilings are the adopted ones, and the rules survive being stored as JSON", () => {
  expect(rules).toMatchObject({
    version: 1,
    ceiling: { perNumber: 10, perLocalDay: 4 },
    softCap: { landline: 8, mobile: 5 },
    delays: { busy: 15, noAnswer: 180 },
  });
  expect(JSON.parse(JSON.stringify(rules))).toEqual(rules);
});
