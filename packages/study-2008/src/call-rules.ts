// The call rules of the 2008 field: hours and holidays from the data file, caps and delays as adopted.

import {
  type CallRules,
  type CallWindow,
  type CountryRules,
  type DayKind,
  defaultDelays,
  defaultPacing,
} from "@fieldline/calling";
import source from "../data/calling-rules-2008.json" with { type: "json" };
import { study2008 } from "./facts.ts";

/**
 * Version 1 of the wave's rules. Sundays and public holidays are off; their windows apply once switched on. The
 * ceiling is Germany's, taken for all. Holidays are known for the field's dates and no others.
 */
export function callRules2008(): CallRules {
  const { maxPerNumber, maxPerDay } = source.attempts.ceiling;
  return {
    version: 1,
    countries: Object.fromEntries(
      Object.entries(source.countries).map(([code, entry]) => [code, countryRules(entry)]),
    ),
    switches: { sundays: false, publicHolidays: false },
    ceiling: { perNumber: maxPerNumber, perLocalDay: maxPerDay },
    softCap: source.attempts.recommended.maxPerNumber,
    delays: defaultDelays(),
    pacing: defaultPacing,
  };
}

interface SourceCountry {
  readonly timeZone: string;
  readonly windows: Readonly<Record<DayKind, readonly string[] | null>>;
  readonly holidays: readonly { readonly date: string }[];
}

function countryRules({ timeZone, windows, holidays }: SourceCountry): CountryRules {
  return {
    timeZone,
    windows: windows as Readonly<Record<DayKind, CallWindow | null>>,
    holidays: holidays.map(({ date }) => date),
    holidaysFrom: study2008.fieldDates.first,
    holidaysTo: study2008.fieldDates.last,
  };
}
