// Appointments: agreed on the respondent's clock, refused with the nearest time that would do.

import { hour, localTime, minute } from "@fieldline/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AppointmentWish, checkAppointment } from "./appointments.ts";
import { at, countries, field, fixtureRules, withCountry } from "./fixture-rules.ts";
import type { CallRules } from "./rules.ts";
import { slotsOn } from "./slots.ts";
import { wallTime, windowAt } from "./windows.ts";
import { addDays } from "./zoned.ts";

/** Wednesday 16 April 2008, 17:00 in Copenhagen. */
const opening = at("2008-04-16T15:00:00Z");
const wishes = (wish: AppointmentWish, change: object = {}) =>
  checkAppointment({ wish, rules: fixtureRules, country: "DK", at: opening, fieldDates: field, ...change });
const exact = (date: string, time: string): AppointmentWish => ({ kind: "exact", date, time });
const refusal = (wish: AppointmentWish, change: object = {}) => {
  const result = wishes(wish, change);
  return result.ok ? expect.fail(`${JSON.stringify(wish)} was agreed`) : result.problem;
};

describe("an appointment in Denmark", () => {
  it("is kept as the respondent said it, with the instant it falls on", () => {
    expect(wishes(exact("2008-04-17", "18:15"))).toEqual({
      ok: true,
      value: {
        kind: "exact",
        localDate: "2008-04-17",
        localFrom: "18:15",
        localTo: "18:15",
        timeZone: "Europe/Copenhagen",
        startsAt: at("2008-04-17T16:15:00Z"),
        endsAt: at("2008-04-17T16:15:00Z"),
      },
    });
    expect(wishes({ kind: "loose", date: "2008-04-17", from: "18:00", to: "20:30" })).toMatchObject({
      value: { startsAt: at("2008-04-17T16:00:00Z"), endsAt: at("2008-04-17T18:30:00Z") },
    });
  });

  it.each([
    ["between two quarters", exact("2008-04-17", "18:10"), "calling.appointmentOffGrid", undefined],
    ["on a date there is not", exact("2008-04-31", "18:15"), "calling.appointmentOffGrid", undefined],
    [
      "before the hours",
      exact("2008-04-17", "08:00"),
      "calling.appointmentOutsideHours",
      { nearestDate: "2008-04-17", nearestTime: "10:00" },
    ],
    [
      "at the very end of the hours",
      exact("2008-04-17", "20:30"),
      "calling.appointmentOutsideHours",
      { nearestDate: "2008-04-17", nearestTime: "20:15" },
    ],
    [
      "on a closed Sunday, nearer to Saturday's end",
      exact("2008-04-20", "09:00"),
      "calling.appointmentClosedDay",
      { nearestDate: "2008-04-19", nearestTime: "15:45" },
    ],
    [
      "on a public holiday",
      exact("2008-05-01", "12:00"),
      "calling.appointmentClosedDay",
      { nearestDate: "2008-04-30", nearestTime: "20:15" },
    ],
    [
      "after the wave",
      exact("2008-05-06", "12:00"),
      "calling.appointmentOutsideField",
      { nearestDate: "2008-05-05", nearestTime: "20:15" },
    ],
    [
      "an hour ago",
      exact("2008-04-16", "16:00"),
      "calling.appointmentPast",
      { nearestDate: "2008-04-16", nearestTime: "17:00" },
    ],
  ])("is refused %s, with the nearest time", (_when, wish, code, nearest) => {
    const problem = refusal(wish);
    expect(problem.code).toBe(code);
    if (nearest) expect(problem.params).toMatchObject(nearest);
  });

  it("in a part of the day must begin before it ends, inside the hours, and is past only at its end", () => {
    const evening = { kind: "loose", date: "2008-04-16", from: "16:00", to: "18:00" } as const;
    expect(wishes(evening)).toMatchObject({ ok: true });
    expect(refusal({ ...evening, to: "17:00" }).code).toBe("calling.appointmentPast");
    expect(refusal({ ...evening, to: "16:00" }).code).toBe("calling.appointmentBackwards");
    expect(refusal({ ...evening, to: "21:00" }).code).toBe("calling.appointmentOutsideHours");
  });

  it("is not made where the country's rules, zone or holidays are not known", () => {
    const wish = exact("2008-04-17", "18:15");
    expect(refusal(wish, { country: "SE" }).code).toBe("calling.unknownCountryRule");
    const nowhere = withCountry("DK", { timeZone: "Europe/Atlantis" });
    expect(refusal(wish, { rules: nowhere }).code).toBe("calling.unknownZone");
    const short = withCountry("DK", { holidaysTo: "2008-04-16" });
    expect(refusal(wish, { rules: short }).code).toBe("calling.holidaysUnknown");
  });
});

