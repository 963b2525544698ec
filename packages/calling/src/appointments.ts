// Appointments: what may be agreed, on the respondent's own clock, and the nearest time where it may not.

import { fail, type Instant, ok, type Problem, type Result } from "@fieldline/kernel";
import type { CallingProblemCode } from "./problems.ts";
import type { CallRules, Country, FieldDates } from "./rules.ts";
import { dateAt, grid, isDate, nearestSlot, slotMinute } from "./slots.ts";
import { countryRules, type DayWindow, wallTime, windowOn } from "./windows.ts";
import { firstInstantAt, instantsAt } from "./zoned.ts";

/** As it was said: a time, or a part of a day; local date and `HH:MM` of the person called. */
export type AppointmentWish =
  | { readonly kind: "exact"; readonly date: string; readonly time: string }
  | { readonly kind: "loose"; readonly date: string; readonly from: string; readonly to: string };

export interface AgreedAppointment {
  readonly kind: "exact" | "loose";
  readonly localDate: string;
  readonly localFrom: string;
  /** Of an exact one the same as `localFrom`. */
  readonly localTo: string;
  readonly timeZone: string;
  /** Field time; in the hour that comes twice in autumn, the first. */
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

export interface AppointmentRequest {
  readonly wish: AppointmentWish;
  readonly rules: CallRules;
  readonly country: Country;
  /** Field time. */
  readonly at: Instant;
  readonly fieldDates: FieldDates;
}

type Refusal = Problem<CallingProblemCode>;

/** The wish with its times read: minutes since local midnight. */
interface Read {
  readonly from: number;
  readonly to: number;
  readonly fromText: string;
  readonly toText: string;
}

/**
 * Whether such an appointment may be made. Where another time would do, the refusal names the nearest one:
 * `nearestDate` and `nearestTime`, on the same clock. A part of a day is past only when its end is.
 */
export function checkAppointment(request: AppointmentRequest): Result<AgreedAppointment, Refusal> {
  const { wish, rules, country } = request;
  const found = countryRules(rules, country);
  if (!found.ok) return found;
  if (dateAt(request.at, found.value.timeZone) === null) return fail("calling.unknownZone", { country });
  const read = readWish(wish);
  if (!read.ok) return read;
  const possible = withinHours(request, read.value);
  return possible.ok ? resolved(request, read.value, found.value.timeZone) : possible;
}

function readWish(wish: AppointmentWish): Result<Read, Refusal> {
  const [fromText, toText] = wish.kind === "exact" ? [wish.time, wish.time] : [wish.from, wish.to];
  const [from, to] = [slotMinute(fromText), slotMinute(toText)];
  if (!isDate(wish.date) || from === null || to === null || from === 24 * 60) {
    return fail("calling.appointmentOffGrid", { minutes: grid });
  }
  if (wish.kind === "loose" && from >= to) return fail("calling.appointmentBackwards");
  return ok({ from, to, fromText, toText });
}

/** The wave's dates, the day and its hours. */
function withinHours(request: AppointmentRequest, read: Read): Result<null, Refusal> {
  const { wish, rules, country } = request;
  const { first, last } = request.fieldDates;
  if (wish.date < first || wish.date > last) {
    return refused(request, read, "calling.appointmentOutsideField", { first, last });
  }
  const window = windowOn(rules, country, wish.date);
  if (!window.ok) return window;
  const { open } = window.value;
  if (open === null) return refused(request, read, "calling.appointmentClosedDay");
  if (lies(read, open)) return ok(null);
  const hours = { opensAt: wallTime(open.from), closesAt: wallTime(open.to) };
  return refused(request, read, "calling.appointmentOutsideHours", hours);
}

function resolved(
  request: AppointmentRequest,
  read: Read,
  timeZone: string,
): Result<AgreedAppointment, Refusal> {
  const { kind, date } = request.wish;
  const startsAt = instantsAt(date, read.from, timeZone)?.[0];
  const endsAt = kind === "exact" ? startsAt : endOf(date, read.to, timeZone);
  if (startsAt === undefined || endsAt === undefined) {
    return refused(request, read, "calling.appointmentInGap");
  }
  const past = kind === "exact" ? startsAt < request.at : endsAt <= request.at;
  if (past) return refused(request, read, "calling.appointmentPast");
  const local = { localDate: date, localFrom: read.fromText, localTo: read.toText };
  return ok({ kind, ...local, timeZone, startsAt, endsAt });
}

function refused(
  request: AppointmentRequest,
  read: Read,
  code: CallingProblemCode,
  params: Record<string, string> = {},
): Result<never, Refusal> {
  const slot = nearestSlot(request, request.wish.date, read.from);
  const nearest = slot ? { nearestDate: slot.date, nearestTime: slot.time } : {};
  return fail(code, { localDate: request.wish.date, localTime: read.fromText, ...params, ...nearest });
}

/** A time must be a minute in which calls may be made; a part of a day may last until they end. */
const lies = (
  { from, to }: { readonly from: number; readonly to: number },
  open: NonNullable<DayWindow["open"]>,
): boolean => from >= open.from && from < open.to && to <= open.to;

/** A part of a day may end at midnight, which is the first minute of the next day. */
const endOf = (date: string, to: number, zone: string): Instant | undefined =>
  to === 24 * 60 ? (firstInstantAt(date, to, zone) ?? undefined) : instantsAt(date, to, zone)?.[0];
