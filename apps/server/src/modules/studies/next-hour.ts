// The next hour at which somebody may be called in a wave, and where that is.

import { nextCallable, windowAt } from "@fieldline/calling";
import type { Instant } from "@fieldline/kernel";
import type { Wave } from "../../platform/db/generated/client.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { callRulesOf } from "./call-rules.ts";
import { fieldDatesOf } from "./field-dates.ts";

export interface NextHour {
  /** Null where no hour is left in the wave. */
  readonly at: Instant | null;
  /** Countries, of those asked about, in which calls are allowed then. */
  readonly callable: readonly string[];
}

/** The earliest instant from `now` on at which one of the countries may be called; null without call rules. */
export async function nextHour(
  tx: ReadTx,
  wave: Wave,
  countries: readonly string[],
  now: Instant,
): Promise<NextHour | null> {
  const rules = await callRulesOf(tx, wave);
  if (!rules) return null;
  const hours = countries.flatMap((country) => {
    const at = nextCallable(rules, country, now, fieldDatesOf(wave));
    return at === null ? [] : [at];
  });
  if (hours.length === 0) return { at: null, callable: [] };
  const at = Math.min(...hours) as Instant;
  const isOpen = (country: string): boolean => {
    const window = windowAt(rules, country, at);
    return window.ok && window.value.callable;
  };
  return { at, callable: countries.filter(isOpen) };
}