describe("the nights on which clocks change", () => {
  const always = ["00:00", "24:00"] as const;
  const rules: CallRules = {
    ...withCountry("DE", {
      windows: Object.fromEntries(
        ["mon", "tue", "wed", "thu", "fri", "sat", "sun", "publicHoliday"].map((day) => [day, always]),
      ),
    }),
    switches: { sundays: true, publicHolidays: true },
  };
  const inGermany = { rules, country: "DE", at: at("2008-03-10T12:00:00Z") };

  it("have no half past two in spring, and say what is nearest", () => {
    const fieldDates = { first: "2008-03-29", last: "2008-03-31" };
    const problem = refusal(exact("2008-03-30", "02:30"), { ...inGermany, fieldDates });
    expect(problem.code).toBe("calling.appointmentInGap");
    expect(problem.params).toMatchObject({ nearestDate: "2008-03-30", nearestTime: "03:00" });
    const times = slotsOn(rules, "DE", "2008-03-30");
    expect(times.ok && times.value.slots.length).toBe(92);
  });

  it("have two in autumn, of which the first is meant", () => {
    const fieldDates = { first: "2008-10-25", last: "2008-10-27" };
    expect(wishes(exact("2008-10-26", "02:30"), { ...inGermany, fieldDates })).toMatchObject({
      value: { startsAt: at("2008-10-26T00:30:00Z") },
    });
  });
});

describe("whatever is wished for, wherever and whenever", () => {
  const dates = Array.from({ length: 26 }, (_, i) => addDays("2008-04-13", i));
  const times = Array.from({ length: 96 }, (_, i) => wallTime(i * 15));
  const asked = fc.record({
    country: fc.constantFrom(...countries),
    date: fc.constantFrom(...dates),
    time: fc.constantFrom(...times),
    hours: fc.integer({ min: 0, max: 24 * 20 }),
    sundays: fc.boolean(),
    publicHolidays: fc.boolean(),
  });
  type Asked = typeof asked extends fc.Arbitrary<infer One> ? One : never;
  const requestOf = ({ country, hours, sundays, publicHolidays }: Asked) => ({
    rules: { ...fixtureRules, switches: { sundays, publicHolidays } },
    country,
    at: at(new Date(opening + hours * hour).toISOString()),
    fieldDates: field,
  });

  it("an appointment is at that wall time, to come, inside the wave, in a minute in which calls may be made", () => {
    fc.assert(
      fc.property(asked, (one) => {
        const request = requestOf(one);
        const result = checkAppointment({ wish: exact(one.date, one.time), ...request });
        if (!result.ok) return;
        const { startsAt, timeZone } = result.value;
        const local = localTime(startsAt, timeZone);
        expect(local?.date).toBe(one.date);
        expect(local?.minute).toBe(times.indexOf(one.time) * 15);
        expect(startsAt).toBeGreaterThanOrEqual(request.at);
        expect(one.date >= field.first && one.date <= field.last).toBe(true);
        const window = windowAt(request.rules, one.country, startsAt);
        expect(window.ok && window.value.callable).toBe(true);
      }),
    );
  });

  it("the time offered instead would be agreed, and no time nearer would", () => {
    fc.assert(
      fc.property(asked, fc.integer({ min: -40, max: 40 }), (one, quarters) => {
        const request = requestOf(one);
        const result = checkAppointment({ wish: exact(one.date, one.time), ...request });
        if (result.ok) return;
        const { nearestDate, nearestTime } = result.problem.params ?? {};
        const wished = Date.parse(`${one.date}T${one.time}Z`);
        const other = new Date(wished + quarters * 15 * minute).toISOString();
        const another = checkAppointment({
          wish: exact(other.slice(0, 10), other.slice(11, 16)),
          ...request,
        });
        if (nearestDate === undefined) {
          expect(another.ok).toBe(false);
          return;
        }
        const offered = checkAppointment({
          wish: exact(String(nearestDate), String(nearestTime)),
          ...request,
        });
        expect(offered.ok).toBe(true);
        const away = Math.abs(Date.parse(`${nearestDate}T${nearestTime}Z`) - wished);
        if (another.ok) expect(Math.abs(quarters) * 15 * minute).toBeGreaterThanOrEqual(away);
      }),
      { numRuns: 150 },
    );
  });
});
