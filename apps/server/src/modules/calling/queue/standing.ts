// How a country stands at this minute, for whoever wants to know why its cases wait.

import {
  type CountryStanding,
  conversionsEnd,
  daypartAt,
  daypartIndex,
  nextCallable,
  windowAt,
} from "@fieldline/calling";
import type { Instant } from "@fieldline/kernel";
import { callableNow, type WaveAtWork } from "../wave-in-field.ts";

export function standingOf(wave: WaveAtWork, country: string): CountryStanding {
  const { rules, fieldNow, fieldDates } = wave;
  const part = daypartAt(rules, country, fieldNow);
  return {
    ruleMissing: !windowAt(rules, country, fieldNow).ok && !part.ok,
    callable: callableNow(wave, [country]).length > 0,
    opensAt: nextCallable(rules, country, fieldNow, fieldDates),
    otherPartAt: otherPartAt(wave, country),
    daypart: part.ok ? daypartIndex(part.value.daypart) : 0,
    conversionsOver: conversionsOver(wave, country),
  };
}

/** Nobody who declined is rung again on the last days of the field. */
export function conversionsOver({ rules, fieldDates, fieldNow }: WaveAtWork, country: string): boolean {
  const end = conversionsEnd(rules, country, fieldDates);
  return end !== null && fieldNow >= end;
}

/** The first calls in another part of the day than the present one. */
function otherPartAt({ rules, fieldDates, fieldNow }: WaveAtWork, country: string): Instant | null {
  const now = daypartAt(rules, country, fieldNow);
  for (let part = now, parts = 0; part.ok && parts < partsLookedAt; parts++) {
    const open = nextCallable(rules, country, part.value.endsAt, fieldDates);
    if (open === null) return null;
    part = daypartAt(rules, country, open);
    if (part.ok && now.ok && part.value.daypart !== now.value.daypart) return open;
  }
  return null;
}

/** No row of holidays and weekends is longer. */
const partsLookedAt = 10;
