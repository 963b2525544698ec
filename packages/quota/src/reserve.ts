// Taking the places of a person, moving them after a changed answer, keeping them for longer.

import { type Instant, type InterviewId, later } from "@fieldline/kernel";
import { cellIn, cellsWith, mapWith, placeLease, type QuotaBook } from "./book.ts";
import { type CellId, hasRoom } from "./cell.ts";
import { givenBack, taken } from "./count.ts";
import { free } from "./free.ts";

export interface Reserved {
  readonly book: QuotaBook;
  readonly verdict: "granted" | "full";
}

/**
 * A place in every one of `cells` (see `cellsOf`) or in none, kept for `placeLease` from `at` in machine time. An
 * interview that holds places moves: cells it stays in need no room, not even when closed meanwhile. If one of the
 * others is full, all its places are freed, since its answers no longer belong there. A finished interview keeps its
 * fate.
 */
export function reserve(
  book: QuotaBook,
  interview: InterviewId,
  cells: readonly CellId[],
  at: Instant,
): Reserved {
  const finished = book.finished.get(interview);
  if (finished) return { book, verdict: finished.kind === "counted" ? "granted" : "full" };
  const moved = moveInto(book, interview, cells);
  if (!moved) return { book: free(book, interview), verdict: "full" };
  const since = book.reserved.get(interview)?.since ?? at;
  const reservation = { cells, since, until: later(at, placeLease) };
  return {
    book: { ...book, ...moved, reserved: mapWith(book.reserved, interview, reservation) },
    verdict: "granted",
  };
}

/** The cells with the interview reserved in exactly `cells`; `null` where one it is not in yet is full. */
export function moveInto(
  book: QuotaBook,
  interview: InterviewId,
  cells: readonly CellId[],
): Pick<QuotaBook, "cells"> | null {
  const held = book.reserved.get(interview)?.cells ?? [];
  const entered = cells.filter((id) => !held.includes(id));
  if (!entered.every((id) => hasRoom(cellIn(book, id)))) return null;
  const left = held.filter((id) => !cells.includes(id));
  return cellsWith(cellsWith(book, left, givenBack), entered, taken);
}

/** An operation of the interview has arrived: its places, if it has any, are kept for `placeLease` from `at`. */
export function extend(book: QuotaBook, interview: InterviewId, at: Instant): QuotaBook {
  const held = book.reserved.get(interview);
  const until = later(at, placeLease);
  if (!held || until <= held.until) return book;
  return { ...book, reserved: mapWith(book.reserved, interview, { ...held, until }) };
}
