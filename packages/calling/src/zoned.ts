// From wall time to instants: the inverse of the kernel's `localTime`, with the gaps and overlaps of summer time.

import { day, type Instant, instant, localTime, minute } from "@fieldline/kernel";

/** `date` (ISO) moved by whole calendar days. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10);

const wallMs = (date: string, minuteOfDay: number): number =>
  Date.parse(`${date}T00:00:00Z`) + minuteOfDay * minute;

/** Milliseconds by which `zone` is ahead of UTC at `at`; `null` for an unknown zone. */
export function zoneOffset(at: Instant, zone: string): number | null {
  const local = localTime(at, zone);
  return local && wallMs(local.date, local.minute) - Math.floor(at / minute) * minute;
}

/** Offsets before and after whatever change of clocks lies near a wall time. */
function offsetsAround(wall: number, zone: string): readonly [before: number, after: number] | null {
  const before = zoneOffset(instant(wall - day), zone);
  const after = zoneOffset(instant(wall + day), zone);
  return before === null || after === null ? null : [before, after];
}

/**
 * All instants at which clocks in `zone` show `minuteOfDay` (minutes since midnight) on `date`, earliest first:
 * one as a rule, none in the gap of spring, two in the overlap of autumn; `null` for an unknown zone.
 */
export function instantsAt(date: string, minuteOfDay: number, zone: string): readonly Instant[] | null {
  const wall = wallMs(date, minuteOfDay);
  const offsets = offsetsAround(wall, zone);
  if (!offsets) return null;
  return [...new Set(offsets)]
    .map((offset) => ({ at: instant(wall - offset), offset }))
    .filter(({ at, offset }) => zoneOffset(at, zone) === offset)
    .map(({ at }) => at)
    .sort((a, b) => a - b);
}

/**
 * The first instant at which clocks in `zone` show that wall time or, when it falls in a gap, have jumped past
 * it; `null` for an unknown zone.
 */
export function firstInstantAt(date: string, minuteOfDay: number, zone: string): Instant | null {
  const found = instantsAt(date, minuteOfDay, zone);
  if (!found) return null;
  if (found[0] !== undefined) return found[0];
  const wall = wallMs(date, minuteOfDay);
  const [before, after] = offsetsAround(wall, zone) ?? [0, 0];
  return changeBetween(instant(wall - after), instant(wall - before), zone);
}

/** The minute at which the offset of `zone` changes between two instants that differ in it. */
function changeBetween(low: Instant, high: Instant, zone: string): Instant {
  const old = zoneOffset(low, zone);
  let [before, after] = [Math.floor(low / minute), Math.ceil(high / minute)];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (zoneOffset(instant(middle * minute), zone) === old) before = middle;
    else after = middle;
  }
  return instant(after * minute);
}

/** The instant in `[from, to)` at which clocks in `zone` are put forward or back, if there is one. */
export function clockChange(from: Instant, to: Instant, zone: string): Instant | null {
  return zoneOffset(from, zone) === zoneOffset(to, zone) ? null : changeBetween(from, to, zone);
}
