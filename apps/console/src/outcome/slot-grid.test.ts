// When to ring again: quarters of an hour and parts of the day, closed ones with their reason.

import type { FreeSlots } from "@fieldline/protocol";
import { describe, expect, it } from "vitest";
import { cellAt, columnOfHour, exactGrid, firstFree, looseGrid, moved, wishAt } from "./slot-grid.ts";

const quarters = (from: number, to: number) =>
  Array.from({ length: (to - from) * 4 }, (_, at) => {
    const hour = String(from + Math.floor(at / 4)).padStart(2, "0");
    return `${hour}:${String((at % 4) * 15).padStart(2, "0")}`;
  });

/** Wednesday evening in Denmark; Friday is Great Prayer Day; shorter hours on Saturday. */
const spring: FreeSlots = {
  zone: "Europe/Copenhagen",
  today: "2008-04-16",
  lastDate: "2008-05-05",
  staff: 2,
  days: [
    {
      date: "2008-04-16",
      kind: "wed",
      slots: quarters(9, 20).map((time) => ({
        time,
        callable: time >= "17:15",
        load: time === "18:00" ? 2 : 0,
      })),
    },
    {
      date: "2008-04-17",
      kind: "thu",
      slots: quarters(9, 20).map((time) => ({ time, callable: true, load: 0 })),
    },
    { date: "2008-04-18", kind: "publicHoliday", slots: [] },
    {
      date: "2008-04-19",
      kind: "sat",
      slots: quarters(10, 17).map((time) => ({ time, callable: true, load: 1 })),
    },
  ],
};

describe("at a time", () => {
  const grid = exactGrid(spring);
  const at = (row: number, time: string) => ({
    row,
    column: grid.columns.findIndex(({ from }) => from === time),
  });

  it("begins at the nearest free quarter", () => {
    expect(wishAt(grid, "exact", firstFree(grid))).toEqual({
      kind: "exact",
      date: "2008-04-16",
      time: "17:15",
    });
  });

  it("shows how many appointments there are already", () => {
    expect(cellAt(grid, at(0, "18:00"))).toMatchObject({ load: 2, why: null });
  });

  it("is over-booked where as many appointments stand as interviewers have the language, and can be taken", () => {
    expect(cellAt(grid, at(0, "18:00"))?.over).toBe(true);
    expect(wishAt(grid, "exact", at(0, "18:00"))).toMatchObject({ time: "18:00" });
    expect(cellAt(grid, at(3, "12:00"))).toMatchObject({ load: 1, over: false });
    expect(cellAt(exactGrid({ ...spring, staff: null }), at(0, "18:00"))?.over).toBe(false);
    expect(cellAt(exactGrid({ ...spring, staff: 1 }), at(0, "17:00"))?.over).toBe(false);
  });

  it.each([
    [0, "17:00", "past"],
    [2, "18:00", "closedDay"],
    [3, "18:00", "outsideHours"],
  ] as const)("row %d at %s cannot be chosen: %s", (row, time, why) => {
    expect(cellAt(grid, at(row, time))?.why).toBe(why);
    expect(wishAt(grid, "exact", at(row, time))).toBeNull();
  });

  it("moves by arrows, stays inside, and jumps to an hour", () => {
    expect(moved(grid, at(0, "18:00"), 1, 0)).toEqual(at(1, "18:00"));
    expect(moved(grid, { row: 0, column: 0 }, -1, -1)).toEqual({ row: 0, column: 0 });
    expect(moved(grid, at(3, "19:45"), 1, 1)).toEqual(at(3, "19:45"));
    expect(columnOfHour(grid, 18)).toBe(at(0, "18:00").column);
    expect(columnOfHour(grid, 3)).toBe(0);
    expect(columnOfHour(grid, 23)).toBe(grid.columns.length - 1);
  });
});

describe("in a part of the day", () => {
  const grid = looseGrid(spring);

  it("is cut to the hours that are left of it", () => {
    expect(wishAt(grid, "loose", { row: 0, column: 2 })).toEqual({
      kind: "loose",
      date: "2008-04-16",
      from: "17:15",
      to: "20:00",
    });
    expect(cellAt(grid, { row: 0, column: 2 })?.load).toBe(2);
  });

  it("is over-booked only where every quarter of it is", () => {
    const oneAtWork = looseGrid({ ...spring, staff: 1 });
    expect(cellAt(oneAtWork, { row: 0, column: 2 })?.over).toBe(false);
    expect(cellAt(oneAtWork, { row: 3, column: 1 })?.over).toBe(true);
  });

  it("says why a part is closed", () => {
    expect(cellAt(grid, { row: 0, column: 0 })?.why).toBe("past");
    expect(cellAt(grid, { row: 3, column: 2 })?.why).toBe("outsideHours");
    expect(cellAt(grid, { row: 2, column: 1 })?.why).toBe("closedDay");
  });

  it("begins at the first that is free", () => {
    expect(firstFree(grid)).toEqual({ row: 0, column: 2 });
  });
});

it("a week without a single free time can still be looked at", () => {
  const holidays = { ...spring, days: spring.days.filter(({ slots }) => slots.length === 0) };
  expect(firstFree(looseGrid(holidays))).toEqual({ row: 0, column: 0 });
  expect(wishAt(exactGrid(holidays), "exact", { row: 0, column: 0 })).toBeNull();
});
