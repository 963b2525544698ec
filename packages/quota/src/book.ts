// The book of places: every cell, who holds a place in which of them, which interviews are counted.
//
// no place --reserve--> reserved, or full: none taken        reserved --reserve (answers changed)--> moved, or full: freed
// reserved --extend--> reserved, later end                   reserved --free, expire--> no place
// reserved --confirm--> counted                              no place --confirm--> counted if all cells have room, else overQuota
// counted, overQuota --withdraw--> no place                  counted, overQuota --anything else--> unchanged

import { type Instant, type InterviewId, minute } from "@fieldline/kernel";
import type { CellId, QuotaCell } from "./cell.ts";
import { cellsOfPlan } from "./cell-of-plan.ts";
import type { QuotaPlan } from "./plan.ts";

/** How long a place is kept after the last operation of its interview, in machine time. */
export const placeLease = 45 * minute;

/** Places of an interview under way: one in each of its cells. */
export interface Reservation {
  readonly cells: readonly CellId[];
  /** Machine time. From `until` on the places may be freed. */
  readonly since: Instant;
  readonly until: Instant;
}

/** A finished interview: counted in its cells, or kept and counted nowhere. */
export type Finished =
  | { readonly kind: "counted"; readonly cells: readonly CellId[] }
  | { readonly kind: "overQuota" };

export interface QuotaBook {
  readonly cells: ReadonlyMap<CellId, QuotaCell>;
  readonly reserved: ReadonlyMap<InterviewId, Reservation>;
  readonly finished: ReadonlyMap<InterviewId, Finished>;
}

/** The book of a plan before the first interview. */
export const openBook = (plan: QuotaPlan): QuotaBook => ({
  cells: new Map(cellsOfPlan(plan).map((cell) => [cell.id, cell])),
  reserved: new Map(),
  finished: new Map(),
});

/** The cell of that id. A `RangeError` where the book has none: ids come from the plan the book was opened with. */
export function cellIn({ cells }: Pick<QuotaBook, "cells">, id: CellId): QuotaCell {
  const cell = cells.get(id);
  if (!cell) throw new RangeError(`The plan has no cell ${id}`);
  return cell;
}

/** The book's cells with `change` done to those of `ids`. */
export function cellsWith(
  book: Pick<QuotaBook, "cells">,
  ids: readonly CellId[],
  change: (cell: QuotaCell) => QuotaCell,
): Pick<QuotaBook, "cells"> {
  const cells = new Map(book.cells);
  for (const id of ids) cells.set(id, change(cellIn(book, id)));
  return { cells };
}

/** A copy of `map` with `key` set, or taken out where `value` is undefined. */
export function mapWith<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key, value?: Value): Map<Key, Value> {
  const copy = new Map(map);
  if (value === undefined) copy.delete(key);
  else copy.set(key, value);
  return copy;
}
