// Parts of the day: every minute of the weekends on which clocks are changed, holidays, and how parts are stored.

import { type Instant, instant, later, minute } from "@fieldline/kernel";
import { describe, expect, it, test } from "vitest";
import { daypartAt, daypartIndex, daypartMask, daypartOf, daypartsOf } from "./dayparts.ts";
import { at, countries, fixtureRules, withCountry } from "./fixture-rules.ts";
import { type CallRules, dayparts } from "./rules.ts";

const part = (rules: CallRules, country: string, when: Instant) => {
  const found = daypartAt(rules, country, when);
  return found.ok ? found.value : expect.fail(found.problem.code);
};

/** The part by a clock of its own. */
function byTheClock(clock: Intl.DateTimeFormat, when: Instant): string {
  const [weekday = "", hours = 0] = clock.format(when).split(/[ ,]+/);
  if (weekday.startsWith("S")) return "weekend";
  return Number(hours) < 12 ? "morning" : Number(hours) < 17 ? "afternoon" : "evening";
}

describe.each([
  ["spring", at("2008-03-28T11:00:00Z"), at("2008-03-31T13:00:00Z")],
  ["autumn", at("2008-10-24T11:00:00Z"), at("2008-10-27T13:00:00Z")],
])("when clocks are changed in %s", (_, from, to) => {
  it.each(countries)(
    "in %s every minute lies in one part, and each part ends at the minute it says",
    (country) => {
      const zone = fixtureRules.countries[country]?.timeZone ?? "";
      const clock = new Intl.DateTimeFormat("en-GB", {
        timeZone: zone,
        weekday: "short",
        hour: "2-digit",
        hourCycle: "h23",
      });
      let before = part(fixtureRules, country, from);
      let changes = 0;
      for (let when = later(from, minute); when < to; when = later(when, minute)) {
        const now = part(fixtureRules, country, when);
        if (now.daypart !== byTheClock(clock, when)) expect.fail(`${when}: ${now.daypart}`);
        const over = now.daypart !== before.daypart || now.localDate !== before.localDate;
        if (over !== (when === before.endsAt) || (!over && now.endsAt !== before.endsAt))
          expect.fail(`${when}`);
        if (over) changes++;
        before = now;
      }
      expect(changes).toBeGreaterThan(4);
    },
  );
});

test("a weekday that begins at one in the morning has its noon at noon", () => {
  const cairo = withCountry("DK", { timeZone: "Africa/Cairo" });
  expect(part(cairo, "DK", at("2008-04-25T06:00:00Z"))).toEqual({
    daypart: "morning",
    localDate: "2008-04-25",
    endsAt: at("2008-04-25T12:00:00+03:00"),
  });
});

test.each([
  ["CZ", "2008-05-01"],
  ["DE", "2008-05-01"],
  ["DK", "2008-04-18"],
  ["DK", "2008-05-01"],
  ["FR", "2008-05-01"],
  ["GB", "2008-05-05"],
])(
  "in %s the holiday of %s is weekend from midnight to midnight, the working day before is not",
  (country, date) => {
    const rules = withCountry(country, { holidays: [date] });
    const noon = at(`${date}T11:00:00Z`);
    const holiday = part(rules, country, noon);
    expect(holiday).toMatchObject({ daypart: "weekend", localDate: date });
    expect(part(rules, country, instant(holiday.endsAt - minute)).daypart).toBe("weekend");
    expect(part(rules, country, holiday.endsAt).localDate > date).toBe(true);
    expect(part(withCountry(country, { holidays: [] }), country, noon).daypart).toBe("afternoon");
  },
);

test("a wave may begin its evening at six, and no part is told where rule, zone or holidays are unknown", () => {
  const rules = { ...fixtureRules, pacing: { ...fixtureRules.pacing, eveningFrom: "18:00" } };
  expect(part(rules, "DK", at("2008-04-16T17:30:00+02:00")).daypart).toBe("afternoon");
  const none = [
    daypartAt(fixtureRules, "PL", at("2008-04-16T12:00:00Z")),
    daypartAt(withCountry("DK", { timeZone: "Europe/Atlantis" }), "DK", at("2008-04-16T12:00:00Z")),
    daypartAt(fixtureRules, "DK", at("2009-04-16T12:00:00Z")),
  ];
  expect(none.map((found) => !found.ok && found.problem.code)).toEqual([
    "calling.unknownCountryRule",
    "calling.unknownZone",
    "calling.holidaysUnknown",
  ]);
});

test("parts are stored as a number and as bits, and read back", () => {
  expect(dayparts.map(daypartIndex)).toEqual([1, 2, 3, 4]);
  expect([daypartIndex(null), daypartOf(0), daypartOf(3)]).toEqual([0, null, "evening"]);
  expect(daypartMask(["evening", "morning"])).toBe(5);
  for (let mask = 0; mask < 16; mask++) expect(daypartMask(daypartsOf(mask))).toBe(mask);
});
