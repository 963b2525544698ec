// The board as it is pushed: everything at first, then what the news touched, never a foreign country's.

import { randomUUID } from "node:crypto";
import type { CountryStanding, QuotaCellBody } from "@fieldline/protocol";
import { streamTables } from "@fieldline/protocol/schemas";
import { beforeEach, expect, it } from "vitest";
import { boardStream } from "../../apps/server/src/modules/quotas/index.ts";
import { fieldTime } from "../../apps/server/src/platform/clocks.ts";
import type { Touched } from "../../apps/server/src/platform/live/stream.ts";
import { danishField, danishNumber, type Field } from "./support/field.ts";
import { completes } from "./support/interviewed.ts";
import { withPlan } from "./support/quota-field.ts";

let field: Field;

const push = (
  touched: readonly (Partial<Touched> & Pick<Touched, "topic">)[] | null,
  countries: readonly string[] = ["DE", "DK"],
) =>
  field.platform.database.read("plain", (tx) =>
    boardStream.rows(
      tx,
      { machineNow: field.clock.now(), fieldNow: (wave) => fieldTime(wave, field.clock.now()) },
      { waveId: field.waveId, countries },
      touched?.map((one) => ({ country: null, userId: null, ids: [], ...one })) ?? null,
    ),
  );
const ids = async (...of: Parameters<typeof push>) => {
  const { rows } = await push(...of);
  return Object.fromEntries(Object.entries(rows).map(([table, list]) => [table, list.map(({ id }) => id)]));
};
const danish = ["DK/region/DK01", "DK/region/unknown", "DK/sex/F", "DK/sex/M", "DK/total/all"];

beforeEach(async () => {
  field = await danishField([{ record: "odense", number: danishNumber(1, 0) }]);
  await withPlan(field, { total: 9, men: 5, women: 5 });
});

it("is the plan, every cell and every country of the audience at first, and after news of the plan", async () => {
  const whole = { plan: ["plan"], cells: danish, countries: ["DK"] };
  expect(await ids(null, ["DK"])).toEqual(whole);
  expect(await ids([{ topic: "cells", ids: ["DK/sex/M"] }, { topic: "plan" }], ["DK"])).toEqual(whole);
});

it("has rows of the form the contract says", async () => {
  await completes(await field.interviewer("mette"));
  const { rows } = await push(null);
  for (const [table, row] of Object.entries(streamTables.board)) {
    expect(rows[table]?.length).toBeGreaterThan(0);
    for (const one of rows[table] ?? []) expect(row.strict().parse(one)).toEqual(one);
  }
});

it("is the touched cells alone: a place taken or freed changes nothing in how a country stands", async () => {
  expect(await ids([{ topic: "cells", ids: ["DK/sex/M", "DE/sex/F"] }])).toEqual({
    cells: ["DE/sex/F", "DK/sex/M"],
    countries: [],
  });
  expect(await ids([{ topic: "cells", ids: ["DK/sex/M", "DK/total/all"] }])).toEqual({
    cells: ["DK/sex/M", "DK/total/all"],
    countries: [],
  });
  expect(await ids([{ topic: "cells", ids: ["DE/sex/F", "DE/total/all"] }], ["DK"])).toEqual({
    cells: [],
    countries: [],
  });
  expect(await ids([{ topic: "cells" }], ["DK"])).toEqual({ cells: danish, countries: [] });
});

it.each([
  ["DK/total/all", ["DK"]],
  ["DK/sex/M", []],
])("after a new target of %s has these countries: %j", async (cell, countries) => {
  const sofia = await field.person({ name: "sofia", roles: ["supervisor"] });
  const address = `/api/waves/${field.waveId}/quota-cells/${encodeURIComponent(cell)}`;
  const change = { kind: "setTarget", target: 7 };
  const changed = await sofia.ask("PATCH", address, { commandId: randomUUID(), change });
  expect(changed.status).toBe(200);
  const told = await field.platform.database.read("plain", (tx) =>
    tx.news.findMany({ where: { waveId: field.waveId, topic: { in: ["cells", "interviews"] } } }),
  );
  expect(await ids(told as unknown as Touched[])).toEqual({ cells: [cell], countries });
});

it("is the country of an interview that ended, and all of them when none was named or only time passed", async () => {
  expect(await ids([{ topic: "interviews", country: "DK" }])).toEqual({ cells: [], countries: ["DK"] });
  expect(await ids([{ topic: "interviews", country: "FR" }])).toEqual({ cells: [], countries: [] });
  expect(await ids([{ topic: "interviews" }])).toEqual({ cells: [], countries: ["DE", "DK"] });
  expect(await ids([])).toEqual({ countries: ["DE", "DK"] });
});

it("says after a complete what the board says", async () => {
  await completes(await field.interviewer("mette"), 12);
  const { rows } = await push([
    { topic: "cells", ids: ["DK/total/all"] },
    { topic: "interviews", country: "DK" },
  ]);
  const sofia = await field.person({ name: "sofia", roles: ["supervisor"], languages: [] });
  const { body } = await sofia.ask("GET", `/api/waves/${field.waveId}/quota-board`);
  expect(rows["countries"]).toEqual(body.countries);
  expect((rows["countries"] as CountryStanding[])[0]).toMatchObject({ today: 1, medianMinutes: 12 });
  expect(rows["cells"]).toEqual(body.cells.filter(({ id }: QuotaCellBody) => id === "DK/total/all"));
  expect((rows["cells"] as QuotaCellBody[])[0]).toMatchObject({ completed: 1 });
});
