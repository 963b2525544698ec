// The quarters of an hour of a respondent's day in which somebody may be called.

import { type Instant, localTime, minute, ok, type Problem, type Result } from "@fieldline/kernel";
import type { CallingProblemCode } from "./problems.ts";
import type { CallRules, Country, DayKind, FieldDates } from "./rules.ts";
import { countryRules, minutesOf, wallTime, windowOn } from "./windows.ts";
import { addDays, instantsAt } from "./zoned.ts";

/** Minutes between the times an appointment can have. */
export const grid = 15;

export interface Slot {
  /** Local `HH:MM`. */
  readonly time: string;
  readonly startsAt: Instant;
}

export interface DaySlots {
  readonly date: string;
  readonly kind: DayKind;
  /** None on a closed day. */
  readonly slots: readonly Slot[];
}

/**
 * The slots of a local date that lie inside the hours for calls, in order. What the clocks skip in spring is left
 * out; what comes twice in autumn stands there once, at its first instant. Refused where rule, zone or holidays are
 * unknown.
 */
export function slotsOn(
  rules: CallRules,
  country: Country,
  date: string,
): Result<DaySlots, Problem<CallingProblemCode>> {
  const found = countryRules(rules, country);
  if (!found.ok) return found;
  const window = windowOn(rules, country, date);
  if (!window.ok) return window;
  const { kind, open } = window.value;
  const slots: Slot[] = [];
  if (open) {
    for (let at = Math.ceil(open.from / grid) * grid; at < open.to; at += grid) {
      const startsAt = instantsAt(date, at, found.value.timeZone)?.[0];
      if (startsAt !== undefined) slots.push({ time: wallTime(at), startsAt });
    }
  }
  return ok({ date, kind, slots });
}

/** Minutes since midnight of an `HH:MM` on the grid; `null` for anything else. */
export function slotMinute(time: string): number | null {
  const minutes = minutesOf(time);
  return minutes % grid === 0 ? minutes : null;
}

/** Whether a text is a date of the calendar. */
export const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  addDays(text, 0) === text;

/** The local date in a zone; `null` for an unknown one. */
export const dateAt = (at: Instant, zone: string): string | null => localTime(at, zone)?.date ?? null;

interface Field {
  readonly rules: CallRules;
  readonly country: Country;
  /** Field time: nothing before it is offered. */
  readonly at: Instant;
  readonly fieldDates: FieldDates;
}

/** Days looked at: a wave whose last day is put far away has no end that could be walked to. */
const atMost = 366;

/** The slot nearest to a wished local date and minute, still to come and inside the wave; of two the later. */
export function nearestSlot(
  field: Field,
  date: string,
  minuteOfDay: number,
): { readonly date: string; readonly time: string } | null {
  const { rules, country, at } = field;
  const wished = wallMs(date, minuteOfDay);
  let best: { readonly date: string; readonly time: string; readonly away: number } | null = null;
  for (const day of daysToCome(field)) {
    const found = slotsOn(rules, country, day);
    for (const { time, startsAt } of found.ok ? found.value.slots : []) {
      const away = Math.abs(wallMs(day, minutesOf(time)) - wished);
      if (startsAt >= at && (best === null || away <= best.away)) best = { date: day, time, away };
    }
  }
  return best && { date: best.date, time: best.time };
}

function* daysToCome({ rules, country, at, fieldDates }: Field): Generator<string> {
  const today = dateAt(at, rules.countries[country]?.timeZone ?? "") ?? fieldDates.first;
  const first = [fieldDates.first, today].sort().at(-1) ?? today;
  for (let days = 0; days < atMost; days++) {
    const day = addDays(first, days);
    if (day > fieldDates.last) return;
    yield day;
  }
}

const wallMs = (date: string, minuteOfDay: number): number =>
  Date.parse(`${date}T00:00:00Z`) + minuteOfDay * minute;
