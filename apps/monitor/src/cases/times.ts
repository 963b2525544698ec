// Days and times that can be chosen for an appointment, on the respondent's own calendar and clock.

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

/** Every quarter of an hour from `from` on, `HH:MM`; the server knows the hours for calls. */
export function quarters(from = "00:00"): string[] {
  const two = (part: number): string => String(part).padStart(2, "0");
  return Array.from({ length: 96 }, (_, i) => `${two(Math.floor(i / 4))}:${two((i % 4) * 15)}`).filter(
    (time) => time >= from,
  );
}
