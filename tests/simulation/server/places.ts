// The places of interviews at the model server: what is decided is reckoned in one book and put back at once.

import type { InterviewState, Verdict } from "@fieldline/interview";
import type { InterviewId } from "@fieldline/kernel";
import {
  cellsOf,
  confirm,
  expire,
  extend,
  free,
  hasRoom,
  placeLease,
  type QuotaBook,
  reserve,
} from "@fieldline/quota";
import { type Ground, journalled } from "./ground.ts";

/** The book as a transaction sees it; written back when it commits. */
export interface OpenBook {
  book: QuotaBook;
}

const idOf = (interview: string) => interview as InterviewId;

/** `forced`: what a server that counts first and inserts later has made up its mind to. */
export function decide(
  ground: Ground,
  open: OpenBook,
  of: { interview: string; person: InterviewState; forced?: Verdict | undefined },
): Verdict {
  const { interview, person, forced } = of;
  const belonging = cellsOf(ground.wave.plan, person);
  if (belonging.kind !== "cells") {
    open.book = free(open.book, idOf(interview));
    return "noPlace";
  }
  if (forced === "granted") {
    open.book = insertedUnseen(open.book, interview, belonging.cells, ground.now());
    return forced;
  }
  const before = ground.planted === "placesKeptWhenMoved" ? forgotten(open.book, interview) : open.book;
  const { book, verdict } = reserve(before, idOf(interview), belonging.cells, ground.now());
  open.book = book;
  return verdict;
}

/** What `decide` would say now, without taking anything. */
export function peek(ground: Ground, person: InterviewState): Verdict {
  const belonging = cellsOf(ground.wave.plan, person);
  if (belonging.kind !== "cells") return "noPlace";
  const { cells } = ground.store.book;
  return belonging.cells.every((id) => hasRoom(cells.get(id) as never)) ? "granted" : "full";
}

function insertedUnseen(
  book: QuotaBook,
  interview: string,
  cells: Parameters<typeof reserve>[2],
  now: ReturnType<Ground["now"]>,
): QuotaBook {
  const freed = free(book, idOf(interview));
  const counted = new Map(freed.cells);
  for (const id of cells) {
    const cell = counted.get(id);
    if (cell) counted.set(id, { ...cell, reserved: cell.reserved + 1 });
  }
  const reserved = new Map(freed.reserved);
  reserved.set(idOf(interview), { cells, since: now, until: (now + placeLease) as typeof now });
  return { ...freed, cells: counted, reserved };
}

function forgotten(book: QuotaBook, interview: string): QuotaBook {
  const reserved = new Map(book.reserved);
  reserved.delete(idOf(interview));
  return { ...book, reserved };
}

export function confirmPlaces(
  ground: Ground,
  open: OpenBook,
  interview: string,
  person: InterviewState,
): "counted" | "overQuota" {
  const belonging = cellsOf(ground.wave.plan, person);
  const cells = belonging.kind === "cells" ? belonging.cells : null;
  const { book, fate } = confirm(open.book, idOf(interview), cells);
  open.book = book;
  return fate;
}

export const freePlaces = (open: OpenBook, interview: string): void => {
  open.book = free(open.book, idOf(interview));
};

export const keepPlaces = (ground: Ground, open: OpenBook, interview: string): void => {
  open.book = extend(open.book, idOf(interview), ground.now());
};

/** Writes the book back and lets it be recounted. */
export function putBack(ground: Ground, { book }: OpenBook): void {
  if (book === ground.store.book) return;
  ground.store.book = book;
  ground.watch.placesMoved();
}

/** A duty: places of interviews that gave no sign of life come free. */
export function freeExpired(ground: Ground): void {
  const { book, interviews } = expire(ground.store.book, ground.now());
  putBack(ground, { book });
  if (ground.planted === "journalRowSkipped") return;
  for (const id of interviews) {
    journalled(ground, { action: "freeExpired", kind: "place", id, after: { freed: "expired" } });
  }
}
