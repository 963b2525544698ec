// The next instant at which a country may be called.

import { type Instant, localTime } from "@fieldline/kernel";
import type { CallRules, Country, FieldDates } from "./rules.ts";
import { countryRules, windowAt, windowOn } from "./windows.ts";
import { addDays, clockChange, firstInstantAt, instantsAt } from "./zoned.ts";

/**
 * The earliest instant at or after `from`, inside the field, at which the country's window is open; `null` when
 * there is none, or when rule, zone or holidays are unknown. Ceilings belong to numbers and are not looked at.
 */
export function nextCallable(
  rules: CallRules,
  country: Country,
  from: Instant,
  fieldDates: FieldDates,
): Instant | null {
  const found = countryRules(rules, country);
  if (!found.ok) return null;
  const { timeZone, holidaysFrom, holidaysTo } = found.value;
  const local = localTime(from, timeZone);
  if (!local) return null;
  const first = [local.date, fieldDates.first, holidaysFrom].sort().at(-1) ?? local.date;
  const last = [fieldDates.last, holidaysTo].sort()[0] ?? fieldDates.last;
  for (let date = first; date <= last; date = addDays(date, 1)) {
    const opening = openings(rules, country, date, timeZone, from).find(
      (at) => localTime(at, timeZone)?.date === date && isCallable(rules, country, at),
    );
    if (opening !== undefined) return opening;
  }
  return null;
}

function isCallable(rules: CallRules, country: Country, at: Instant): boolean {
  const window = windowAt(rules, country, at);
  return window.ok && window.value.callable;
}

/** Where a window can begin on a date: now, at its hour (twice in an overlap), or when the clocks are changed. */
function openings(rules: CallRules, country: Country, date: string, zone: string, from: Instant): Instant[] {
  const window = windowOn(rules, country, date);
  const open = window.ok ? window.value.open : null;
  if (!open || Number.isNaN(open.from)) return [];
  const start = firstInstantAt(date, 0, zone);
  const end = firstInstantAt(addDays(date, 1), 0, zone);
  const change = start !== null && end !== null ? clockChange(start, end, zone) : null;
  const candidates = [
    from,
    ...(instantsAt(date, open.from, zone) ?? []),
    ...(change === null ? [] : [change]),
  ];
  return candidates.filter((at) => at >= from).sort((a, b) => a - b);
}
