// The call rules of a wave: data, versioned, plain JSON. Each attempt stores the version it was made under.

import type { DispositionKey } from "./disposition-keys.ts";

/** ISO 3166 alpha-2. */
export type Country = string;

export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof weekdays)[number];
export type DayKind = Weekday | "publicHoliday";

/** `[from, to)` as `HH:MM` wall time of the person called: the minute `to` is already outside. */
export type CallWindow = readonly [from: string, to: string];

export interface CountryRules {
  /** IANA zone of the people called. */
  readonly timeZone: string;
  /** `null`: that kind of day is closed whatever the switches say. */
  readonly windows: Readonly<Record<DayKind, CallWindow | null>>;
  /** Public holidays, ISO dates. */
  readonly holidays: readonly string[];
  /** First and last date for which `holidays` is known to be complete; nobody is dialled outside that span. */
  readonly holidaysFrom: string;
  readonly holidaysTo: string;
}

/** Parts of a local day: the weekend, public holidays included, is one of its own. */
export const dayparts = ["morning", "afternoon", "evening", "weekend"] as const;
export type Daypart = (typeof dayparts)[number];

/** What a wave may set beside hours, ceilings and delays; `defaultPacing` has what holds where nobody says otherwise. */
export interface Pacing {
  /** Local times at which the afternoon and the evening begin. */
  readonly afternoonFrom: string;
  readonly eveningFrom: string;
  /** Unanswered tries wanted in each part of the day before one that was tried enough is tried again. */
  readonly daypartTargets: Readonly<Record<Daypart, number>>;
  /** Busy calls in a row and part of the day; the next one rests as a call nobody answers. */
  readonly busyInARow: number;
  /** Technical faults in a row after which the supervisor has to look at the number. */
  readonly technicalInARow: number;
  /** Times a number may be found temporarily out of service before it is closed. */
  readonly outOfServiceTries: number;
  readonly conversion: {
    /** Calls made to win over somebody who declined softly. */
    readonly calls: number;
    /** Rest in days, and as a share of the field days left (0 to 1): the shorter of the two holds. */
    readonly restDays: number;
    readonly restShare: number;
    /** Never a shorter rest, in hours. */
    readonly restAtLeastHours: number;
    /** No such call on the last days of the field. */
    readonly notInLastDays: number;
  };
  readonly appointments: {
    /** Minutes before an exact appointment from which its owner may take the case. */
    readonly ownerBefore: number;
    /** Minutes after its start from which anybody with the language may. */
    readonly anybodyAfter: number;
    /** Minutes after its start at which it is missed; a part of a day is missed at its end. */
    readonly missedAfter: number;
    /** Tries more for each number once an appointment was kept. */
    readonly triesAfterKept: number;
  };
  /** Minutes for which a suspended interview waits for the interviewer who held it. */
  readonly resumeOwnerMinutes: number;
}

export interface CallRules {
  readonly version: number;
  readonly countries: Readonly<Record<Country, CountryRules>>;
  /** Off: those days are closed. On: the country's window for them applies. */
  readonly switches: { readonly sundays: boolean; readonly publicHolidays: boolean };
  /** Dials of one number that nothing may pass, in the wave and in one local day; every dial counts. */
  readonly ceiling: { readonly perNumber: number; readonly perLocalDay: number };
  /** Dials of one number, by kind, that only an appointment may pass. */
  readonly softCap: { readonly landline: number; readonly mobile: number };
  /** Minutes until a case comes back, by interim disposition. */
  readonly delays: Readonly<Partial<Record<DispositionKey, number>>>;
  readonly pacing: Pacing;
}

/** First and last date of the field, both included, in the local calendar of the person called. */
export interface FieldDates {
  readonly first: string;
  readonly last: string;
}

export type WaveMode = "live" | "test";
export type NumberKind = "landline" | "mobile";

/** As adopted for the first study: targets 1/1/3/2, one conversion after at least 72 hours, a grid of minutes. */
export const defaultPacing: Pacing = {
  afternoonFrom: "12:00",
  eveningFrom: "17:00",
  daypartTargets: { morning: 1, afternoon: 1, evening: 3, weekend: 2 },
  busyInARow: 3,
  technicalInARow: 2,
  outOfServiceTries: 2,
  conversion: { calls: 1, restDays: 7, restShare: 0.3, restAtLeastHours: 72, notInLastDays: 2 },
  appointments: { ownerBefore: 5, anybodyAfter: 10, missedAfter: 60, triesAfterKept: 3 },
  resumeOwnerMinutes: 30,
};
