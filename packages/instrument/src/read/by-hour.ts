// Words that go by the clock: greetings, goodbyes, the minutes still needed.

import { wallMinute } from "../shape/wall-time.ts";
import type { Instrument, Language } from "../types.ts";

/** Part of the day as the spoken language divides it, not the country. `localMinute`: minutes since the respondent's midnight. */
function partOfDay(
  instrument: Instrument,
  language: Language,
  localMinute: number,
): "morning" | "day" | "evening" {
  const { boundaries } = instrument.greetings;
  const hours = Object.hasOwn(boundaries, language) ? boundaries[language] : undefined;
  if (!hours) return "day";
  if (localMinute < (wallMinute(hours.dayFrom) ?? 0)) return "morning";
  return localMinute < (wallMinute(hours.eveningFrom) ?? 24 * 60) ? "day" : "evening";
}

/** `{greeting}` at the respondent's local time. */
export const greetingFor = (instrument: Instrument, language: Language, localMinute: number): string =>
  instrument.greetings.texts[partOfDay(instrument, language, localMinute)][language] ?? "";

/** `{goodbye}` at the respondent's local time. */
export const goodbyeFor = (instrument: Instrument, language: Language, localMinute: number): string =>
  instrument.goodbyes.texts[partOfDay(instrument, language, localMinute)][language] ?? "";

/** `{minutesLeft}`: the share of units left of the estimated minutes, rounded, at least 2 (the texts have no singular). */
export const minutesLeft = (instrument: Instrument, unitsLeft: number): number =>
  Math.max(2, Math.round((unitsLeft / Math.max(1, instrument.units.length)) * instrument.estimatedMinutes));
