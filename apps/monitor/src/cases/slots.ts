// The free times of a day as they are offered for an appointment.

import type { FreeSlots } from "@fieldline/protocol";

type Day = FreeSlots["days"][number];

export interface FreeTime {
  readonly time: string;
  /** Open appointments there. */
  readonly load: number;
}

const onDay = ({ days }: FreeSlots, date: string): Day | undefined => days.find((day) => day.date === date);

/** Quarters of an hour of the day, `HH:MM`, that are still to come and inside the wave. */
export const freeTimes = (slots: FreeSlots, date: string): readonly FreeTime[] =>
  onDay(slots, date)?.slots.filter(({ callable }) => callable) ?? [];

/** Why a day has no free time: nobody is called there, or its hours are over. */
export function whyNone(slots: FreeSlots, date: string): "closedDay" | "past" | null {
  const day = onDay(slots, date);
  if (!day || freeTimes(slots, date).length > 0) return null;
  return day.slots.length === 0 ? "closedDay" : "past";
}

/** The first free time on a later day of those that were asked for. */
export function nextFree(
  slots: FreeSlots,
  date: string,
): { readonly date: string; readonly time: string } | null {
  for (const day of slots.days) {
    const first = day.date > date && day.slots.find(({ callable }) => callable);
    if (first) return { date: day.date, time: first.time };
  }
  return null;
}

/** Where a part of the day that begins at `from` may end: a quarter after each free time from then on. */
export const endsAfter = (times: readonly FreeTime[], from: string): string[] =>
  times.filter(({ time }) => time >= from).map(({ time }) => quarterAfter(time));

const two = (part: number): string => String(part).padStart(2, "0");

function quarterAfter(time: string): string {
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + 15;
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
