// The queue: in which order cases are handed out, which are not, and that every case that is not is counted once, rightly.

import { randomUUID } from "node:crypto";
import { hour, minute, second } from "@fieldline/kernel";
import type { QuotaPlan } from "@fieldline/quota";
import { describe, expect, it } from "vitest";
import { setQuotaPlan } from "../../apps/server/src/modules/quotas/index.ts";
import { operatorActor } from "../../apps/server/src/platform/actor.ts";
import { until } from "./support/day.ts";
import type { Desk } from "./support/desk.ts";
import { danishNumber } from "./support/field.ts";
import {
  allCases,
  countsOf,
  madeUpCases,
  plainly,
  type QueueField,
  queueField,
} from "./support/queue-field.ts";
import { smallPlan } from "./support/quota-field.ts";

const fieldAt = (minutes: number) => new Date(Date.parse("2008-04-16T15:00:00Z") + minutes * minute);
const evening = { morning: 1, afternoon: 2, evening: 3, weekend: 4 }.evening;

const households = (...records: string[]) =>
  records.map((record, serial) => ({ record, number: danishNumber(serial, 5) }));

/** Takes one after the other and gives each back, until nothing is left. */
async function handedTo(desk: Desk): Promise<string[]> {
  const records: string[] = [];
  for (;;) {
    const { body } = await desk.nextReply();
    if (!body.case) return records;
    records.push(body.case.reference);
    const back = { commandId: randomUUID(), fence: body.case.fence };
    expect((await desk.ask("POST", `/api/cases/${body.case.id}/give-back`, back)).status).toBe(200);
  }
}

describe("cases are handed out", () => {
  it("by what was agreed, then by turn; a refusal only to somebody skilled who did not hear it", async () => {
    const field = await queueField(
      households(
        "fresh b",
        "fresh a",
        "tried",
        "often",
        "untried",
        "heard",
        "hers",
        "resume",
        "loose",
        "exact",
        "pinned",
      ),
    );
    const [mette, lars] = [await field.interviewer("mette"), await field.interviewer("lars")];
    await field.owner.query(`update app_user set skills = '{refusalConversion}' where name = 'mette'`);
    const due = { due_at: fieldAt(-10) };
    await field.stands("fresh a", { draw: 1 });
    await field.stands("fresh b", { draw: 2 });
    await field.stands("tried", { ...due, rank: 1, tried: 4, attempt_count: 1 });
    await field.stands("often", { ...due, rank: 1, tried: 1, attempt_count: 3 });
    await field.stands("untried", { ...due, rank: 1, tried: 1, attempt_count: 2 });
    const refused = { ...due, rank: 0, needs_skill: "refusalConversion" };
    await field.stands("heard", { ...refused, not_user: await field.idOf("lars") });
    await field.stands("hers", { ...refused, not_user: await field.idOf("mette") });
    await field.stands("resume", { ...due, rank: -1 });
    await field.stands("loose", { ...due, rank: -2 });
    await field.stands("exact", { ...due, rank: -3 });
    await field.stands("pinned", { ...due, rank: -4 });
    expect(await handedTo(mette)).toEqual([
      "pinned",
      "exact",
      "loose",
      "resume",
      "heard",
      "untried",
      "often",
      "tried",
      "fresh a",
      "fresh b",
    ]);
    expect(countsOf(await lars.nextReply())).toEqual({
      resting: 7,
      appointmentsLater: 2,
      otherSkill: 2,
    });
    expect(countsOf(await mette.nextReply())).toEqual({
      resting: 8,
      appointmentsLater: 2,
      keptForOthers: 1,
    });
    expect(await field.apart()).toEqual([]);
  });

  it("where a region needs them most; where no place is left only what was agreed, until all are completed", async () => {
    const regions = ["DK01", "DK02", "DK03", "DK03"];
    const field = await queueField(
      regions.map((region, serial) => ({
        record: `${region} ${serial}`,
        region,
        number: danishNumber(serial, 5),
      })),
    );
    await regionPlan(field, { DK01: 8, DK02: 1, DK03: 10 });
    await field.stands("DK03 3", { rank: -3, due_at: fieldAt(-1) });
    const mette = await field.interviewer("mette");
    expect(await handedTo(mette)).toEqual(["DK03 3", "DK02 1", "DK01 0"]);
    expect(countsOf(await mette.nextReply())).toEqual({ resting: 2, appointmentsLater: 1, cellFull: 1 });
    field.clock.forward(11 * minute);
    await field.owner.query(
      `update quota_cell set completed = cap - 1, reserved = 1 where id = 'DK/total/all'`,
    );
    expect(await handedTo(mette)).toEqual(["DK03 3"]);
    expect(countsOf(await mette.nextReply())).toEqual({ appointmentsLater: 1, cellFull: 3 });
    field.clock.forward(11 * minute);
    await field.owner.query(`update quota_cell set completed = cap, reserved = 0 where id = 'DK/total/all'`);
    expect(countsOf(await mette.nextReply())).toEqual({ cellFull: 4 });
  });

  it("in the second in which they are due: an appointment to its owner before, then to anybody", async () => {
    const field = await queueField(households("half past", "hers"));
    const [mette, lars] = [await field.interviewer("mette"), await field.interviewer("lars")];
    await field.stands("half past", { rank: -3, due_at: fieldAt(30) });
    await field.stands("hers", {
      ...{ rank: -3, due_at: fieldAt(60), for_user: await field.idOf("mette"), for_user_until: fieldAt(70) },
    });
    field.clock.forward(30 * minute - 1);
    expect(countsOf(await lars.nextReply())).toEqual({ appointmentsLater: 2 });
    field.clock.forward(1);
    expect((await lars.next()).reference).toBe("half past");
    field.clock.forward(25 * minute - 1);
    expect(countsOf(await mette.nextReply())).toEqual({ atOtherDesks: 1, appointmentsLater: 1 });
    field.clock.forward(1);
    expect((await mette.next()).reference).toBe("hers");
    expect(await field.apart()).toEqual([]);
  });

  it("never where no number may be rung, nor again in the part of the day in which nobody answered", async () => {
    const field = await queueField([
      { record: "listed", number: danishNumber(1, 5), number2: danishNumber(2, 5) },
      { record: "half listed", number: danishNumber(3, 5), number2: danishNumber(4, 5) },
      { record: "evening", number: danishNumber(5, 5) },
    ]);
    await field.owner.query(`update phone_number set do_not_call_at = '2026-01-01' where id in (
      select n.number_id from record_number n join sample_record r on r.id = n.record_id
      where r.reference = 'listed' or (r.reference = 'half listed' and n.position = 1))`);
    await field.stands("evening", { rank: 1, avoid: evening, tried: 4, due_at: fieldAt(-5) });
    const mette = await field.interviewer("mette");
    expect((await mette.next()).reference).toBe("half listed");
    const lars = await field.interviewer("lars");
    expect(countsOf(await lars.nextReply())).toEqual({ noNumberLeft: 1, atOtherDesks: 1, otherDaypart: 1 });
    await until(field, "2008-04-17", "10:00");
    expect((await lars.next()).reference).toBe("evening");
    expect(await field.apart()).toEqual([]);
  });
});

