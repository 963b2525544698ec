// Denmark wants a number of completes between 16 April and 5 May: how fast it goes, how fast it should, when it is done.

import { day } from "@fieldline/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CountryField, type FieldDay, outlookOf } from "./outlook.ts";

const [first, last] = ["2008-04-16", "2008-05-05"];
const dateOf = (offset: number): string =>
  new Date(Date.parse(`${first}T00:00:00Z`) + offset * day).toISOString().slice(0, 10);
/** Completes of the days from the first one on; null where nobody worked. */
const worked = (...counts: (number | null)[]): FieldDay[] =>
  counts.flatMap((counted, offset) => (counted === null ? [] : [{ date: dateOf(offset), counted }]));
const denmark = (change: Partial<CountryField>): CountryField => ({
  remaining: 100,
  days: [],
  today: first,
  first,
  last,
  diallingDays: Array.from({ length: 20 }, (_, offset) => dateOf(offset)),
  ...change,
});

describe("pace", () => {
  test("is that of the last five finished days on which somebody worked", () => {
    const days = worked(100, 10, 20, null, 30, 0, 40, 7);
    expect(outlookOf(denmark({ days, today: dateOf(7) }))).toMatchObject({ today: 7, pace: 100 / 5 });
  });

  test("of the first day is that day's own, unfinished as it is", () => {
    expect(outlookOf(denmark({ days: worked(4) }))).toMatchObject({ today: 4, pace: 4 });
    expect(outlookOf(denmark({ days: worked(4, 1), today: dateOf(1) }))).toMatchObject({ today: 1, pace: 4 });
  });

  test("is none before anybody worked, and nought where nobody completed", () => {
    expect(outlookOf(denmark({}))).toMatchObject({ today: 0, pace: null, forecast: null });
    expect(outlookOf(denmark({ days: worked(0), today: dateOf(1) }))).toMatchObject({
      pace: 0,
      forecast: null,
    });
  });
});

describe("the pace that is needed", () => {
  test("spreads what was wanted this morning over the days left, today included", () => {
    expect(outlookOf(denmark({ remaining: 100 })).needed).toBe(100 / 20);
    const beforeField = denmark({ remaining: 100, today: "2008-04-01" });
    expect(outlookOf(beforeField).needed).toBe(100 / 20);
    const lastDay = denmark({ remaining: 6, today: last, days: [{ date: last, counted: 4 }] });
    expect(outlookOf(lastDay).needed).toBe(10);
  });

  test("leaves out the days on which nobody is called there, today too", () => {
    const closed = new Set(["2008-04-18", "2008-04-20", "2008-04-27", "2008-05-01", "2008-05-04"]);
    const diallingDays = denmark({}).diallingDays.filter((date) => !closed.has(date));
    expect(outlookOf(denmark({ diallingDays, remaining: 150 })).needed).toBe(150 / 15);
    const onSunday = denmark({ diallingDays, remaining: 120, today: "2008-04-20", days: worked(15, 15) });
    expect(outlookOf(onSunday)).toMatchObject({ needed: 120 / 12, pace: 15, forecast: "2008-04-29" });
    const lastSunday = denmark({ diallingDays: ["2008-05-03"], today: "2008-05-04", days: worked(5) });
    expect(outlookOf({ ...lastSunday, remaining: 10 })).toMatchObject({
      needed: null,
      forecast: "2008-05-07",
    });
  });

  test("is the same all day long", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), fc.nat(19), fc.nat(900), (morning, offset, done) => {
        const at = (counted: number) =>
          outlookOf(
            denmark({
              remaining: morning - counted,
              today: dateOf(offset),
              days: [{ date: dateOf(offset), counted }],
            }),
          ).needed;
        expect(at(Math.min(done, morning - 1))).toBe(at(0));
      }),
    );
  });

  test("is nothing once the target is met, and unknown when no day or no target is left", () => {
    expect(outlookOf(denmark({ remaining: 0 })).needed).toBe(0);
    expect(outlookOf(denmark({ remaining: -3 })).needed).toBe(0);
    expect(outlookOf(denmark({ today: "2008-05-06" })).needed).toBeNull();
    expect(outlookOf(denmark({ remaining: null, days: worked(5) }))).toMatchObject({
      needed: null,
      forecast: null,
    });
  });
});

const someDays = fc.array(fc.option(fc.nat(60), { nil: null }), { minLength: 1, maxLength: 20 });
const today = fc.nat(25);
const some = fc
  .record({ counts: someDays, today, remaining: fc.integer({ min: -50, max: 900 }) })
  .map(({ counts, today: offset, remaining }) =>
    denmark({ days: worked(...counts.slice(0, offset + 1)), today: dateOf(offset), remaining }),
  );
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / day;

describe("the forecast", () => {
  test("is the first day by which that pace reaches the target", () => {
    fc.assert(
      fc.property(some, (field) => {
        const { today: done, pace, forecast } = outlookOf(field);
        const remaining = field.remaining ?? 0;
        fc.pre(remaining > 0 && pace !== null && pace > 0 && forecast !== null);
        const days = daysBetween(field.today, forecast ?? "");
        const by = (after: number) => Math.max(0, (pace ?? 0) - done) + (pace ?? 0) * after;
        expect(days).toBeGreaterThanOrEqual(0);
        expect(by(days)).toBeGreaterThanOrEqual(remaining - 1e-6);
        if (days > 0) expect(by(days - 1)).toBeLessThan(remaining + 1e-6);
      }),
    );
  });

  test("never comes nearer when more is wanted", () => {
    fc.assert(
      fc.property(some, fc.nat(300), (field, more) => {
        const less = outlookOf(field);
        const longer = outlookOf({ ...field, remaining: (field.remaining ?? 0) + more });
        expect(longer.needed ?? 0).toBeGreaterThanOrEqual(less.needed ?? 0);
        if (less.forecast && longer.forecast) expect(longer.forecast >= less.forecast).toBe(true);
        if (less.forecast === null && (field.remaining ?? 0) > 0) expect(longer.forecast).toBeNull();
      }),
    );
  });

  test("falls on or before the last day exactly when the pace is what the field needs", () => {
    const days = worked(10, 10);
    const onTime = denmark({ days, today: dateOf(2), remaining: 180 });
    expect(outlookOf(onTime)).toMatchObject({ pace: 10, needed: 10, forecast: last });
    const late = denmark({ days, today: dateOf(2), remaining: 181 });
    expect(outlookOf(late).forecast).toBe("2008-05-06");
  });

  test("is the day the target was met, once it is", () => {
    const days = worked(10, 20, 5, 1);
    const met = (over: number) => outlookOf(denmark({ days, today: dateOf(3), remaining: -over })).forecast;
    expect([0, 1, 5, 6, 25, 26, 35].map(met)).toEqual([3, 2, 2, 1, 1, 0, 0].map((offset) => dateOf(offset)));
    expect(outlookOf(denmark({ remaining: 0 })).forecast).toBeNull();
  });

  test("ends at ten years", () => {
    const days = worked(0, 0, 0, 0, 1);
    const at = (remaining: number) => outlookOf(denmark({ days, today: dateOf(5), remaining })).forecast;
    expect(at(700)).not.toBeNull();
    expect(at(1_000)).toBeNull();
  });
});
