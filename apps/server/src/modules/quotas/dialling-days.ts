// On which days of the field a country may be called at all.

import { addDays, type CallRules, type FieldDates, windowOn } from "@fieldline/calling";

/**
 * Dates of the field whose hours for calls are open, by the country's weekdays, switches and public holidays; a day for
 * which the holidays are not known is none. Every date where the wave has no rules for the country.
 */
export function diallingDays(
  rules: CallRules | null,
  country: string,
  { first, last }: FieldDates,
): readonly string[] {
  const days: string[] = [];
  const ruled = rules !== null && Object.hasOwn(rules.countries, country);
  for (let date = first; date <= last; date = addDays(date, 1)) {
    const window = ruled ? windowOn(rules, country, date) : null;
    if (window === null || (window.ok && window.value.open !== null)) days.push(date);
  }
  return days;
}
