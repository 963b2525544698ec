// Instants and the local wall time they fall on; no clock in here, every instant is handed in.

import type { Brand } from "./brand.ts";

/** Milliseconds since 1970-01-01T00:00Z. Machine time or field time, as the name of the variable says. */
export type Instant = Brand<number, "Instant">;

/** Wall time in a zone: ISO date, minutes since local midnight, weekday 1 (Monday) to 7 (Sunday). */
export interface LocalTime {
  readonly date: string;
  readonly minute: number;
  readonly weekday: number;
}

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

export const instant = (epochMs: number): Instant => epochMs as Instant;
/** `at` moved by `ms` milliseconds (may be negative). */
export const later = (at: Instant, ms: number): Instant => (at + ms) as Instant;
/** ISO 8601 in UTC, as the wire and the database write instants. */
export const toIso = (at: Instant): string => new Date(at).toISOString();

/** Reads an ISO 8601 instant; `null` where the text is not one. */
export function fromIso(text: string): Instant | null {
  const value = Date.parse(text);
  return Number.isNaN(value) ? null : (value as Instant);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  formats.set(zone, made);
  return made;
}

/** The wall time at `at` in an IANA zone; `null` for a zone this runtime does not know. */
export function localTime(at: Instant, zone: string): LocalTime | null {
  let format: Intl.DateTimeFormat;
  try {
    format = formatFor(zone);
  } catch {
    return null;
  }
  const part: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(at)) part[type] = value;
  const date = `${part["year"]}-${part["month"]}-${part["day"]}`;
  return {
    date,
    minute: Number(part["hour"]) * 60 + Number(part["minute"]),
    weekday: isoWeekday(date),
  };
}

/** Weekday of an ISO date, 1 (Monday) to 7 (Sunday). */
export function isoWeekday(date: string): number {
  const sundayZero = new Date(`${date}T00:00:00Z`).getUTCDay();
  return sundayZero === 0 ? 7 : sundayZero;
}
