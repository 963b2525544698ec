// Wall times of a respondent's day as instants, and the interviewer's own zone beside them.

import { firstInstantAt } from "@fieldline/calling";
import { timeOfDay } from "@fieldline/wording";

/** `HH:MM` on `date` in `zone`, as milliseconds; 0 for an unknown zone. `24:00` is the end of the day. */
export const instantOf = (date: string, time: string, zone: string): number =>
  firstInstantAt(date, Number(time.slice(0, 2)) * 60 + Number(time.slice(3)), zone) ?? 0;

/** The zone of this computer. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** `HH:MM` as the interface's language writes it. */
export const timeInWords = (time: string, language: string): string =>
  timeOfDay(Date.parse(`1970-01-01T${time}:00Z`), "UTC", language);

/** A time, or a span where it has another end. */
export const spanInWords = (from: string, to: string, language: string): string =>
  from === to ? timeInWords(from, language) : `${timeInWords(from, language)}–${timeInWords(to, language)}`;
