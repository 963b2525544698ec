// Which hours hold in a country on a local day, and whether an instant lies inside them.

import { fail, type Instant, isoWeekday, localTime, ok, type Problem, type Result } from "@fieldline/kernel";
import type { CallingProblemCode } from "./problems.ts";
import { type CallRules, type Country, type CountryRules, type DayKind, weekdays } from "./rules.ts";
import { addDays, firstInstantAt } from "./zoned.ts";

type Refusal = Problem<CallingProblemCode>;

/** Minutes since local midnight, `[from, to)`. */
export interface OpenMinutes {
  readonly from: number;
  readonly to: number;
}

export interface DayWindow {
  readonly kind: DayKind;
  /** `null` on a closed day. */
  readonly open: OpenMinutes | null;
}

export interface WindowAt extends DayWindow {
  readonly localDate: string;
  readonly localMinute: number;
  /** Whether that very minute may be used for a dial. */
  readonly callable: boolean;
}

/** `HH:MM` to minutes since midnight; `NaN` for anything else, so that a damaged window is never open. */
export function minutesOf(wallTime: string): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$|^24:00$/.exec(wallTime);
  return match ? Number(wallTime.slice(0, 2)) * 60 + Number(wallTime.slice(3)) : Number.NaN;
}

/** Minutes since midnight to `HH:MM`. */
export const wallTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** Rules of one country; `calling.unknownCountryRule` where the wave has none. */
export function countryRules(rules: CallRules, country: Country): Result<CountryRules, Refusal> {
  const found = Object.hasOwn(rules.countries, country) ? rules.countries[country] : undefined;
  return found ? ok(found) : fail("calling.unknownCountryRule", { country });
}

/**
 * The window of a local date. A public holiday counts before the weekday; on a Sunday it needs both switches.
 * Refused with `calling.holidaysUnknown` where the list of holidays does not reach.
 */
export function windowOn(rules: CallRules, country: Country, date: string): Result<DayWindow, Refusal> {
  const found = countryRules(rules, country);
  if (!found.ok) return found;
  const { holidays, holidaysFrom, holidaysTo, windows } = found.value;
  if (!(date >= holidaysFrom && date <= holidaysTo)) {
    return fail("calling.holidaysUnknown", { country, localDate: date });
  }
  const weekday = weekdays[isoWeekday(date) - 1] ?? "sun";
  const holiday = holidays.includes(date);
  const kind: DayKind = holiday ? "publicHoliday" : weekday;
  const switchedOff =
    (weekday === "sun" && !rules.switches.sundays) || (holiday && !rules.switches.publicHolidays);
  const window = switchedOff ? null : windows[kind];
  return ok({ kind, open: window && { from: minutesOf(window[0]), to: minutesOf(window[1]) } });
}

/** Local date and minute at `at`, and the window that holds there. */
export function windowAt(rules: CallRules, country: Country, at: Instant): Result<WindowAt, Refusal> {
  const found = countryRules(rules, country);
  if (!found.ok) return found;
  const local = localTime(at, found.value.timeZone);
  if (!local) return fail("calling.unknownZone", { country });
  const window = windowOn(rules, country, local.date);
  if (!window.ok) return window;
  const { open } = window.value;
  const callable = open !== null && local.minute >= open.from && local.minute < open.to;
  return ok({ ...window.value, localDate: local.date, localMinute: local.minute, callable });
}

/** The local calendar day of `at` as `[from, to)`: the span in which dials count against the day's ceiling. */
export function localDay(
  rules: CallRules,
  country: Country,
  at: Instant,
): Result<{ readonly localDate: string; readonly from: Instant; readonly to: Instant }, Refusal> {
  const found = countryRules(rules, country);
  if (!found.ok) return found;
  const zone = found.value.timeZone;
  const local = localTime(at, zone);
  const from = local && firstInstantAt(local.date, 0, zone);
  const to = local && firstInstantAt(addDays(local.date, 1), 0, zone);
  if (!local || from === null || to === null) return fail("calling.unknownZone", { country });
  return ok({ localDate: local.date, from, to });
}
