// The field ends: what is still open gets its final code by the fold, and the ledger adds up to the sample.

import { randomUUID } from "node:crypto";
import { day, minute } from "@fieldline/kernel";
import type { CaseOnDesk } from "@fieldline/protocol";
import { describe, expect, it } from "vitest";
import { foldClosedWaves, reclaim } from "../../apps/server/src/modules/calling/index.ts";
import { breakOffOpenInterview } from "../../apps/server/src/modules/interviewing/index.ts";
import { importDoNotCall } from "../../apps/server/src/modules/samples/index.ts";
import { operatorActor, systemActor } from "../../apps/server/src/platform/actor.ts";
import { recount } from "../../apps/server/src/recount/index.ts";
import { danishField, danishNumber } from "./support/field.ts";

const sample = 10;
const field = await danishField(
  Array.from({ length: sample }, (_, at) => ({
    record: `household-${at + 1}`,
    number: danishNumber(at + 1, 5),
  })),
);
const office = await field.person({
  ...{ name: "office", roles: ["administrator"], languages: [] },
  countries: ["CZ", "DK", "FR", "DE", "GB"],
});
const byOperator = { actor: operatorActor, commandId: null } as const;
const bySystem = { actor: systemActor, commandId: null, input: {} } as const;
let silent: CaseOnDesk;
const fold = async () =>
  (
    await field.platform.execute(foldClosedWaves(breakOffOpenInterview), {
      ...{ actor: systemActor, commandId: null, input: {} },
    })
  ).folded;
const rows = async (sql: string, ...values: unknown[]) =>
  (await field.platform.database.pool.query(sql, values)).rows;
const codes = () =>
  rows(`select state, final_disposition as "as", final_code as code, count(*)::int as cases from "case"
    group by 1, 2, 3 order by 3 nulls last, 2`);

describe("the end of the field", () => {
  it("folds what is open, leaves what a desk holds until it is free, and adds up to the sample", async () => {
    const mette = await field.interviewer("mette");
    const jens = await field.interviewer("jens");
    const sofie = await field.interviewer("sofie");
    await mette.rings("noAnswer");
    await mette.rings("busy");
    await mette.rings("softRefusalRespondent");
    await mette.rings("hardRefusal");
    const suspended = await mette.next();
    const { body: call } = await mette.dial(suspended);
    const interview = await mette.begins(suspended, call.id);
    await mette.records(interview, suspended, 2, [{ type: "suspend" }]);
    await mette.close(call.id, suspended, "breakOffResumable");
    const held = await jens.next();
    const { body: ringing } = await jens.dial(held);
    silent = await sofie.next();
    await sofie.dial(silent);
    const [never] = await rows(`select r.reference from "case" c join sample_record r on r.id = c.record_id
      where c.attempt_count = 0 limit 1`);
    const suppressed = danishNumber(Number(never.reference.split("-")[1]), 5);
    await field.platform.execute(importDoNotCall(field.platform.keys), {
      ...byOperator,
      input: { waveId: field.waveId, source: "list", numbers: [{ number: suppressed, country: "DK" }] },
    });

    expect(await fold()).toBe(0);
    const closed = await office.ask("POST", `/api/waves/${field.waveId}/close`, { commandId: randomUUID() });
    expect(closed.status, JSON.stringify(closed.body)).toBe(200);
    expect(await fold()).toBe(7);
    expect(await fold()).toBe(0);
    expect(await rows(`select id from "case" where state = 'open'`)).toEqual(
      expect.arrayContaining([{ id: held.id }, { id: silent.id }]),
    );
    expect(await rows("select status from interview")).toEqual([{ status: "brokenOff" }]);

    const said = await jens.close(ringing.id, held, "answeringMachine");
    expect(said.status, JSON.stringify(said.body)).toBe(200);
    expect(await fold()).toBe(1);
    expect(await codes()).toEqual([
      { state: "closed", as: "hardRefusal", code: "2.111", cases: 1 },
      { state: "closed", as: "softRefusalRespondent", code: "2.112", cases: 1 },
      { state: "closed", as: "breakOff", code: "2.12", cases: 1 },
      { state: "closed", as: "notWorked", code: "3.11", cases: 2 },
      { state: "closed", as: "suppressed", code: "3.11", cases: 1 },
      { state: "closed", as: "busy", code: "3.12", cases: 1 },
      { state: "closed", as: "noAnswer", code: "3.13", cases: 1 },
      { state: "closed", as: "answeringMachine", code: "3.14", cases: 1 },
      { state: "open", as: null, code: null, cases: 1 },
    ]);
    const journalled = await rows(
      "select after, field_at from journal_entry where action = 'calling.foldClosedWaves' and entity_kind = 'wave' order by seq",
    );
    expect(journalled.map(({ after }) => after)).toEqual([
      { endOfField: 7, byCode: { "2.112": 1, "2.12": 1, "3.11": 3, "3.12": 1, "3.13": 1 } },
      { endOfField: 1, byCode: { "3.14": 1 } },
    ]);
    expect(journalled.every(({ field_at }) => field_at !== null)).toBe(true);
    expect(await recount(field.platform.database)).toEqual([]);
  });

  it("waits a day for a desk that fell silent, and then does not", async () => {
    const { id } = silent;
    field.clock.forward(10 * minute);
    const reclaimed = await field.platform.execute(reclaim(breakOffOpenInterview), bySystem);
    expect(reclaimed).toEqual({ reclaimed: 1 });
    expect(await fold()).toBe(0);
    field.clock.forward(day + minute);
    expect(await fold()).toBe(1);
    expect(
      await rows(`select final_disposition as "as", final_code as code from "case" where id = $1`, id),
    ).toEqual([{ as: "neverClosed", code: "3.16" }]);
    expect(await rows(`select count(*)::int as open from "case" where state = 'open'`)).toEqual([
      { open: 0 },
    ]);
    expect(await recount(field.platform.database)).toEqual([]);
  });
});
