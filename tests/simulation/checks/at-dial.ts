// R4, R5, R6 at the moment of a dial, asked of what really is and not of the rules under test.

import type { Ground } from "../server/ground.ts";
import { must } from "../trace.ts";
import type { Ghosts } from "./ghosts.ts";
import { holidays, wallClock } from "./wall-clock.ts";

interface Dialled {
  readonly caseId: string;
  readonly numberId: string;
  readonly userId: string;
  readonly fieldAt: number;
}

const days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;
const minuteOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

export function checkDial(ground: Ground, ghosts: Ghosts, dialled: Dialled): void {
  inHours(ground, dialled);
  belowCeilings(ground, dialled);
  alone(ground, ghosts, dialled);
  const number = ground.store.numbers.get(dialled.numberId);
  must(number?.doNotCall === false, "R6", () => `${dialled.numberId} is on the list and was dialled`);
}

function inHours({ store, wave }: Ground, { caseId, numberId, fieldAt }: Dialled): void {
  const country = store.cases.get(caseId)?.country ?? "";
  const { date, minute, weekday } = wallClock(fieldAt, country);
  const { windows } = wave.rules.countries[country] ?? {};
  const holiday = holidays[country]?.includes(date) ?? false;
  const { sundays, publicHolidays } = wave.rules.switches;
  const closed = (weekday === 0 && !sundays) || (holiday && !publicHolidays);
  const window = closed ? null : windows?.[holiday ? "publicHoliday" : (days[weekday] ?? "sun")];
  const open = window && minute >= minuteOf(window[0]) && minute < minuteOf(window[1]);
  must(open === true, "R5", () => `${numberId} was dialled on ${date} at minute ${minute} in ${country}`);
  const { first, last } = wave.fieldDates;
  must(date >= first && date <= last, "R5", () => `${numberId} was dialled on ${date}, outside the field`);
}

function belowCeilings({ store }: Ground, { caseId, numberId, fieldAt }: Dialled): void {
  const country = store.cases.get(caseId)?.country ?? "";
  const { date } = wallClock(fieldAt, country);
  const dials = store.attemptsOfNumber.get(numberId) ?? [];
  const today = dials.filter((one) => wallClock(one.dialledFieldAt, country).date === date);
  must(dials.length < 10, "R5", () => `${numberId} was dialled an eleventh time`);
  must(today.length < 4, "R5", () => `${numberId} was dialled a fifth time on ${date}`);
}

function alone({ store }: Ground, { talks }: Ghosts, { caseId, numberId, userId }: Dialled): void {
  for (const [desk, talk] of talks) {
    const theirs = talk.numberId === numberId || talk.caseId === caseId;
    must(!theirs, "R4", () => `${numberId} was dialled for ${userId} while ${desk} talks there`);
  }
  const holders = [...store.openLeases.values()].filter((lease) =>
    store.cases.get(lease.caseId)?.numbers.includes(numberId),
  );
  const own = holders.length === 1 && holders[0]?.userId === userId;
  must(own, "R4", () => `${numberId} was dialled for ${userId} and lies on ${holders.length} desks`);
}
