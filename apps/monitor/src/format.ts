// Dates, times and numbers as the interface's language writes them.

import { localeOf } from "@fieldline/wording";

const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(localeOf(language), options);
  formats.set(key, made);
  return made;
}

/** Day, month, hour and minute in a zone, this computer's own where none is named; with seconds where asked. */
export const dayAndTime = (
  iso: string,
  zone: string | undefined,
  language: string,
  seconds = false,
): string =>
  format(language, {
    ...(zone === undefined ? {} : { timeZone: zone }),
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    ...(seconds ? { second: "2-digit" } : {}),
    hourCycle: "h23",
  }).format(new Date(iso));

/** The same without the year, for rows of a wave that tells its own. */
export const shortDayAndTime = (iso: string, zone: string, language: string): string =>
  format(language, {
    timeZone: zone,
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(new Date(iso));

/** A calendar date, written out; `isoDate` has no zone. */
export const day = (isoDate: string, language: string): string =>
  format(language, {
    timeZone: "UTC",
    weekday: "short",
    day: "numeric",
    month: "long",
    year: "numeric",
  }).format(new Date(`${isoDate}T00:00:00Z`));

/** A calendar date in the width of a figure; with the year where it is not that of `beside`, another such date. */
export const shortDay = (isoDate: string, beside: string, language: string): string =>
  format(language, {
    timeZone: "UTC",
    day: "numeric",
    month: "short",
    ...(isoDate.slice(0, 4) === beside.slice(0, 4) ? {} : { year: "numeric" }),
  }).format(new Date(`${isoDate}T00:00:00Z`));

/** Hours, minutes and seconds by this computer's own clock. */
export const clockTime = (at: number, language: string): string =>
  format(language, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" }).format(at);

export const number = (value: number, language: string, decimals = 0): string =>
  new Intl.NumberFormat(localeOf(language), {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);
