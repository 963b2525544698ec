// Everything that can happen to quota places in a field, done to the book and to the slow list beside it.

import { type InterviewId, instant, minute } from "@fieldline/kernel";
import fc from "fast-check";
import { expect } from "vitest";
import { cellIn, openBook, type QuotaBook } from "../book.ts";
import { type CellId, standing } from "../cell.ts";
import { cellsOf } from "../cells-of.ts";
import type { CellChange } from "../change-cell.ts";
import { changeInField } from "../change-in-field.ts";
import { confirm } from "../confirm.ts";
import { expire, free, withdraw } from "../free.ts";
import type { CellPolicy } from "../policy.ts";
import { extend, reserve } from "../reserve.ts";
import { dane, refused, smallPlan } from "./plans.ts";
import { allowed, count, type Field, fits, interviewIn, type ListedCell } from "./recount.ts";

export interface Real {
  book: QuotaBook;
}

const lease = 45 * minute;
const book = openBook(smallPlan);
const cellIds = [...book.cells.keys()].filter((id) => id.startsWith("DK"));

export const newField = (): { model: Field; real: Real } => ({
  model: {
    now: 0,
    cells: new Map(
      [...book.cells].map(([id, { target, policy, closed }]) => [id, { target, policy, closed }]),
    ),
    interviews: new Map(),
  },
  real: { book },
});

/** What must hold after every command. */
function holds(field: Field, { book }: Real): void {
  for (const [id, settings] of field.cells) {
    const cell = cellIn(book, id as CellId);
    const recount = { completed: count(field, id, "counted"), reserved: count(field, id, "reserved") };
    expect(cell, id).toMatchObject({ ...settings, ...recount });
    const limit = allowed(settings);
    expect(cell.cap, id).toBe(limit === Number.POSITIVE_INFINITY ? null : Math.max(limit, standing(recount)));
    if (cell.cap !== null) expect(standing(cell), id).toBeLessThanOrEqual(cell.cap);
  }
  for (const [id, { fate, cells, until }] of field.interviews) {
    const interview = id as InterviewId;
    expect(book.reserved.get(interview)?.cells).toEqual(fate === "reserved" ? cells : undefined);
    expect(book.reserved.get(interview)?.until).toEqual(fate === "reserved" ? until : undefined);
    const finished = { counted: { kind: "counted", cells }, overQuota: { kind: "overQuota" } };
    expect(book.finished.get(interview)).toEqual(fate in finished ? finished[fate as "counted"] : undefined);
  }
}

type Done = (field: Field, real: Real) => void;

const command = (name: string, done: Done): fc.Command<Field, Real> => ({
  check: () => true,
  run: (field, real) => {
    done(field, real);
    holds(field, real);
  },
  toString: () => name,
});

const over = (fate: string): boolean => fate === "counted" || fate === "overQuota";

const reserves = (id: InterviewId, cells: readonly CellId[]) =>
  command(`${id} reserves ${cells.join(" ")}`, (field, real) => {
    const listed = interviewIn(field, id);
    const fit = fits(field, id, cells);
    const reserved = reserve(real.book, id, cells, instant(field.now));
    real.book = reserved.book;
    if (over(listed.fate)) {
      expect(reserved.verdict).toBe(listed.fate === "counted" ? "granted" : "full");
      return;
    }
    expect(reserved.verdict).toBe(fit ? "granted" : "full");
    Object.assign(listed, fit ? { fate: "reserved", cells, until: field.now + lease } : nowhere);
  });

const confirms = (id: InterviewId, cells: readonly CellId[] | null) =>
  command(`${id} completes in ${cells?.join(" ") ?? "no cell"}`, (field, real) => {
    const listed = interviewIn(field, id);
    if (!over(listed.fate)) {
      const fit = cells !== null && fits(field, id, cells);
      Object.assign(listed, nowhere, fit ? { fate: "counted", cells } : { fate: "overQuota" });
    }
    const confirmed = confirm(real.book, id, cells);
    real.book = confirmed.book;
    expect(confirmed.fate).toBe(listed.fate);
  });

