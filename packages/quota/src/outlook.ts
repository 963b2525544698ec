// Where a country's fieldwork is heading: its pace, the pace the days left would need, the day the target is met.

import { day } from "@fieldline/kernel";

/** A day of fieldwork in the country's own calendar (ISO date), and the completes counted on it. */
export interface FieldDay {
  readonly date: string;
  readonly counted: number;
}

export interface CountryField {
  /** Target less counted completes, below zero where more came in; null where the country has no target. */
  readonly remaining: number | null;
  /** Every day on which there was fieldwork, the earliest first; days without are left out. */
  readonly days: readonly FieldDay[];
  /** The running field day, and the first and last one of the wave, as ISO dates. */
  readonly today: string;
  readonly first: string;
  readonly last: string;
  /** Those dates of the wave on which calls may be made there, the earliest first. */
  readonly diallingDays: readonly string[];
}

export interface Outlook {
  /** Counted completes of the running day. */
  readonly today: number;
  readonly pace: number | null;
  readonly needed: number | null;
  readonly forecast: string | null;
}

/** How many days of fieldwork the pace looks back on. */
const lookBack = 5;
/** A day further off than ten years is no forecast. */
const furthest = 3_653;

/**
 * Pace: counted completes a day over the last five days of fieldwork. Days on which nobody worked do not slow it
 * down, days on which nobody completed do. The running day is unfinished and stays out, unless it is the only one.
 *
 * Needed: what was still wanted this morning, spread evenly over the days left on which calls may be made, today
 * included if it is one; so a good morning does not move it, and it can be set beside pace and today's completes. Zero
 * once the target is met, null without a target or a day left.
 *
 * Forecast: the day on which the target is met if today still comes up to the pace (or stays where it is, when it
 * has passed it) and every day after it on which calls may be made brings as much; that may be after the last day, from
 * where on every day counts, since nobody has said which are closed. Once the target is met, the day on which it was.
 * Null without a target, at no pace, and beyond ten years.
 */
export function outlookOf(field: CountryField): Outlook {
  const today = field.days.find(({ date }) => date === field.today)?.counted ?? 0;
  const run = recentRun(field);
  return {
    today,
    pace: run && run.counted / run.days,
    needed: neededOf(field, today),
    forecast: forecastOf(field, today, run),
  };
}

interface Run {
  readonly counted: number;
  readonly days: number;
}

function recentRun({ days, today }: CountryField): Run | null {
  const upToNow = days.filter(({ date }) => date <= today);
  const finished = upToNow.filter(({ date }) => date < today).slice(-lookBack);
  const run = finished.length > 0 ? finished : upToNow;
  return run.length === 0 ? null : { counted: sum(run), days: run.length };
}

/** From today on; before the field all of them. */
const daysLeft = ({ diallingDays, today }: CountryField): readonly string[] =>
  diallingDays.filter((date) => date >= today);

/** What was counted this morning counts for today only where calls may be made today. */
const ofToday = (day: string | undefined, { today }: CountryField, counted: number): number =>
  day === today ? counted : 0;

function neededOf(field: CountryField, countedToday: number): number | null {
  const { remaining } = field;
  const left = daysLeft(field);
  if (remaining === null || left.length === 0) return null;
  return remaining <= 0 ? 0 : (remaining + ofToday(left[0], field, countedToday)) / left.length;
}

/** In whole numbers, so that a day is never lost to a fraction: everything times the days of the run. */
function forecastOf(field: CountryField, countedToday: number, run: Run | null): string | null {
  const { remaining, today, last } = field;
  if (remaining === null) return null;
  if (remaining <= 0) return dayMet(field.days, -remaining);
  if (!run || run.counted === 0) return null;
  const left = daysLeft(field);
  const next = left[0] ?? (today > last ? today : undefined);
  const restOfNext = Math.max(0, run.counted - ofToday(next, field, countedToday) * run.days);
  const days = Math.max(0, Math.ceil((remaining * run.days - restOfNext) / run.counted));
  if (days > furthest) return null;
  const within = left[days];
  if (within !== undefined) return within;
  return today > last ? dateOf(dayNumber(today) + days) : dateOf(dayNumber(last) + 1 + days - left.length);
}

/** The day whose completes reached the target, when `over` more than it are counted by now. */
function dayMet(days: readonly FieldDay[], over: number): string | null {
  let since = 0;
  for (const { date, counted } of days.toReversed()) {
    since += counted;
    if (since > over) return date;
  }
  return null;
}

const sum = (days: readonly FieldDay[]): number => days.reduce((all, { counted }) => all + counted, 0);
const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / day;
const dateOf = (number: number): string => new Date(number * day).toISOString().slice(0, 10);
