// The dates of a wave's field, and the instant its first day begins.

import type { FieldDates } from "@fieldline/calling";
import { day, type Instant, instant } from "@fieldline/kernel";
import { longestField } from "@fieldline/protocol";
import type { Wave } from "../../platform/db/generated/client.ts";
import { refuse } from "../../platform/problems/refusal.ts";

/** First and last date of the field, both included, in the local calendar of the person called. */
export const fieldDatesOf = (wave: Pick<Wave, "fieldFrom" | "fieldTo">): FieldDates => ({
  first: wave.fieldFrom,
  last: wave.fieldTo,
});

/**
 * Midnight UTC at the beginning of the first day. Whether somebody may be rung then is decided at the dial, in
 * their own zone; here it only says from when on a fresh case is due.
 */
export const fieldStart = (wave: Pick<Wave, "fieldFrom">): Instant =>
  instant(Date.parse(`${wave.fieldFrom}T00:00:00Z`));

/** @throws Refusal `wave.datesReversed`, `wave.fieldTooLong` */
export function checkDates({ fieldFrom, fieldTo }: Pick<Wave, "fieldFrom" | "fieldTo">): void {
  if (fieldFrom > fieldTo) throw refuse("wave.datesReversed");
  const days = (Date.parse(fieldTo) - Date.parse(fieldFrom)) / day + 1;
  if (days > longestField) throw refuse("wave.fieldTooLong", { days: longestField });
}
