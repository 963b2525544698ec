// Which part of the local day an instant lies in, and when that part is over.

import {
  day,
  type Instant,
  isoWeekday,
  later,
  localTime,
  minute,
  ok,
  type Problem,
  type Result,
} from "@fieldline/kernel";
import type { CallingProblemCode } from "./problems.ts";
import { type CallRules, type Country, type CountryRules, type Daypart, dayparts } from "./rules.ts";
import { countryRules, localDay, minutesOf, windowOn } from "./windows.ts";
import { clockChange, instantsAt } from "./zoned.ts";

export interface DaypartAt {
  readonly daypart: Daypart;
  readonly localDate: string;
  /** The first instant that lies in another part or on another local day. */
  readonly endsAt: Instant;
}

/** 0 where there is none, else 1 for the morning to 4 for the weekend, as stored. */
export const daypartIndex = (daypart: Daypart | null): number =>
  daypart === null ? 0 : dayparts.indexOf(daypart) + 1;

/** The part with that index; `null` for 0 and for what is none. */
export const daypartOf = (index: number): Daypart | null => dayparts[index - 1] ?? null;

/** One bit for each part: 1 morning, 2 afternoon, 4 evening, 8 weekend. */
export const daypartMask = (parts: readonly Daypart[]): number =>
  parts.reduce((mask, part) => mask | (1 << dayparts.indexOf(part)), 0);

/** The parts whose bits are set, in their order. */
export const daypartsOf = (mask: number): Daypart[] =>
  dayparts.filter((_, index) => (mask & (1 << index)) !== 0);

/**
 * Saturday, Sunday and public holidays are the weekend, whatever the hours for calls. Refused where rule, zone or the
 * holidays of that date are unknown.
 */
export function daypartAt(
  rules: CallRules,
  country: Country,
  at: Instant,
): Result<DaypartAt, Problem<CallingProblemCode>> {
  const found = countryRules(rules, country);
  if (!found.ok) return found;
  const local = localDay(rules, country, at);
  if (!local.ok) return local;
  const { localDate, from, to } = local.value;
  const known = windowOn(rules, country, localDate);
  if (!known.ok) return known;
  if (isWeekend(found.value, localDate)) return ok({ daypart: "weekend", localDate, endsAt: to });
  const zone = found.value.timeZone;
  const { afternoonFrom, eveningFrom } = rules.pacing;
  const boundaries = [minutesOf(afternoonFrom), minutesOf(eveningFrom)].filter(
    (minutes) => minutes < 24 * 60,
  );
  const partOf = (localMinute: number): Daypart =>
    dayparts[boundaries.filter((boundary) => localMinute >= boundary).length] ?? "evening";
  const partIn = (instant: Instant) => partOf(localTime(instant, zone)?.minute ?? 0);
  const daypart = partIn(at);
  const change = clockChange(from, to, zone);
  const candidates =
    to - from === day
      ? boundaries.map((boundary) => later(from, boundary * minute))
      : [
          ...(change === null ? [] : [change]),
          ...boundaries.flatMap((boundary) => instantsAt(localDate, boundary, zone) ?? []),
        ];
  const endsAt = candidates
    .filter((candidate) => candidate > at)
    .sort((a, b) => a - b)
    .find((candidate) => partIn(candidate) !== daypart);
  return ok({ daypart, localDate, endsAt: endsAt ?? to });
}

const isWeekend = ({ holidays }: CountryRules, localDate: string): boolean =>
  isoWeekday(localDate) > 5 || holidays.includes(localDate);
