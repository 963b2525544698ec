// The quota board of a wave, and what a supervisor changes on it.

import { z } from "zod";
import { commandId, country, isoInstant, uuid } from "./common.ts";

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

export const quotaBoard = z.object({
  waveId: uuid,
  /** Machine time at which the counts stood so. */
  asOf: isoInstant,
  planVersion: z.int().nullable(),
  cells: z.array(quotaCell),
  /** Completes that found no place, by country. */
  overQuota: z.array(z.object({ country, interviews: z.int() })),
});

export const cellChange = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("setTarget"), target: z.int().min(0).max(1_000_000) }),
  z.strictObject({ kind: z.literal("setPolicy"), policy: cellPolicy }),
  z.strictObject({ kind: z.literal("close") }),
  z.strictObject({ kind: z.literal("reopen") }),
]);

export const changeQuotaCell = z.strictObject({ commandId, change: cellChange });
