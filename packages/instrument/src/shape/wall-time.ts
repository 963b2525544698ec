// Wall time as files write it, `HH:MM`.

import { malformed, type Reader } from "./reader.ts";

/** Minutes since midnight, or `null` where the text is not a time of day. */
export function wallMinute(time: string): number | null {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  return parts ? Number(parts[1]) * 60 + Number(parts[2]) : null;
}

export const wallTime: Reader<string> = (value, at) =>
  typeof value === "string" && wallMinute(value) !== null ? value : malformed(at, "time of day HH:MM");
