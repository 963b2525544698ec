// Filters, orders and pages the interviews as the view says.

import type { InterviewRow } from "@fieldline/protocol";
import { inOrder } from "../tables/order.ts";
import { type ColumnId, cellText, type Reader } from "./columns.ts";
import type { View } from "./view.ts";

export const defaultSize = 25;

export const filtered = (rows: readonly InterviewRow[], { status, country }: View): InterviewRow[] =>
  rows.filter(
    (row) =>
      (status === undefined || row.status === status) && (country === undefined || row.country === country),
  );

/** By time or number where the column has one, else by the words shown. What has not ended stands last. */
export function sorted(rows: readonly InterviewRow[], view: View, reader: Reader): readonly InterviewRow[] {
  const { sort: column, down = false } = view;
  if (column === undefined) return rows;
  return inOrder(rows, { down, by: (row) => keyOf(row, column, reader), language: reader.language });
}

function keyOf(row: InterviewRow, column: ColumnId, reader: Reader): number | string | null {
  switch (column) {
    case "startedAt":
      return Date.parse(row.startedAt);
    case "endedAt":
      return row.endedAt === null ? null : Date.parse(row.endedAt);
    case "minutes":
    case "release":
      return row[column];
    default:
      return cellText(row, column, reader);
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
