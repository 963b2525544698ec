// Wall time in the five zones of the field, in summer, winter and on the weekends the clocks change.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day, fromIso, type Instant, instant, isoWeekday, later, localTime, minute, toIso } from "./index.ts";

const at = (iso: string): Instant => fromIso(iso) ?? expect.fail(`${iso} is no instant`);
const zones = ["Europe/Prague", "Europe/Copenhagen", "Europe/Paris", "Europe/Berlin", "Europe/London"];

describe("wall time", () => {
  it("is five in the afternoon in Paris and four in London when the field opens", () => {
    const opening = at("2008-04-16T15:00:00Z");
    expect(localTime(opening, "Europe/Paris")).toEqual({ date: "2008-04-16", minute: 17 * 60, weekday: 3 });
    expect(localTime(opening, "Europe/London")).toEqual({ date: "2008-04-16", minute: 16 * 60, weekday: 3 });
  });

  it("skips the hour that summer time takes away", () => {
    const before = at("2008-03-30T00:59:00Z");
    expect(localTime(before, "Europe/Berlin")?.minute).toBe(1 * 60 + 59);
    expect(localTime(later(before, minute), "Europe/Berlin")?.minute).toBe(3 * 60);
  });

  it("has no answer for a zone nobody knows", () => {
    expect(localTime(instant(0), "Europe/Atlantis")).toBeNull();
  });

  it("never runs backwards from one day to the next", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1.1e12, max: 1.9e12 }), fc.constantFrom(...zones), (ms, zone) => {
        const today = localTime(instant(ms), zone);
        const tomorrow = localTime(later(instant(ms), day + 2 * 60 * minute), zone);
        expect(today && tomorrow && today.date < tomorrow.date).toBe(true);
        expect(today?.weekday).toBe(isoWeekday(today?.date ?? ""));
      }),
    );
  });

  it("writes and reads instants without loss", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), (ms) => {
        expect(fromIso(toIso(instant(ms)))).toBe(ms);
      }),
    );
    expect(fromIso("next Tuesday")).toBeNull();
  });
});