const nowhere = { fate: "none", cells: [], until: 0 } as const;

const frees = (id: InterviewId) =>
  command(`${id} breaks off`, (field, real) => {
    const listed = interviewIn(field, id);
    if (listed.fate === "reserved") Object.assign(listed, nowhere);
    real.book = free(real.book, id);
  });

const withdraws = (id: InterviewId) =>
  command(`${id} withdraws`, (field, real) => {
    Object.assign(interviewIn(field, id), nowhere);
    real.book = withdraw(real.book, id);
  });

const answers = (id: InterviewId) =>
  command(`${id} answers on`, (field, real) => {
    const listed = interviewIn(field, id);
    if (listed.fate === "reserved") listed.until = field.now + lease;
    real.book = extend(real.book, id, instant(field.now));
  });

const passes = (minutes: number, reclaimed: boolean) =>
  command(`${minutes} minutes pass${reclaimed ? ", places are reclaimed" : ""}`, (field, real) => {
    field.now += minutes * minute;
    if (!reclaimed) return;
    const late = [...field.interviews].filter(
      ([, { fate, until }]) => fate === "reserved" && until <= field.now,
    );
    for (const [, listed] of late) Object.assign(listed, nowhere);
    const expired = expire(real.book, instant(field.now));
    real.book = expired.book;
    expect([...expired.interviews].sort()).toEqual(late.map(([id]) => id).sort());
  });

const changes = (id: CellId, change: CellChange) =>
  command(`${id} ${JSON.stringify(change)}`, (field, real) => {
    const before = field.cells.get(id);
    if (!before) throw new Error(`The plan has no cell ${id}`);
    const after = { ...before, ...settings(change) };
    const contradictory = after.closed && after.policy.kind === "counterOnly";
    const changed = changeInField(real.book, id, change);
    expect(changed.ok).toBe(!contradictory);
    if (!changed.ok) return;
    field.cells.set(id, after);
    real.book = changed.value;
  });

function settings(change: CellChange): Partial<ListedCell> {
  if (change.kind === "setTarget") return { target: change.target };
  if (change.kind === "setPolicy") return { policy: change.policy };
  return { closed: change.kind === "close" };
}

const interview = fc
  .constantFrom(..."abcdefghijklmnop")
  .map((letter) => `interview ${letter}` as InterviewId);
const places = fc
  .record({
    sex: fc.constantFrom(1, 2),
    age: fc.constantFrom(20, 70),
    region: fc.constantFrom("DK01", "DK02"),
    hoh_occ: fc.constantFrom(6, 7, refused),
  })
  .map((given) => cellsOf(smallPlan, dane(given)))
  .map((belonging) => (belonging.kind === "cells" ? belonging.cells : []));
const policy = fc.constantFrom<CellPolicy>(
  { kind: "strict" },
  { kind: "tolerant", places: 1, percent: 25 },
  { kind: "counterOnly" },
);
const change = fc.oneof<fc.Arbitrary<CellChange>[]>(
  fc.nat(6).map((target) => ({ kind: "setTarget", target })),
  policy.map((policy) => ({ kind: "setPolicy", policy })),
  fc.constantFrom<CellChange>({ kind: "close" }, { kind: "reopen" }),
);

export const commands = [
  fc.tuple(interview, places).map(([id, cells]) => reserves(id, cells)),
  fc.tuple(interview, places).map(([id, cells]) => reserves(id, cells)),
  fc.tuple(interview, fc.option(places, { freq: 12 })).map(([id, cells]) => confirms(id, cells)),
  interview.map(frees),
  interview.map(withdraws),
  interview.map(answers),
  fc.tuple(fc.integer({ min: 1, max: 60 }), fc.boolean()).map(([minutes, on]) => passes(minutes, on)),
  fc.tuple(fc.constantFrom(...cellIds), change).map(([id, what]) => changes(id, what)),
];
