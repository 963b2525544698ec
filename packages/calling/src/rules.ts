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
}

/** First and last date of the field, both included, in the local calendar of the person called. */
export interface FieldDates {
  readonly first: string;
  readonly last: string;
}

export type WaveMode = "live" | "test";
export type NumberKind = "landline" | "mobile";
