// How a country stands at this minute, for whoever wants to know why its cases wait.

import { type CountryStanding, conversionsEnd, daypartAt, daypartIndex, windowAt } from "@fieldline/calling";
import { callableNow, type WaveAtWork } from "../wave-in-field.ts";

export function standingOf(wave: WaveAtWork, country: string): CountryStanding {
  const part = daypartAt(wave.rules, country, wave.fieldNow);
  return {
    ruleMissing: !windowAt(wave.rules, country, wave.fieldNow).ok && !part.ok,
    callable: callableNow(wave, [country]).length > 0,
    daypart: part.ok ? daypartIndex(part.value.daypart) : 0,
    conversionsOver: conversionsOver(wave, country),
  };
}

/** Nobody who declined is rung again on the last days of the field. */
export function conversionsOver({ rules, fieldDates, fieldNow }: WaveAtWork, country: string): boolean {
  const end = conversionsEnd(rules, country, fieldDates);
  return end !== null && fieldNow >= end;
}
