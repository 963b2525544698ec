// Filters, orders and pages the interviews as the view says.

import type { InterviewRow } from "@fieldline/protocol";
import { type ColumnId, cellText, type Reader } from "./columns.ts";
import type { View } from "./view.ts";

export const defaultSize = 25;

export const filtered = (rows: readonly InterviewRow[], { status, country }: View): InterviewRow[] =>
  rows.filter(
    (row) =>
      (status === undefined || row.status === status) && (country === undefined || row.country === country),
  );

/** Sorted by time or number where the column has one, else by the words shown; equal rows keep their order. */
export function sorted(rows: readonly InterviewRow[], view: View, reader: Reader): readonly InterviewRow[] {
  const { sort: column, down } = view;
  if (column === undefined) return rows;
  const collator = new Intl.Collator(reader.language, { numeric: true });
  const compare = (a: InterviewRow, b: InterviewRow): number => {
    const [one, other] = [numberOf(a, column), numberOf(b, column)];
    if (one !== undefined && other !== undefined) return one - other;
    return collator.compare(cellText(a, column, reader), cellText(b, column, reader));
  };
  return rows.toSorted((a, b) => (down ? compare(b, a) : compare(a, b)));
}

/** `undefined` for columns of words. What has not ended yet comes after all that has. */
function numberOf(row: InterviewRow, column: ColumnId): number | undefined {
  switch (column) {
    case "startedAt":
      return Date.parse(row.startedAt);
    case "endedAt":
      return row.endedAt === null ? Number.MAX_VALUE : Date.parse(row.endedAt);
    case "minutes":
      return row.minutes ?? Number.MAX_VALUE;
    case "release":
      return row.release;
    default:
      return undefined;
  }
}

export interface Page {
  readonly rows: readonly InterviewRow[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
}

/** A page behind the last one is the last one. */
export function paged(rows: readonly InterviewRow[], { page = 1, size = defaultSize }: View): Page {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const here = Math.min(page, pages);
  return { rows: rows.slice((here - 1) * size, here * size), page: here, pages };
}
