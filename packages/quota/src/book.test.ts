// A field of ten places in Denmark: desks take, move and fill them, and a supervisor changes the plan meanwhile.

import { type InterviewId, instant, later, minute } from "@fieldline/kernel";
import { describe, expect, test } from "vitest";
import { cellIn, openBook, placeLease, type QuotaBook } from "./book.ts";
import { type CellId, stateOf } from "./cell.ts";
import { cellsOf } from "./cells-of.ts";
import { type ChangedBook, close, reopen, setPolicy, setTarget } from "./change-in-field.ts";
import { confirm } from "./confirm.ts";
import { expire, free, withdraw } from "./free.ts";
import { extend, reserve } from "./reserve.ts";
import { dane, refused, smallPlan } from "./testing/plans.ts";

const evening = instant(Date.parse("2008-04-16T16:00:00Z"));
const [mette, lars, ole] = ["mette", "lars", "ole"] as unknown as [InterviewId, InterviewId, InterviewId];
const youngWomen = "DK/sexByAgeBand/F:18-44" as CellId;
const olderWomen = "DK/sexByAgeBand/F:45+" as CellId;
const copenhagen = "DK/region/DK01" as CellId;
const pensioners = "DK/occupation/H7" as CellId;

const placesOf = (given: Parameters<typeof dane>[0]): readonly CellId[] => {
  const belonging = cellsOf(smallPlan, dane(given));
  return belonging.kind === "cells" ? belonging.cells : expect.fail("has no place");
};
const young = placesOf({ sex: 2, age: 30 });
const older = placesOf({ sex: 2, age: 60 });

const counts = (book: QuotaBook, id: CellId) => {
  const { completed, reserved, cap } = cellIn(book, id);
  return { completed, reserved, cap };
};
const done = (changed: ChangedBook): QuotaBook => (changed.ok ? changed.value : expect.fail("refused"));

/** The book with one place taken by each of `names`; the test fails when one is refused. */
const withReserved = (
  book: QuotaBook,
  cells: readonly CellId[],
  ...names: readonly InterviewId[]
): QuotaBook =>
  names.reduce((before, name) => {
    const after = reserve(before, name, cells, evening);
    expect(after.verdict).toBe("granted");
    return after.book;
  }, book);

const empty = openBook(smallPlan);
const twoYoung = withReserved(empty, young, mette, lars);

describe("the last place", () => {
  test("the third young woman hears that the cell is full, and is counted nowhere", () => {
    const third = reserve(twoYoung, ole, young, evening);
    expect(third.verdict).toBe("full");
    expect(third.book).toEqual(twoYoung);
  });

  test("is free again when one of them breaks off", () => {
    expect(reserve(free(twoYoung, lars), ole, young, evening).verdict).toBe("granted");
  });

  test("is not taken twice by a repeated check", () => {
    expect(reserve(withReserved(empty, young, mette), mette, young, evening).book).toEqual(
      withReserved(empty, young, mette),
    );
  });

  test("a tolerant region takes two beyond its target, the occupation anybody", () => {
    const names = ["a", "b", "c", "d", "e", "f"] as unknown as InterviewId[];
    const mixed = [young, young, older, older, older, placesOf({ sex: 1, age: 30 })];
    const six = names.reduce((book, name, i) => withReserved(book, mixed[i] ?? [], name), empty);
    expect(counts(six, copenhagen)).toEqual({ completed: 0, reserved: 6, cap: 6 });
    expect(reserve(six, ole, placesOf({ sex: 1, age: 30 }), evening).verdict).toBe("full");
    expect(counts(six, pensioners)).toEqual({ completed: 0, reserved: 6, cap: null });
  });
});

describe("a changed quota answer", () => {
  test("moves the place: one cell gives it back, the other takes it, the rest stays", () => {
    const { book, verdict } = reserve(twoYoung, mette, older, evening);
    expect(verdict).toBe("granted");
    expect([counts(book, youngWomen).reserved, counts(book, olderWomen).reserved]).toEqual([1, 1]);
    expect(counts(book, copenhagen)).toEqual(counts(twoYoung, copenhagen));
  });

  test("into a full cell leaves her without a place anywhere", () => {
    const book = withReserved(twoYoung, older, ole);
    const moved = reserve(book, ole, young, evening);
    expect(moved.verdict).toBe("full");
    expect(moved.book).toEqual(twoYoung);
  });

  test("needs no room in a region where she stands, though it was closed meanwhile", () => {
    const moved = reserve(done(close(twoYoung, copenhagen)), mette, older, evening);
    expect(moved.verdict).toBe("granted");
    expect(counts(moved.book, copenhagen)).toEqual({ completed: 0, reserved: 2, cap: 2 });
  });
});

describe("the lease", () => {
  const end = later(evening, placeLease);

  test("ends after 45 minutes without a sign of life, not a moment before", () => {
    expect(expire(twoYoung, later(end, -1)).interviews).toEqual([]);
    expect(expire(twoYoung, end).interviews).toEqual([mette, lars]);
    expect(expire(twoYoung, end).book.cells).toEqual(empty.cells);
  });

  test("is extended by every operation, and never shortened", () => {
    const answered = extend(twoYoung, mette, later(evening, minute));
    expect(expire(answered, end).interviews).toEqual([lars]);
    expect(extend(answered, mette, evening)).toEqual(answered);
    expect(extend(empty, mette, evening)).toEqual(empty);
  });

  test("keeps since when the place is held when the check comes again", () => {
    const again = reserve(twoYoung, mette, older, later(evening, minute)).book.reserved.get(mette);
    expect(again).toMatchObject({ since: evening, until: later(end, minute) });
  });
});

