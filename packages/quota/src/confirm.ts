// A complete is counted: once, in all cells of the person, or kept over quota.

import type { InterviewId } from "@fieldline/kernel";
import { cellsWith, type Finished, mapWith, type QuotaBook } from "./book.ts";
import type { CellId } from "./cell.ts";
import { filled } from "./count.ts";
import { free } from "./free.ts";
import { moveInto } from "./reserve.ts";

export interface Confirmed {
  readonly book: QuotaBook;
  readonly fate: Finished["kind"];
}

/**
 * Counts a completed interview in `cells` (see `cellsOf`; `null`: the plan has no place for this person). Places it
 * holds are filled; without them (a desk that was offline, a lease that ran out) it takes those that are left, in
 * every cell or in none, and is over quota where one is full. A repetition changes nothing and tells the same fate.
 */
export function confirm(book: QuotaBook, interview: InterviewId, cells: readonly CellId[] | null): Confirmed {
  const before = book.finished.get(interview);
  if (before) return { book, fate: before.kind };
  const moved = cells && moveInto(book, interview, cells);
  if (!moved) return finish(free(book, interview), interview, { kind: "overQuota" });
  const reserved = mapWith(book.reserved, interview);
  return finish({ ...book, ...cellsWith(moved, cells, filled), reserved }, interview, {
    kind: "counted",
    cells,
  });
}

const finish = (book: QuotaBook, interview: InterviewId, finished: Finished): Confirmed => ({
  book: { ...book, finished: mapWith(book.finished, interview, finished) },
  fate: finished.kind,
});
