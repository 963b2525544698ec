// Days that can be chosen for an appointment, on the respondent's own calendar.

import type { WaveSummary } from "@fieldline/protocol";

const dayMs = 86_400_000;

/** The days of the wave, ISO, from the present field day of the zone on. */
export function daysLeft(
  wave: Pick<WaveSummary, "fieldNow" | "fieldFrom" | "fieldTo">,
  zone: string,
): string[] {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(new Date(wave.fieldNow));
  const days: string[] = [];
  const first = Math.max(Date.parse(today), Date.parse(wave.fieldFrom));
  const last = Date.parse(wave.fieldTo);
  for (let at = first; at <= last; at += dayMs) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}
