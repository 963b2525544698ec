// The server's statements against the book of places: the same verdicts, the same counters after every step.

import type { InterviewId } from "@fieldline/kernel";
import { seeded } from "@fieldline/kernel";
import { type CellId, openBook, type QuotaPlan } from "@fieldline/quota";
import fc from "fast-check";
import { expect, it } from "vitest";
import { setQuotaPlan } from "../../apps/server/src/modules/quotas/index.ts";
import { operatorActor } from "../../apps/server/src/platform/actor.ts";
import { danishField } from "./support/field.ts";
import { smallPlan } from "./support/quota-field.ts";
import { type Model, quotaCommands, type Real } from "./support/quota-model.ts";
import { seated } from "./support/seats.ts";

const small = smallPlan({ total: 6, men: 3, women: 4 });
const plan: QuotaPlan = {
  ...small,
  dimensions: small.dimensions.map((dimension) =>
    dimension.id !== "region"
      ? dimension
      : {
          ...dimension,
          policy: { kind: "tolerant", places: 1, percent: 50 },
          cells: ["DK01", "DK02"].map((key) => ({ key, target: 3 })),
        },
  ),
};
const danish = [...openBook(plan).cells.keys()].filter((id) => id.startsWith("DK"));

const field = await danishField();
await field.platform.execute(setQuotaPlan, {
  actor: operatorActor,
  commandId: null,
  input: { waveId: field.waveId, plan },
});
const seats = await seated(field, 9, seeded("model"));
const interviews = seats.map(({ interviewId }) => interviewId as InterviewId);
const supervisor = await field.person({ name: "sofia", roles: ["supervisor"], languages: [] });
const begin = field.clock.now();
const { pool } = field.platform.database;
const atFirst = JSON.stringify((await pool.query("select * from quota_cell")).rows);

async function emptied(): Promise<{ model: Model; real: Real }> {
  await pool.query("delete from quota_place");
  await pool.query("delete from quota_cell");
  await pool.query("insert into quota_cell select * from jsonb_populate_recordset(null::quota_cell, $1)", [
    atFirst,
  ]);
  field.clock.set(begin);
  const model = { book: openBook(plan), now: begin };
  return { model, real: { field, supervisor, plan, interviews, holds } };
}

async function holds({ book }: Model): Promise<void> {
  const { rows } = await pool.query(
    "select id, target, policy, closed, cap, completed, reserved from quota_cell where country = 'DK' order by id",
  );
  const inBook = danish.toSorted().map((id) => {
    const {
      country: _country,
      dimension: _dimension,
      key: _key,
      ...cell
    } = book.cells.get(id as CellId) ?? {};
    return cell;
  });
  expect(rows).toEqual(inBook);
  const { rows: places } = await pool.query(
    "select interview_id as id, state, cells, extract(epoch from expires_at) * 1000 as until from quota_place",
  );
  const reserved = places.filter(({ state }) => state === "reserved");
  expect(new Map(reserved.map(({ id, cells, until }) => [id, { cells, until: Number(until) }]))).toEqual(
    new Map([...book.reserved].map(([id, { cells, until }]) => [id, { cells, until }])),
  );
  const counted = new Map(
    [...book.finished].flatMap(([id, one]) => (one.kind === "counted" ? [[id, one.cells] as const] : [])),
  );
  const completed = places.filter(({ state }) => state === "completed");
  expect(new Map(completed.map(({ id, cells }) => [id, cells]))).toEqual(counted);
}

it("whatever desks, the clock and a supervisor do, server and book tell and count the same", async () => {
  let finished = 0;
  const commands = fc.commands(quotaCommands(interviews, danish), { maxCommands: 60, size: "max" });
  await fc.assert(
    fc.asyncProperty(commands, async (steps) => {
      const begun = await emptied();
      await fc.asyncModelRun(() => begun, steps);
      finished += begun.model.book.finished.size;
    }),
    { numRuns: 30 },
  );
  expect(finished).toBeGreaterThan(30);
});
