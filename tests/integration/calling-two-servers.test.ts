// Desks on two server processes take, ring and close, some are killed: no case and no number is on two desks, none is lost.

import { seeded } from "@fieldline/kernel";
import pg from "pg";
import { afterAll, expect, it } from "vitest";
import { reclaim } from "../../apps/server/src/modules/calling/index.ts";
import { breakOffOpenInterview } from "../../apps/server/src/modules/interviewing/index.ts";
import { systemActor } from "../../apps/server/src/platform/actor.ts";
import { recount } from "../../apps/server/src/recount/index.ts";
import { danishField, danishNumber } from "./support/field.ts";
import { Hands, worksUntilKilled } from "./support/killed-desks.ts";
import { twoProcesses } from "./support/nodes.ts";
import { runningClock } from "./support/platform.ts";

const households = Array.from({ length: 110 }, (_, n) => ({
  record: `household ${n}`,
  region: `DK0${1 + (n % 5)}`,
  number: danishNumber(n % 100, Math.floor(n / 100)),
  number2: danishNumber(n % 100, 5 + Math.floor(n / 100)),
}));
const desks = 20;

it("hand every household to one desk at a time, also when desks are killed", async () => {
  const field = await danishField(households, runningClock());
  const owner = new pg.Client({ connectionString: field.url });
  await owner.connect();
  afterAll(() => owner.end());
  const people = await Promise.all(Array.from({ length: desks }, (_, n) => field.interviewer(`desk${n}`)));
  const nodes = await twoProcesses(field);
  const hands = new Hands();
  const at = { nodes, hands, random: seeded("two servers"), waveId: field.waveId };
  let killed = 0;
  /** Its lease runs out, and the duty gives its case back. */
  const fallsSilent = async (name: string) => {
    killed++;
    hands.letGo(name);
    await owner.query(
      `update lease set expires_at = '2020-01-01'
      where ended_at is null and user_id = (select id from app_user where name = $1)`,
      [name],
    );
    const duty = { actor: systemActor, commandId: null, input: {} };
    // A lease that another round of the duty is just ending is passed over here; then it ends there.
    for (let held = 1; held > 0; ) {
      await field.platform.execute(reclaim(breakOffOpenInterview), duty);
      const { rows } = await owner.query(
        `select count(*)::int as held from lease
        where ended_at is null and user_id = (select id from app_user where name = $1)`,
        [name],
      );
      held = rows[0].held;
    }
  };

  await Promise.all(
    people.map(async (desk) => {
      while ((await worksUntilKilled(desk, at)) === "killed") await fallsSilent(desk.name);
    }),
  );
  expect(hands.faults).toEqual([]);
  expect(killed).toBeGreaterThan(5);
  expect(hands.handed.size).toBe(households.length);
  const { rows } = await owner.query("select count(*)::int as open from lease where ended_at is null");
  expect(rows).toEqual([{ open: 0 }]);
  expect(await recount(field.platform.database)).toEqual([]);
}, 120_000);
