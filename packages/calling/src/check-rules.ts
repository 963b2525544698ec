// Whether call rules are sound: what a wave may set, and what nobody may set.

import { instant, localTime } from "@fieldline/kernel";
import { flatRules, type RuleValue } from "./rule-changes.ts";
import type { CallRules, CountryRules } from "./rules.ts";
import { minutesOf } from "./windows.ts";

/**
 * `outOfRange` {least, most}. `notWhole`: figures other than shares are whole numbers. `windowBackwards`: it ends before it begins.
 * `zoneUnknown`. `holidaysOutside`: not within the dates for which the list is complete, or those are backwards.
 * `capAboveCeiling` and `dayAboveCeiling` {ceiling}. `daypartsBackwards`: the evening begins before the afternoon.
 * `openAfterMissed` {missedAfter}: anybody may take an appointment only once it is missed.
 */
export const ruleFindingCodes = [
  "outOfRange",
  "notWhole",
  "windowBackwards",
  "zoneUnknown",
  "holidaysOutside",
  "capAboveCeiling",
  "dayAboveCeiling",
  "daypartsBackwards",
  "openAfterMissed",
] as const;

export interface RuleFinding {
  readonly code: (typeof ruleFindingCodes)[number];
  /** Where, as `RuleChange` has it. */
  readonly path: string;
  readonly params?: Readonly<Record<string, number>>;
}

/** No wave dials a number more often than this, whatever its rules say. */
export const highestCeiling = { perNumber: 10, perLocalDay: 4 } as const;

const thirtyDays = 30 * 24 * 60;

/** From the first to the last value that is allowed, by the place or the place above it. */
const ranges: Readonly<Record<string, readonly [least: number, most: number]>> = {
  "ceiling.perNumber": [1, highestCeiling.perNumber],
  "ceiling.perLocalDay": [1, highestCeiling.perLocalDay],
  softCap: [1, highestCeiling.perNumber],
  delays: [0, thirtyDays],
  "pacing.daypartTargets": [0, highestCeiling.perNumber],
  "pacing.busyInARow": [1, highestCeiling.perNumber],
  "pacing.technicalInARow": [1, highestCeiling.perNumber],
  "pacing.outOfServiceTries": [1, highestCeiling.perNumber],
  "pacing.conversion.calls": [0, 3],
  "pacing.conversion.restDays": [0, 30],
  "pacing.conversion.restShare": [0, 1],
  "pacing.conversion.restAtLeastHours": [0, 720],
  "pacing.conversion.notInLastDays": [0, 30],
  "pacing.appointments.ownerBefore": [0, 60],
  "pacing.appointments.anybodyAfter": [0, 240],
  "pacing.appointments.missedAfter": [1, 240],
  "pacing.appointments.triesAfterKept": [0, highestCeiling.perNumber],
  "pacing.resumeOwnerMinutes": [0, thirtyDays],
};

/** The range of a figure at its place; `null` for what is no figure. */
export const rangeOf = (path: string): readonly [least: number, most: number] | null =>
  ranges[path] ?? ranges[path.slice(0, path.lastIndexOf("."))] ?? null;

/** All that is unsound, in the order of the rules; nothing where they may be put in force. */
export function checkRules(rules: Omit<CallRules, "version">): RuleFinding[] {
  const figures = [...flatRules(rules)].flatMap(([path, value]) => ofFigure(path, value));
  const countries = Object.entries(rules.countries).flatMap(([code, of]) => ofCountry(code, of));
  return [...countries, ...figures, ...ofCeilings(rules), ...ofPacing(rules)];
}

function ofFigure(path: string, value: RuleValue): RuleFinding[] {
  const range = rangeOf(path);
  if (range === null || typeof value !== "number") return [];
  const [least, most] = range;
  if (!(value >= least && value <= most)) return [{ code: "outOfRange", path, params: { least, most } }];
  return path.endsWith("Share") || Number.isInteger(value) ? [] : [{ code: "notWhole", path }];
}

function ofCountry(code: string, { timeZone, windows, holidays, ...known }: CountryRules): RuleFinding[] {
  const place = `countries.${code}`;
  const backwards = Object.entries(windows)
    .filter(([, window]) => window !== null && !(minutesOf(window[0]) < minutesOf(window[1])))
    .map(([day]): RuleFinding => ({ code: "windowBackwards", path: `${place}.windows.${day}` }));
  const zone: RuleFinding[] =
    localTime(instant(0), timeZone) === null ? [{ code: "zoneUnknown", path: `${place}.timeZone` }] : [];
  const outside =
    known.holidaysFrom > known.holidaysTo ||
    holidays.some((date) => date < known.holidaysFrom || date > known.holidaysTo);
  const list: RuleFinding[] = outside ? [{ code: "holidaysOutside", path: `${place}.holidays` }] : [];
  return [...zone, ...backwards, ...list];
}

function ofCeilings({ ceiling, softCap }: Pick<CallRules, "ceiling" | "softCap">): RuleFinding[] {
  const params = { ceiling: ceiling.perNumber };
  const caps = (["landline", "mobile"] as const)
    .filter((kind) => softCap[kind] > ceiling.perNumber)
    .map((kind): RuleFinding => ({ code: "capAboveCeiling", path: `softCap.${kind}`, params }));
  return ceiling.perLocalDay > ceiling.perNumber
    ? [...caps, { code: "dayAboveCeiling", path: "ceiling.perLocalDay", params }]
    : caps;
}

function ofPacing({ pacing }: Pick<CallRules, "pacing">): RuleFinding[] {
  const { anybodyAfter, missedAfter } = pacing.appointments;
  const [afternoon, evening] = [minutesOf(pacing.afternoonFrom), minutesOf(pacing.eveningFrom)];
  const inOrder = afternoon > 0 && afternoon < evening && evening < 24 * 60;
  const findings: RuleFinding[] = inOrder ? [] : [{ code: "daypartsBackwards", path: "pacing.eveningFrom" }];
  const path = "pacing.appointments.anybodyAfter";
  return anybodyAfter > missedAfter
    ? [...findings, { code: "openAfterMissed", path, params: { missedAfter } }]
    : findings;
}
