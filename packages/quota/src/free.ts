// Places come free: after a break-off, a screen-out, a change of person, a withdrawal, or when their time is up.

import type { Instant, InterviewId } from "@fieldline/kernel";
import { cellsWith, mapWith, type QuotaBook } from "./book.ts";
import { givenBack, takenOut } from "./count.ts";

/** Frees the places of an interview under way; nothing to do where it has none or is finished. */
export function free(book: QuotaBook, interview: InterviewId): QuotaBook {
  const held = book.reserved.get(interview);
  if (!held) return book;
  return {
    ...book,
    ...cellsWith(book, held.cells, givenBack),
    reserved: mapWith(book.reserved, interview),
  };
}

/** The interview is void: it gives back what it holds, and if it was counted it counts no more. */
export function withdraw(book: QuotaBook, interview: InterviewId): QuotaBook {
  const finished = book.finished.get(interview);
  if (!finished) return free(book, interview);
  const counted = finished.kind === "counted" ? finished.cells : [];
  return {
    ...book,
    ...cellsWith(book, counted, takenOut),
    finished: mapWith(book.finished, interview),
  };
}

export interface Expired {
  readonly book: QuotaBook;
  readonly interviews: readonly InterviewId[];
}

/** Frees every place whose time is up at `at` (machine time). */
export function expire(book: QuotaBook, at: Instant): Expired {
  const interviews = [...book.reserved].filter(([, { until }]) => until <= at).map(([id]) => id);
  return { book: interviews.reduce(free, book), interviews };
}
