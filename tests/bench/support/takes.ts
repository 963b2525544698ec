// Desks of a benchmark that take cases as the server hands them out, ring in vain, and take the next one.

import { randomUUID } from "node:crypto";
import { hour, instant, later, type UserId } from "@fieldline/kernel";
import { callRules2008, study2008 } from "@fieldline/study-2008";
import type { Seeker, Taken } from "../../../apps/server/src/modules/calling/index.ts";
import type { CommandContext } from "../../../apps/server/src/platform/command.ts";
import { caseField } from "./case-field.ts";
import type { Ground } from "./ground.ts";

const { openLease, queueChanged, reasonsOf, takeFor } = await import(
  "../../../apps/server/src/modules/calling/index.ts"
);

export interface Takes {
  /** From now on field time runs, as the computer's does, from the first evening of the field. */
  begin(): void;
  /** Takes a case for the desk, noting milliseconds, then rings there in vain, which is not measured. */
  take(desk: number, times: { readonly whole: number[]; readonly inside: number[] }): Promise<void>;
  /** Takes a case and is never heard of again; somebody else sits down. @returns who it was */
  killed(desk: number): Promise<string>;
  /** Milliseconds of taking the first row of a plain narrow table. */
  bare(): Promise<number>;
  /** Holds a snapshot of the whole database; @returns what lets it go */
  hold(): Promise<() => Promise<void>>;
}

const languages: Readonly<Record<string, string>> = { CZ: "cs", DK: "da", FR: "fr", DE: "de", GB: "en" };

export async function takesOf(
  ground: Ground,
  { cases, desks }: { cases: number; desks: number },
): Promise<Takes> {
  const { pool } = ground;
  const field = await caseField(ground, { cases, fieldNow: new Date(study2008.fieldTimeAtFirst) });
  await pool.query("create table bare_queue (id int primary key, place bigint not null)");
  await pool.query(
    "insert into bare_queue select i, (i::bigint * 7919) % 2147483647 from generate_series(1, $1::int) i",
    [Math.max(cases, 50_000)],
  );
  await pool.query("create index on bare_queue (place)");
  await pool.query("vacuum analyze bare_queue");
  return takesIn(ground, { ...field, desks });
}

/** In a field that is there already, from any process. */
export function takesIn(
  { pool, platform }: Pick<Ground, "pool" | "platform">,
  { waveId, studyId, desks }: { waveId: string; studyId: string; desks: number },
): Takes {
  let ahead = study2008.fieldTimeAtFirst - platform.clock.now();
  const seats = Array.from({ length: desks }, (_, desk) => seat(desk, { waveId, studyId }));

  return {
    begin: () => {
      ahead = study2008.fieldTimeAtFirst - platform.clock.now();
    },
    take: async (desk, times) => {
      const taken = await takes(desk, times);
      await ringsInVain(taken.id, (seats[desk] as Seeker).userId);
    },
    killed: async (desk) => {
      await takes(desk, { whole: [], inside: [] });
      const { userId } = seats[desk] as Seeker;
      seats[desk] = seat(desk, { waveId, studyId });
      return userId;
    },
    bare: async () => {
      const begun = performance.now();
      const { rowCount } = await pool.query({
        name: "bare",
        text: `delete from bare_queue where id = (
          select id from bare_queue order by place limit 1 for update skip locked)`,
      });
      if (rowCount !== 1) throw new Error("The narrow table is empty.");
      return performance.now() - begun;
    },
    hold: async () => {
      const client = await platform.database.dedicated();
      await client.query("begin isolation level repeatable read");
      await client.query(`select count(*) from case_tally`);
      return async () => {
        await client.query("rollback");
        await client.end();
      };
    },
  };

  async function takes(desk: number, times: Parameters<Takes["take"]>[1]): Promise<Taken> {
    const found = seats[desk] as Seeker;
    const begun = performance.now();
    let inside = 0;
    const taken = await platform.database.write("contact", async (tx) => {
      const machineNow = platform.clock.now();
      const now = {
        ...found,
        wave: { ...found.wave, fieldNow: later(machineNow, ahead) },
      } satisfies Seeker;
      const asked = performance.now();
      let one = await takeFor(tx, now, { machineNow, thoroughly: false });
      for (let round = 2; !one && round <= 5; round++) {
        one = await takeFor(tx, now, { machineNow, thoroughly: true });
      }
      inside = performance.now() - asked;
      if (!one) throw new Error(`Nothing is left to take for desk ${desk}.`);
      const reasons = await reasonsOf(tx, one.id, now);
      const ctx = { machineNow, newId: randomUUID } as unknown as CommandContext;
      const asks = { caseId: one.id, userId: now.userId, fence: one.fence, reasons };
      if (!(await openLease(tx, ctx, asks))) throw new Error("A number was open at another desk.");
      return one;
    });
    times.whole.push(performance.now() - begun);
    times.inside.push(inside);
    return taken;
  }

  /** What an unanswered call does to the rows, in two statements. */
  async function ringsInVain(caseId: string, userId: string): Promise<void> {
    await pool.query({
      name: "end",
      text: `with ended as (update lease set ended_at = $3, ended_by = 'outcome' where case_id = $1 and user_id = $2
          and ended_at is null returning id)
        update lease_number n set open = false from ended where n.lease_id = ended.id`,
      values: [caseId, userId, new Date(platform.clock.now())],
    });
    const dueAt = later(platform.clock.now(), ahead + 3 * hour);
    await pool.query({
      name: "settle",
      text: `update "case" set rank = 1, due_at = $2, avoid = 3, tried = tried | 4, attempt_count = attempt_count + 1,
          needs_skill = null, not_user = null, last_disposition = 'noAnswer' where id = $1`,
      values: [caseId, new Date(dueAt)],
    });
    queueChanged(waveId, dueAt);
  }
}

function seat(desk: number, { waveId, studyId }: { waveId: string; studyId: string }): Seeker {
  const country = Object.keys(languages)[desk % 5] as string;
  const fieldNow = instant(study2008.fieldTimeAtFirst);
  return {
    userId: randomUUID() as UserId,
    wave: {
      id: waveId,
      studyId,
      mode: "test",
      inField: true,
      languages: Object.values(languages),
      countryLanguage: languages,
      releaseId: waveId,
      rules: callRules2008(),
      fieldDates: study2008.fieldDates,
      fieldNow,
    },
    countries: [country],
    callable: [country],
    languages: [languages[country] as string],
    skills: desk % 2 === 0 ? ["refusalConversion"] : [],
  };
}
