// A number grouped as locals write it, for the screen of whoever has to read it.

import { planOf } from "./numbering-plans.ts";
import { askLibrary } from "./phone-library.ts";
import { testRangeOf } from "./test-numbers.ts";

export interface GroupedNumber {
  /** As written inside the country: `01 99 00 12 34`. */
  readonly national: string;
  /** As written for callers from abroad: `+33 1 99 00 12 34`. */
  readonly international: string;
}

/** Both ways of writing an E.164 number; test numbers by their table, others by the phone library. */
export function groupNumber(e164: string): GroupedNumber {
  const range = testRangeOf(e164);
  const plan = planOf(e164);
  if (range && plan) {
    const grouped = inGroups(e164.slice(1 + plan.callingCode.length), range.groups);
    return { national: plan.trunk + grouped, international: `+${plan.callingCode} ${grouped}` };
  }
  const known = askLibrary(e164);
  return known
    ? { national: known.national, international: known.international }
    : { national: e164, international: e164 };
}

function inGroups(digits: string, groups: readonly number[]): string {
  let rest = digits;
  const parts = groups.map((length) => {
    const part = rest.slice(0, length);
    rest = rest.slice(length);
    return part;
  });
  return parts.join(" ");
}
