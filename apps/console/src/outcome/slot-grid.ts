// Free times as a grid: days down, quarters of an hour or parts of the day across, and why a place is closed.

import type { AppointmentWish, FreeSlots } from "@fieldline/protocol";

export type WhyClosed = "past" | "outsideHours" | "closedDay";

export interface SlotCell {
  readonly from: string;
  /** Of an exact time the same as `from`. */
  readonly to: string;
  /** Open appointments there. */
  readonly load: number;
  /** As many as there are interviewers with the language, or more. */
  readonly over: boolean;
  readonly why: WhyClosed | null;
}

export interface SlotRow {
  readonly date: string;
  readonly kind: FreeSlots["days"][number]["kind"];
  readonly cells: readonly SlotCell[];
}

export interface SlotGrid {
  /** The time at the head of each column: `HH:MM` it begins and ends. */
  readonly columns: readonly {
    readonly from: string;
    readonly to: string;
    readonly part?: "morning" | "afternoon" | "evening";
  }[];
  readonly rows: readonly SlotRow[];
}

export interface Place {
  readonly row: number;
  readonly column: number;
}

type Day = FreeSlots["days"][number];
type Slot = Day["slots"][number];

const isOver = (slot: Slot, staff: number | null): boolean =>
  slot.callable && staff !== null && slot.load >= staff;

/** Parts of the day in which a household may be found; the ends are those of the dayparts of the call rules. */
const parts = [
  { from: "00:00", to: "12:00", part: "morning" },
  { from: "12:00", to: "17:00", part: "afternoon" },
  { from: "17:00", to: "24:00", part: "evening" },
] as const;

const quarterAfter = (time: string): string => {
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + 15;
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
};

/** Every quarter of an hour that any of the days has. */
export function exactGrid({ days, staff }: FreeSlots): SlotGrid {
  const times = [...new Set(days.flatMap(({ slots }) => slots.map(({ time }) => time)))].sort();
  const cellOf = (day: Day, time: string): SlotCell => {
    const slot = day.slots.find((each) => each.time === time);
    const place = { from: time, to: time, load: slot?.load ?? 0, over: slot ? isOver(slot, staff) : false };
    if (slot) return { ...place, why: slot.callable ? null : "past" };
    return { ...place, why: day.slots.length === 0 ? "closedDay" : "outsideHours" };
  };
  return {
    columns: times.map((time) => ({ from: time, to: time })),
    rows: days.map((day) => ({
      date: day.date,
      kind: day.kind,
      cells: times.map((time) => cellOf(day, time)),
    })),
  };
}

/** Morning, afternoon and evening, cut to the hours in which that day may still be rung. */
export function looseGrid({ days, staff }: FreeSlots): SlotGrid {
  const cellOf = (day: Day, part: { readonly from: string; readonly to: string }): SlotCell => {
    const inside = day.slots.filter(({ time }) => time >= part.from && time < part.to);
    const callable = inside.filter((slot) => slot.callable);
    const [first, last] = [callable[0], callable.at(-1)];
    const load = callable.reduce((sum, slot) => sum + slot.load, 0);
    const over = callable.length > 0 && callable.every((slot) => isOver(slot, staff));
    if (first && last) return { from: first.time, to: quarterAfter(last.time), load, over, why: null };
    const why = inside.length > 0 ? "past" : day.slots.length > 0 ? "outsideHours" : "closedDay";
    return { from: part.from, to: part.to, load, over, why };
  };
  return {
    columns: parts,
    rows: days.map((day) => ({
      date: day.date,
      kind: day.kind,
      cells: parts.map((part) => cellOf(day, part)),
    })),
  };
}

export const cellAt = ({ rows }: SlotGrid, { row, column }: Place): SlotCell | undefined =>
  rows[row]?.cells[column];

/** The first place that can be chosen, reading as one reads; the first of all where none can. */
export function firstFree({ rows }: SlotGrid): Place {
  for (const [row, { cells }] of rows.entries()) {
    const column = cells.findIndex(({ why }) => why === null);
    if (column >= 0) return { row, column };
  }
  return { row: 0, column: 0 };
}

/** One step in a direction, staying inside; a closed place may be looked at, to hear why. */
export function moved(grid: SlotGrid, { row, column }: Place, down: number, across: number): Place {
  const within = (value: number, size: number): number => Math.min(Math.max(0, value), Math.max(0, size - 1));
  return { row: within(row + down, grid.rows.length), column: within(column + across, grid.columns.length) };
}

/** The column that begins at an hour, or the nearest one after it. */
export function columnOfHour({ columns }: SlotGrid, hour: number): number {
  const wanted = `${String(hour).padStart(2, "0")}:00`;
  const found = columns.findIndex(({ from }) => from >= wanted);
  return found < 0 ? Math.max(0, columns.length - 1) : found;
}

/** What a place means as an appointment; `null` for a closed one. */
export function wishAt(grid: SlotGrid, kind: AppointmentWish["kind"], place: Place): AppointmentWish | null {
  const cell = cellAt(grid, place);
  const date = grid.rows[place.row]?.date;
  if (!cell || date === undefined || cell.why !== null) return null;
  return kind === "exact" ? { kind, date, time: cell.from } : { kind, date, from: cell.from, to: cell.to };
}
