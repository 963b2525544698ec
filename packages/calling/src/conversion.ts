// One more call after somebody declined softly: by whom, from when, and until when.
//
// declined softly --calls left, its rest over before the last days--> conversion, by another interviewer with the skill
// declined softly --calls used, or too late in the field--> closed
// conversion --nobody reached--> conversion still, in another part of the day
// conversion --somebody reached who does not decline--> an open case like any other

import { day, hour, type Instant, later, localTime } from "@fieldline/kernel";
import type { CaseLife, ClosedAttempt } from "./case-life.ts";
import type { DispositionKey } from "./disposition-keys.ts";
import { nextCallable } from "./next-callable.ts";
import type { CallRules, Country, FieldDates } from "./rules.ts";
import { isContact } from "./unanswered.ts";
import { countryRules, windowOn } from "./windows.ts";
import { addDays, firstInstantAt } from "./zoned.ts";

export const isSoftRefusal = (key: DispositionKey): boolean =>
  key === "softRefusalHousehold" || key === "softRefusalRespondent";

/** The soft refusal that still waits for its conversion: nobody was talked to since. */
export function refusalWaiting({ attempts }: Pick<CaseLife, "attempts">): ClosedAttempt | null {
  const contact = attempts.findLast(({ disposition }) => isContact(disposition));
  return contact && isSoftRefusal(contact.disposition) ? contact : null;
}

/** Soft refusals of the case, each of which but the first stands for a conversion call. */
export const refusalsHeard = ({ attempts }: Pick<CaseLife, "attempts">): number =>
  attempts.filter(({ disposition }) => isSoftRefusal(disposition)).length;

type Field = Pick<CaseLife, "rules" | "country" | "fieldDates">;

/** Hours of rest after a soft refusal at `at`: the shorter of days and share of the field days left, but at least so many. */
export function conversionRest({ rules, country, fieldDates }: Field, at: Instant): number {
  const { restDays, restShare, restAtLeastHours } = rules.pacing.conversion;
  const today = localTime(at, zoneOf(rules, country))?.date ?? fieldDates.last;
  const daysLeft = Math.max(0, (Date.parse(fieldDates.last) - Date.parse(today)) / day);
  return Math.max(restAtLeastHours, 24 * Math.min(restDays, restShare * daysLeft));
}

export const conversionDue = (field: Field, at: Instant): Instant =>
  later(at, Math.round(conversionRest(field, at) * hour));

/** The last local date on which somebody who declined is rung again. */
export const lastConversionDate = (rules: Pick<CallRules, "pacing">, { last }: FieldDates): string =>
  addDays(last, -rules.pacing.conversion.notInLastDays);

/** From this instant on no conversion is called in a country; `null` where its zone is unknown. */
export const conversionsEnd = (rules: CallRules, country: Country, fieldDates: FieldDates): Instant | null =>
  firstInstantAt(addDays(lastConversionDate(rules, fieldDates), 1), 0, zoneOf(rules, country));

/** Whether no call can be made at or after `dueAt` before the last days. Nothing is too late where hours are unknown. */
export function tooLateToConvert({ rules, country, fieldDates }: Field, dueAt: Instant): boolean {
  const last = lastConversionDate(rules, fieldDates);
  const due = localTime(dueAt, zoneOf(rules, country))?.date;
  if (due === undefined) return false;
  if (due > last) return true;
  if (!windowOn(rules, country, due).ok || !windowOn(rules, country, last).ok) return false;
  return nextCallable(rules, country, dueAt, { ...fieldDates, last }) === null;
}

const zoneOf = (rules: CallRules, country: Country): string => {
  const found = countryRules(rules, country);
  return found.ok ? found.value.timeZone : "";
};