describe("a complete", () => {
  test("fills the place it holds, once, however often it is posted", () => {
    const first = confirm(twoYoung, mette, young);
    expect(first.fate).toBe("counted");
    expect(counts(first.book, youngWomen)).toEqual({ completed: 1, reserved: 1, cap: 2 });
    expect(confirm(first.book, mette, young)).toEqual(first);
    expect(reserve(first.book, mette, older, evening)).toEqual({ book: first.book, verdict: "granted" });
    expect(free(first.book, mette)).toEqual(first.book);
  });

  test("fills it although the target was lowered while she spoke", () => {
    const { fate, book } = confirm(done(setTarget(twoYoung, youngWomen, 0)), mette, young);
    expect(fate).toBe("counted");
    expect(counts(book, youngWomen)).toEqual({ completed: 1, reserved: 1, cap: 2 });
  });

  test("of a desk that was offline takes a place that is left", () => {
    const { fate, book } = confirm(empty, ole, young);
    expect([fate, counts(book, youngWomen)]).toEqual(["counted", { completed: 1, reserved: 0, cap: 2 }]);
  });

  test("is over quota when none is left: kept, counted nowhere, for good", () => {
    const late = confirm(twoYoung, ole, young);
    expect(late.fate).toBe("overQuota");
    expect(late.book.cells).toEqual(twoYoung.cells);
    expect(late.book.finished.get(ole)).toEqual({ kind: "overQuota" });
    expect(confirm(free(late.book, lars), ole, young).fate).toBe("overQuota");
    expect(reserve(free(late.book, lars), ole, young, evening).verdict).toBe("full");
  });

  test("of one who refused the age while the desk was offline is over quota, too", () => {
    expect(cellsOf(smallPlan, dane({ age: refused, age_band_asked: refused })).kind).toBe("noPlace");
    expect(confirm(empty, ole, null).fate).toBe("overQuota");
  });

  test("with answers changed after the check is counted where the answers say", () => {
    const { fate, book } = confirm(twoYoung, mette, older);
    expect(fate).toBe("counted");
    expect([counts(book, youngWomen).reserved, counts(book, olderWomen).completed]).toEqual([1, 1]);
    expect(book.reserved.has(mette)).toBe(false);
  });

  test("that is withdrawn leaves the count, and its place may be taken", () => {
    const withdrawn = withdraw(confirm(twoYoung, mette, young).book, mette);
    expect(counts(withdrawn, youngWomen)).toEqual({ completed: 0, reserved: 1, cap: 2 });
    expect(withdraw(withdrawn, lars)).toEqual(empty);
    expect(withdraw(confirm(empty, ole, null).book, ole)).toEqual(empty);
  });
});

describe("a supervisor", () => {
  test("lowers a target below what stands: nobody is thrown out, nobody else comes in, freed places are gone", () => {
    const lowered = done(setTarget(twoYoung, youngWomen, 1));
    expect(counts(lowered, youngWomen)).toEqual({ completed: 0, reserved: 2, cap: 2 });
    expect(stateOf(cellIn(lowered, youngWomen))).toBe("closed");
    const oneLeft = free(lowered, lars);
    expect(counts(oneLeft, youngWomen)).toEqual({ completed: 0, reserved: 1, cap: 1 });
    expect(reserve(oneLeft, ole, young, evening).verdict).toBe("full");
  });

  test("raises it, and the next one has a place", () => {
    expect(reserve(done(setTarget(twoYoung, youngWomen, 3)), ole, young, evening).verdict).toBe("granted");
  });

  test("closes a cell and reopens it", () => {
    const closed = done(close(withReserved(empty, young, mette), youngWomen));
    expect(reserve(closed, ole, young, evening).verdict).toBe("full");
    expect(reserve(free(closed, mette), ole, young, evening).verdict).toBe("full");
    expect(reserve(done(reopen(closed, youngWomen)), ole, young, evening).verdict).toBe("granted");
  });

  test("makes a cell tolerant, and strict again with one too many in it", () => {
    const tolerant = done(setPolicy(twoYoung, youngWomen, { kind: "tolerant", places: 1, percent: 0 }));
    const strict = done(setPolicy(withReserved(tolerant, young, ole), youngWomen, { kind: "strict" }));
    expect(counts(strict, youngWomen)).toEqual({ completed: 0, reserved: 3, cap: 3 });
    expect(counts(free(strict, ole), youngWomen).cap).toBe(2);
  });

  test.each<[string, (book: QuotaBook) => ChangedBook]>([
    ["quota.targetNotWhole", (book) => setTarget(book, youngWomen, 2.5)],
    ["quota.targetNotWhole", (book) => setTarget(book, youngWomen, -1)],
    [
      "quota.toleranceNotWhole",
      (book) => setPolicy(book, youngWomen, { kind: "tolerant", places: 0, percent: 2.5 }),
    ],
    ["quota.counterOnlyStaysOpen", (book) => close(book, pensioners)],
    [
      "quota.counterOnlyStaysOpen",
      (book) => setPolicy(done(close(book, youngWomen)), youngWomen, { kind: "counterOnly" }),
    ],
    ["quota.unknownCell", (book) => close(book, "DK/sexByAgeBand/X" as CellId)],
  ])("is refused with %s", (code, change) => {
    expect(change(empty)).toMatchObject({ ok: false, problem: { code } });
  });
});

test("a cell that is not in the plan is a defect, not a full cell", () => {
  expect(() => reserve(empty, mette, ["DK/shoes/44" as CellId], evening)).toThrow("no cell DK/shoes/44");
});
