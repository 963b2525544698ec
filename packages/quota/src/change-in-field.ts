// A supervisor's changes in the book of places.

import { fail, ok, type Problem, type Result } from "@fieldline/kernel";
import { mapWith, type QuotaBook } from "./book.ts";
import type { CellId } from "./cell.ts";
import { type CellChange, changeCell } from "./change-cell.ts";
import type { CellPolicy } from "./policy.ts";
import type { QuotaProblemCode } from "./problems.ts";

export type ChangedBook = Result<QuotaBook, Problem<QuotaProblemCode>>;

/** The book with one cell changed, see `changeCell`; `quota.unknownCell` where the book has no such cell. */
export function changeInField(book: QuotaBook, id: CellId, change: CellChange): ChangedBook {
  const cell = book.cells.get(id);
  if (!cell) return fail("quota.unknownCell", { cell: id });
  const changed = changeCell(cell, change);
  return changed.ok ? ok({ ...book, cells: mapWith(book.cells, id, changed.value) }) : changed;
}

export const setTarget = (book: QuotaBook, id: CellId, target: number): ChangedBook =>
  changeInField(book, id, { kind: "setTarget", target });
export const setPolicy = (book: QuotaBook, id: CellId, policy: CellPolicy): ChangedBook =>
  changeInField(book, id, { kind: "setPolicy", policy });
export const close = (book: QuotaBook, id: CellId): ChangedBook => changeInField(book, id, { kind: "close" });
export const reopen = (book: QuotaBook, id: CellId): ChangedBook =>
  changeInField(book, id, { kind: "reopen" });
