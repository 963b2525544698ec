// What can happen to quota places, done to the server's statements and to the book of places beside them.

import type { InterviewState } from "@fieldline/interview";
import { type Instant, type InterviewId, minute } from "@fieldline/kernel";
import {
  type CellChange,
  type CellId,
  type CellPolicy,
  cellsOf,
  changeInField,
  confirm as confirmInBook,
  expire,
  extend,
  free as freeInBook,
  type QuotaBook,
  type QuotaPerson,
  type QuotaPlan,
  reserve,
} from "@fieldline/quota";
import fc from "fast-check";
import { expect } from "vitest";
import {
  freeExpiredPlaces,
  type Holder,
  type Places,
  withPlaces,
} from "../../../apps/server/src/modules/quotas/index.ts";
import { systemActor } from "../../../apps/server/src/platform/actor.ts";
import { sqlOf } from "../../../apps/server/src/platform/db/sql.ts";
import type { Desk } from "./desk.ts";
import type { Field } from "./field.ts";

/** The oracle: the pure book, on the same clock. */
export interface Model {
  book: QuotaBook;
  now: Instant;
}

export interface Real {
  readonly field: Field;
  readonly supervisor: Desk;
  readonly plan: QuotaPlan;
  /** The interviews a command names by their place in this list. */
  readonly interviews: readonly InterviewId[];
  holds(model: Model): Promise<void>;
}

type Command = fc.AsyncCommand<Model, Real>;
type Run = (model: Model, real: Real) => Promise<void>;

/** After every command the two must stand alike. */
const command = (name: string, run: Run, check: (model: Model) => boolean = () => true): Command => ({
  check,
  run: async (model, real) => {
    await run(model, real);
    await real.holds(model);
  },
  toString: () => name,
});

interface Given {
  readonly which: number;
  readonly sex: number | null;
  readonly region: string | null;
}

const personOf = ({ sex, region }: Given): QuotaPerson => ({
  country: "DK",
  answers: {
    sex: sex === null ? { missing: "refused" } : { value: sex },
    region: region === null ? { missing: "dontKnow" } : { value: region },
  },
  prefill: { region: "DK01" },
});

const idOf = ({ interviews }: Pick<Real, "interviews">, which: number): InterviewId =>
  interviews[which] as InterviewId;

const holderOf = (real: Real, which: number): Holder => ({
  interviewId: idOf(real, which),
  waveId: real.field.waveId,
  country: "DK",
  now: real.field.clock.now(),
});

/** In a transaction of its own. */
async function inPlaces<Value>(
  real: Real,
  which: number,
  work: (places: Places, holder: Holder) => Value,
): Promise<Value> {
  const holder = holderOf(real, which);
  const { database } = real.field.platform;
  const { value } = await database.write("plain", (tx) =>
    withPlaces(sqlOf(tx), [holder], (places) => work(places, holder)),
  );
  return value;
}

const inWords = ({ which, sex, region }: Given): string =>
  `interview ${which} (sex ${sex}, region ${region})`;

/** A check, or after a changed answer another one. Interviews that are over are refused by the fold before this. */
const checks = (given: Given, interviews: Real["interviews"]): Command =>
  command(
    `${inWords(given)} is checked`,
    async (model, real) => {
      const person = personOf(given);
      const verdict = await inPlaces(real, given.which, (places, holder) =>
        places.decide(holder, person as unknown as InterviewState),
      );
      const belonging = cellsOf(real.plan, person);
      const id = idOf(real, given.which);
      if (belonging.kind !== "cells") {
        model.book = freeInBook(model.book, id);
        expect(verdict).toBe("noPlace");
        return;
      }
      const reserved = reserve(model.book, id, belonging.cells, model.now);
      model.book = reserved.book;
      expect(verdict).toBe(reserved.verdict);
    },
    ({ book }) => !book.finished.has(idOf({ interviews }, given.which)),
  );

const completes = (given: Given, interviews: Real["interviews"]): Command =>
  command(
    `${inWords(given)} completes`,
    async (model, real) => {
      const person = personOf(given);
      const fate = await inPlaces(real, given.which, (places, holder) =>
        places.confirm(holder, person as unknown as InterviewState),
      );
      const belonging = cellsOf(real.plan, person);
      const cells = belonging.kind === "cells" ? belonging.cells : null;
      const confirmed = confirmInBook(model.book, idOf(real, given.which), cells);
      model.book = confirmed.book;
      expect(fate).toBe(confirmed.fate);
    },
    ({ book }) => !book.finished.has(idOf({ interviews }, given.which)),
  );

const breaksOff = (which: number): Command =>
  command(`interview ${which} gives its places free`, async (model, real) => {
    await inPlaces(real, which, (places, holder) => places.free(holder));
    model.book = freeInBook(model.book, idOf(real, which));
  });

const answersOn = (which: number): Command =>
  command(`interview ${which} answers on`, async (model, real) => {
    await inPlaces(real, which, (places, holder) => places.keepLonger(holder));
    model.book = extend(model.book, idOf(real, which), model.now);
  });

const passes = (minutes: number): Command =>
  command(`${minutes} minutes pass, lapsed places come free`, async (model, { field }) => {
    field.clock.forward(minutes * minute);
    model.now = field.clock.now();
    const call = { actor: systemActor, commandId: null, input: {} };
    const { freed } = await field.platform.execute(freeExpiredPlaces, call);
    const expired = expire(model.book, model.now);
    model.book = expired.book;
    expect(freed).toBe(expired.interviews.length);
  });

const changes = (cell: CellId, change: CellChange): Command =>
  command(`${cell} ${JSON.stringify(change)}`, async (model, { field, supervisor }) => {
    const address = `/api/waves/${field.waveId}/quota-cells/${encodeURIComponent(cell)}`;
    const { status, body } = await supervisor.ask("PATCH", address, {
      commandId: crypto.randomUUID(),
      change,
    });
    const changed = changeInField(model.book, cell, change);
    if (changed.ok) model.book = changed.value;
    else expect(body.code).toBe(changed.problem.code);
    expect(status === 200, JSON.stringify(body)).toBe(changed.ok);
  });

const policy = fc.constantFrom<CellPolicy>(
  { kind: "strict" },
  { kind: "tolerant", places: 1, percent: 50 },
  { kind: "counterOnly" },
);

const change = fc.oneof(
  { weight: 4, arbitrary: fc.nat(5).map((target): CellChange => ({ kind: "setTarget", target })) },
  { weight: 1, arbitrary: policy.map((to): CellChange => ({ kind: "setPolicy", policy: to })) },
  { weight: 2, arbitrary: fc.constant<CellChange>({ kind: "close" }) },
  { weight: 3, arbitrary: fc.constant<CellChange>({ kind: "reopen" }) },
);

/** Commands over these interviews and cells. */
export function quotaCommands(
  interviews: Real["interviews"],
  cells: readonly CellId[],
): fc.Arbitrary<Command>[] {
  const which = fc.nat(interviews.length - 1);
  const given = fc.record({
    which,
    sex: fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(1, 2) },
      { weight: 1, arbitrary: fc.constant(null) },
    ),
    region: fc.constantFrom("DK01", "DK02", null),
  });
  return [
    given.map((one) => checks(one, interviews)),
    given.map((one) => checks(one, interviews)),
    given.map((one) => completes(one, interviews)),
    which.map(breaksOff),
    which.map(answersOn),
    fc.constantFrom(1, 20, 44, 45, 46).map(passes),
    fc.tuple(fc.constantFrom(...cells), change).map(([cell, what]) => changes(cell, what)),
  ];
}
