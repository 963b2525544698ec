// Days and times typed for the wave's zone, summer and winter.

import { describe, expect, it } from "vitest";
import { instantIn, wallTimeIn } from "./wall-time.ts";

const at = (iso: string): number => Date.parse(iso);

describe("a time typed in the wave's zone", () => {
  it.each([
    ["Europe/Copenhagen", "2008-04-16T17:00", "2008-04-16T15:00:00Z"],
    ["Europe/Copenhagen", "2008-01-16T17:00", "2008-01-16T16:00:00Z"],
    ["Europe/London", "2008-04-16T00:00", "2008-04-15T23:00:00Z"],
    ["Europe/Prague", "2008-03-30T03:00", "2008-03-30T01:00:00Z"],
    ["Europe/Prague", "2008-03-30T01:59", "2008-03-30T00:59:00Z"],
    ["UTC", "2008-04-16T25:00", null],
    ["UTC", "tomorrow", null],
  ])("in %s, %s is %s", (zone, typed, instant) => {
    const found = instantIn(zone, typed);
    expect(found).toBe(instant === null ? null : at(instant));
    if (found !== null) expect(wallTimeIn(zone, found)).toBe(typed);
  });
});
