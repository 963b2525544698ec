// The quota board of a wave, and what a supervisor changes on it.

import { z } from "zod";
import { commandId, country, isoDate, isoInstant, uuid } from "./common.ts";

export const cellPolicy = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("strict") }),
  z.strictObject({
    kind: z.literal("tolerant"),
    places: z.int().min(0).max(100_000),
    percent: z.int().min(0).max(100),
  }),
  z.strictObject({ kind: z.literal("counterOnly") }),
]);

export const quotaCell = z.object({
  id: z.string(),
  country,
  dimension: z.string(),
  key: z.string(),
  target: z.int(),
  /** Null: the cell counts and refuses nobody. */
  cap: z.int().nullable(),
  completed: z.int(),
  reserved: z.int(),
  policy: cellPolicy,
  closed: z.boolean(),
  state: z.enum(["open", "full", "closed"]),
});

/** How a country stands beside its cells. Days are field days, by the country's own calendar. */
export const countryStanding = z.object({
  id: country,
  /** Completes that found no place. */
  overQuota: z.int(),
  /** Counted completes of the present field day. */
  today: z.int(),
  /** Counted completes a field day over the last days of fieldwork; null before the first. */
  pace: z.number().nullable(),
  /** Counted completes a day that the days left, today included, would need; null where no day is left. */
  needed: z.number().nullable(),
  /** The field day on which the target is met at this pace; null where there is no pace. */
  forecast: isoDate.nullable(),
  /** Median minutes of a counted complete; null before the first. */
  medianMinutes: z.number().nullable(),
});

export const quotaBoard = z.object({
  waveId: uuid,
  /** Machine time at which the counts stood so. */
  asOf: isoInstant,
  planVersion: z.int().nullable(),
  cells: z.array(quotaCell),
  countries: z.array(countryStanding),
});

export const cellChange = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("setTarget"), target: z.int().min(0).max(1_000_000) }),
  z.strictObject({ kind: z.literal("setPolicy"), policy: cellPolicy }),
  z.strictObject({ kind: z.literal("close") }),
  z.strictObject({ kind: z.literal("reopen") }),
]);

export const changeQuotaCell = z.strictObject({ commandId, change: cellChange });

/** A cell opened: what was changed on it and by whom, and who holds a place in it now. Newest first. */
export const quotaCellPage = z.object({
  cell: quotaCell,
  changes: z.array(
    z.object({
      at: isoInstant,
      by: z.string(),
      before: z.record(z.string(), z.unknown()),
      after: z.record(z.string(), z.unknown()),
    }),
  ),
  reservations: z.array(
    z.object({
      interviewId: uuid,
      caseId: uuid,
      reference: z.string(),
      interviewer: z.string(),
      since: isoInstant,
      until: isoInstant,
    }),
  ),
});
