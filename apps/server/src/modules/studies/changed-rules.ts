// Call rules with other switches or other public holidays, and what is different about them.

import type { CallRules, CountryRules } from "@fieldline/calling";
import type { WaveChanges } from "@fieldline/protocol";
import { refuse } from "../../platform/problems/refusal.ts";

type Holidays = NonNullable<WaveChanges["holidays"]>[string];
type Told = Readonly<Record<string, unknown>>;

export interface RulesChange {
  readonly rules: CallRules;
  /** What differs, as it was and as it is, for the journal. */
  readonly before: Told;
  readonly after: Told;
}

export const holidaysOf = ({ holidaysFrom, holidaysTo, holidays }: CountryRules): Holidays => ({
  from: holidaysFrom,
  to: holidaysTo,
  dates: [...holidays],
});

/**
 * Null where nothing would differ.
 * @throws Refusal `wave.settingMissing` without rules, `calling.unknownCountryRule`, `wave.holidaysUnsound`
 */
export function changeOfRules(
  rules: CallRules | null,
  { switches, holidays = {} }: WaveChanges,
): RulesChange | null {
  const named = Object.entries(holidays);
  if (!switches && named.length === 0) return null;
  if (!rules) throw refuse("wave.settingMissing", { setting: "callRules" });
  const countries = named.map(([country, list]) => changedCountry(rules, country, list)).filter(differs);
  const switched = switches && !same(switches, rules.switches);
  if (!switched && countries.length === 0) return null;
  const told = (side: "before" | "after"): Told => ({
    ...(switched ? { switches: side === "before" ? rules.switches : switches } : {}),
    ...(countries.length > 0
      ? { holidays: Object.fromEntries(countries.map((one) => [one.country, holidaysOf(one[side])])) }
      : {}),
  });
  return {
    rules: {
      ...rules,
      switches: switches ?? rules.switches,
      countries: {
        ...rules.countries,
        ...Object.fromEntries(countries.map(({ country, after }) => [country, after])),
      },
    },
    before: told("before"),
    after: told("after"),
  };
}

interface ChangedCountry {
  readonly country: string;
  readonly before: CountryRules;
  readonly after: CountryRules;
}

function changedCountry(rules: CallRules, country: string, { from, to, dates }: Holidays): ChangedCountry {
  const before = Object.hasOwn(rules.countries, country) ? rules.countries[country] : undefined;
  if (!before) throw refuse("calling.unknownCountryRule", { country });
  const holidays = [...new Set(dates)].sort();
  if (from > to || holidays.some((date) => date < from || date > to)) {
    throw refuse("wave.holidaysUnsound", { country });
  }
  return { country, before, after: { ...before, holidays, holidaysFrom: from, holidaysTo: to } };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const differs = ({ before, after }: ChangedCountry): boolean => !same(holidaysOf(before), holidaysOf(after));
