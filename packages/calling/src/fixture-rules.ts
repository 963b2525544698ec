// Call rules for tests of this package: five zones, one Sunday and one holiday that the switches govern.

import { type Instant, instant } from "@fieldline/kernel";
import { defaultDelays } from "./dispositions.ts";
import { type CallRules, type CallWindow, type Country, defaultPacing } from "./rules.ts";

const country = (timeZone: string, weekday: CallWindow, sat: CallWindow, sun: CallWindow | null) => ({
  timeZone,
  windows: {
    mon: weekday,
    tue: weekday,
    wed: weekday,
    thu: weekday,
    fri: weekday,
    sat,
    sun,
    publicHoliday: sun,
  },
  holidays: ["2008-05-01", "2008-05-04"],
  holidaysFrom: "2008-03-01",
  holidaysTo: "2008-10-31",
});

export const fixtureRules: CallRules = {
  version: 1,
  countries: {
    CZ: country("Europe/Prague", ["09:00", "20:30"], ["10:00", "18:00"], null),
    DE: country("Europe/Berlin", ["09:00", "21:00"], ["10:00", "20:00"], ["10:00", "18:00"]),
    DK: country("Europe/Copenhagen", ["10:00", "20:30"], ["10:00", "16:00"], ["12:00", "20:00"]),
    FR: country("Europe/Paris", ["10:00", "20:30"], ["10:00", "18:00"], null),
    GB: country("Europe/London", ["09:00", "21:00"], ["10:00", "20:00"], ["11:00", "20:00"]),
  },
  switches: { sundays: false, publicHolidays: false },
  ceiling: { perNumber: 10, perLocalDay: 4 },
  softCap: { landline: 8, mobile: 5 },
  delays: defaultDelays(),
  pacing: defaultPacing,
};

export const field = { first: "2008-04-16", last: "2008-05-05" };
export const countries: readonly Country[] = ["CZ", "DE", "DK", "FR", "GB"];
export const zones = countries.map((code) => fixtureRules.countries[code]?.timeZone ?? "");

/** The instant of an ISO text with offset. */
export const at = (iso: string): Instant => instant(Date.parse(iso));

/** The fixture with one country's rules changed. */
export const withCountry = (code: Country, change: object): CallRules => ({
  ...fixtureRules,
  countries: { ...fixtureRules.countries, [code]: { ...fixtureRules.countries[code], ...change } as never },
});
