// The columns of a table of cells: what each shows, sorts by, and writes into the downloaded table.

import { standing } from "@fieldline/quota";
import { number } from "../format.ts";
import { figuresOf, fillOf, type QuotaCellBody } from "../quotas/cells.ts";
import { cellLabel } from "../quotas/labels.ts";
import type { Reader } from "../quotas/reader.ts";
import { policyInShort, policyWords, share } from "../quotas/words.ts";
import { inOrder } from "../tables/order.ts";
import type { Sorting } from "../tables/SortHeader.tsx";

export const cellColumns = [
  "cell",
  "completed",
  "target",
  "reserved",
  "remaining",
  "limit",
  "fill",
  "policy",
  "state",
] as const;
export type CellColumn = (typeof cellColumns)[number];

export const wordColumns: ReadonlySet<CellColumn> = new Set(["cell", "policy", "state"]);

/** A cell that only counts and wants nobody in particular has no share that is taken. */
const hasFill = ({ cap, target }: QuotaCellBody): boolean => cap !== null || target > 0;

export function columnText(cell: QuotaCellBody, column: CellColumn, reader: Reader): string {
  const { t, language } = reader;
  switch (column) {
    case "cell":
      return cellLabel(cell, reader);
    case "limit":
      return cell.cap === null ? t("monitor.quotas.noLimit") : number(cell.cap, language);
    case "fill":
      return hasFill(cell) ? share(fillOf(cell), language) : t("monitor.none");
    case "policy":
      return policyInShort(cell.policy, t);
    case "state":
      return t(`monitor.quotas.state.${cell.state}`);
    default:
      return number(figuresOf(cell)[column], language);
  }
}

/** A cell of the downloaded table: figures plain, so that a spreadsheet reckons with them. */
export function columnFile(cell: QuotaCellBody, column: CellColumn, reader: Reader): string {
  if (column === "policy") return policyWords(cell.policy, reader.t);
  if (wordColumns.has(column)) return columnText(cell, column, reader);
  const value = numberOf(cell, column);
  if (column === "fill") return hasFill(cell) ? fillOf(cell).toFixed(3) : "";
  return Number.isFinite(value) ? String(value) : "";
}

function numberOf(cell: QuotaCellBody, column: CellColumn): number {
  switch (column) {
    case "limit":
      return cell.cap ?? Number.POSITIVE_INFINITY;
    case "fill":
      return hasFill(cell) ? fillOf(cell) : -1;
    case "completed":
    case "target":
    case "reserved":
    case "remaining":
      return figuresOf(cell)[column];
    default:
      return standing(cell);
  }
}

/** Figures by size, words by the alphabet of the interface; without an order as the plan has them. */
export function ordered(
  cells: readonly QuotaCellBody[],
  order: Sorting<CellColumn> | null,
  reader: Reader,
): readonly QuotaCellBody[] {
  if (!order) return cells;
  const { sort: column, down } = order;
  const by = (cell: QuotaCellBody): number | string =>
    wordColumns.has(column) ? columnText(cell, column, reader) : numberOf(cell, column);
  return inOrder(cells, { down, by, language: reader.language });
}