describe("why nothing can be called", () => {
  it.each(["north", "south", "east"])(
    "is counted as a plain reading of every case has it (%s)",
    async (seed) => {
      const field = await queueField(households(...Array.from({ length: 60 }, (_, n) => `case ${n}`)));
      await regionPlan(field, { DK01: 3, DK02: 10, DK03: 5 });
      const desks = await Promise.all(people.map((person) => field.person(person)));
      await field.owner.query(`update app_user set skills = '{refusalConversion}' where name = 'lars'`);
      const ids = await Promise.all(people.map(({ name }) => field.idOf(name)));
      for (const [n, columns] of madeUpCases(60, { seed, ids, fieldAt }).entries()) {
        await field.stands(`case ${n}`, columns);
      }
      expect(await field.apart()).toEqual([]);
      let explained = 0;
      for (const { at, open, daypart } of moments) {
        field.clock.forward(at * minute);
        for (const [index, desk] of desks.entries()) {
          const person = { ...(people[index] as (typeof people)[number]), id: ids[index] ?? "" };
          await takesAll(field, desk);
          const reply = await desk.nextReply();
          const now = new Date(reply.body.nothing.asOf);
          const cases = await allCases(field.owner);
          expect(countsOf(reply)).toEqual(
            plainly(cases, { ...person, now, open, daypart, fullRegions: ["DK02"] }),
          );
          explained += Object.keys(countsOf(reply)).length;
        }
      }
      expect(explained).toBeGreaterThan(30);
      expect(await field.apart()).toEqual([]);
      await field.addsUp();
      expect(await field.apart()).toEqual([]);
      expect((await field.owner.query("select 1 from case_tally_delta")).rows).toEqual([]);
    },
  );
});

const people = [
  { name: "mette", languages: ["da"], countries: ["DK"], skills: [] },
  { name: "lars", languages: ["da", "en"], countries: ["DK", "GB"], skills: ["refusalConversion"] },
  { name: "ida", languages: ["de", "en"], countries: ["DE", "GB", "DK"], skills: [] },
] as const;

/** Minutes after 17:00 in Copenhagen: in Britain it is afternoon then; and after Denmark has closed. */
const moments = [
  { at: 0, open: ["CZ", "DK", "FR", "DE", "GB"], daypart: (of: string) => (of === "GB" ? 2 : evening) },
  { at: 225, open: ["DE", "GB"], daypart: () => evening },
] as const;

/** Whatever is to be had lies on desks of others then. */
async function takesAll(field: QueueField, desk: Desk): Promise<void> {
  while ((await desk.nextReply()).body.case) {
    await field.owner.query("update lease set user_id = gen_random_uuid() where ended_at is null");
  }
}

it("tallies stay right through a day of commands, and when they are added up meanwhile", async () => {
  const field = await queueField(households("a", "b", "c", "d", "e"));
  const mette = await field.interviewer("mette");
  for (const outcome of ["noAnswer", "softRefusalHousehold", "hardRefusal", "busy"]) {
    await mette.rings(outcome);
    expect(await field.apart(), outcome).toEqual([]);
    if (outcome === "softRefusalHousehold") await field.addsUp();
    field.clock.forward(second);
  }
  await handedTo(mette);
  field.clock.forward(hour);
  await field.addsUp();
  expect(await field.apart()).toEqual([]);
});

/** Denmark with a cap of ten in each of three regions, so many of them filled. */
async function regionPlan(field: QueueField, filled: Readonly<Record<string, number>>): Promise<void> {
  const base = smallPlan({ total: 100, men: 50, women: 50 });
  const plan: QuotaPlan = {
    ...base,
    dimensions: base.dimensions.map((dimension) =>
      dimension.id === "region" && dimension.country === "DK"
        ? {
            ...dimension,
            policy: { kind: "strict" },
            cells: Object.keys(filled).map((key) => ({ key, target: 10 })),
          }
        : dimension,
    ),
  };
  const input = { waveId: field.waveId, plan };
  await field.platform.execute(setQuotaPlan, { actor: operatorActor, commandId: null, input });
  for (const [region, completed] of Object.entries(filled)) {
    await field.owner.query("update quota_cell set completed = $1 where id = $2", [
      completed,
      `DK/region/${region}`,
    ]);
  }
}
