// Quota places: how many are granted a second, against one hot row in the same database, and whether any is sold twice.

import { randomUUID } from "node:crypto";
import type { InterviewState } from "@fieldline/interview";
import { seeded } from "@fieldline/kernel";
import type { QuotaPlan } from "@fieldline/quota";
import { quotaPlan2008, studyCountries } from "@fieldline/study-2008";
import type { Holder } from "../../apps/server/src/modules/quotas/index.ts";
import { startGround } from "./support/ground.ts";
import { median, perSecond, ratio } from "./support/rounds.ts";

/** Connections at the hot row; and desks at the check, who share the server's few connections. */
const clients = 64;
const desks = 1_024;
const rounds = 5;
const roundMs = 1_000;
const random = seeded("places");

const ground = await startGround(clients);
const { setQuotaPlan, withPlaces } = await import("../../apps/server/src/modules/quotas/index.ts");
const { operatorActor } = await import("../../apps/server/src/platform/actor.ts");
const { createBatcher } = await import("../../apps/server/src/platform/batcher.ts");
const { inHotTransaction } = await import("../../apps/server/src/platform/db/sql.ts");
const { platform, pool } = ground;

interface Check {
  readonly holder: Holder;
  readonly person: InterviewState;
}

/** As the recorder does it, without the operation and the head that go with each check. */
const decide = createBatcher<Check, string>({
  keyOf: ({ holder }) => holder.interviewId,
  most: 512,
  flush: async (checks) =>
    inHotTransaction(platform.database.hot, async (sql) => {
      const holders = checks.map(({ holder }) => holder);
      const placed = await withPlaces(sql, holders, (places) =>
        checks.map(({ holder, person }) => places.decide(holder, person)),
      );
      return placed.value;
    }),
  alone: () => Promise.reject(new Error("A batch of checks failed.")),
});

try {
  const interviews = await freshInterviews(600_000);
  const roomy = await waveWith(manyPlaces(quotaPlan2008()));
  await pool.query("create table hot_row (id int primary key, taken int not null)");
  await pool.query("insert into hot_row values (1, 0)");

  const hot: number[] = [];
  const few: number[] = [];
  const ours: number[] = [];
  for (let round = 0; round < rounds; round++) {
    hot.push(
      await perSecond(clients, roundMs, () =>
        pool.query("update hot_row set taken = taken + 1 where id = 1"),
      ),
    );
    few.push(await perSecond(clients, roundMs, () => check(roomy, interviews)));
    ours.push(await perSecond(desks, roundMs, () => check(roomy, interviews)));
  }
  const overshoot = await overshootOfRace(interviews);

  const hotRow = median(hot);
  const result = {
    toHotRowRatio: ratio(median(ours) / hotRow),
    toHotRowRatio64: ratio(median(few) / hotRow),
    overshoot,
    grantsPerSecond: Math.round(median(ours)),
    hotRowPerSecond: Math.round(hotRow),
  };
  console.log(`Medians of ${rounds} rounds of ${roundMs / 1_000} s, durable commits.`);
  const row = (perSecond: number, reach?: string) => ({
    "per second": Math.round(perSecond),
    "of the hot row": ratio(perSecond / hotRow),
    ...(reach ? { reach } : {}),
  });
  console.table({
    [`one hot row, ${clients} connections`]: row(hotRow),
    [`verdict with a place in four cells, ${clients} desks`]: row(median(few)),
    [`verdict with a place in four cells, ${desks} desks`]: row(median(ours), "≥ 20"),
    "places sold twice": { "per second": overshoot, reach: "0" },
  });
  console.log(`RESULT ${JSON.stringify(result)}`);
} finally {
  await ground.end();
}

interface Wave {
  readonly waveId: string;
  readonly plan: QuotaPlan;
}

/** One new person at the check: the verdict, and with it a place in each cell. */
async function check({ waveId, plan }: Wave, interviews: string[]): Promise<string> {
  const interviewId = interviews.pop();
  if (interviewId === undefined) throw new Error("There are no interviews left; make more at the start.");
  const person = somebody(plan);
  return decide({
    holder: { interviewId, waveId, country: person.country, now: platform.clock.now() },
    person,
  });
}

function somebody(plan: QuotaPlan): InterviewState {
  const country = oneOf([...new Set(plan.dimensions.map((dimension) => dimension.country))]);
  const regions = plan.dimensions.find(({ id, country: of }) => id === "region" && of === country)?.cells;
  const person = {
    country,
    answers: {
      sex: { value: oneOf([1, 2]) },
      age: { value: 18 + Math.floor(random() * 70) },
      region: { value: oneOf(regions ?? [])?.key ?? "" },
      hoh_occ: { value: 1 + Math.floor(random() * 8) },
    },
    prefill: {},
  };
  return person as unknown as InterviewState;
}

function oneOf<Item>(items: readonly Item[]): Item {
  return items[Math.floor(random() * items.length)] as Item;
}

/** Two hundred regions of five places each, wanted by twice as many people as there are places. */
async function overshootOfRace(interviews: string[]): Promise<number> {
  const cells = Array.from({ length: 200 }, (_, index) => ({
    key: `R${String(index).padStart(3, "0")}`,
    target: 5,
  }));
  const plan: QuotaPlan = {
    version: 1,
    whenOffline: "goOn",
    strictOccupationFor: [],
    variables: [{ id: "region", kind: "region", question: "region", prefix: {} }],
    dimensions: studyCountries.map((country) => ({
      id: "region",
      country,
      variables: ["region"],
      policy: { kind: "strict" },
      cells: cells.slice(0, country === "DK" ? cells.length : 1),
    })),
  };
  const wave = await waveWith(plan);
  const danish = { ...plan, dimensions: plan.dimensions.filter(({ country }) => country === "DK") };
  let asked = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (asked++ < 2 * 5 * cells.length) await check({ ...wave, plan: danish }, interviews);
    }),
  );
  const { rows } = await pool.query<{ sold: number; over: number }>(
    `with held as (select unnest(cells) as id from quota_place where wave_id = $1),
      sold as (select id, count(*)::int as places from held group by id)
    select coalesce(sum(greatest(places - c.target, 0)), 0)::int as over, sum(places)::int as sold
    from sold join quota_cell c using (id) where c.wave_id = $1`,
    [wave.waveId],
  );
  if ((rows[0]?.sold ?? 0) < 4.5 * cells.length) throw new Error("The race was none: places were left over.");
  return rows[0]?.over ?? Number.NaN;
}

/** So many places in every cell that none fills in a round. */
function manyPlaces(plan: QuotaPlan): QuotaPlan {
  return {
    ...plan,
    dimensions: plan.dimensions.map((dimension) => ({
      ...dimension,
      cells: dimension.cells.map((cell) => ({ ...cell, target: 1_000_000 })),
    })),
  };
}

async function waveWith(plan: QuotaPlan): Promise<Wave> {
  const [studyId, waveId] = [randomUUID(), randomUUID()];
  await pool.query("insert into study (id, code, title) values ($1, $2, 'Bench')", [studyId, studyId]);
  await pool.query(
    `insert into wave (id, study_id, code, title, mode, field_offset_ms, state, field_from, field_to, countries, languages)
    values ($1, $2, 'bench', 'Bench', 'test', 0, 'preparing', '2008-04-16', '2008-05-05', $3, '{da}')`,
    [waveId, studyId, studyCountries],
  );
  await platform.execute(setQuotaPlan, { actor: operatorActor, commandId: null, input: { waveId, plan } });
  return { waveId, plan };
}

/** Interviews without anything behind them: only that they exist matters to a place. */
async function freshInterviews(count: number): Promise<string[]> {
  const { rows: keys } = await pool.query<{ conname: string }>(
    "select conname from pg_constraint where conrelid = 'interview'::regclass and contype = 'f'",
  );
  for (const { conname } of keys) await pool.query(`alter table interview drop constraint "${conname}"`);
  const { rows } = await pool.query<{ id: string }>(
    `insert into interview (id, wave_id, case_id, attempt_id, release_id, user_id, country, language, status, seq, counted,
      over_quota, started_at)
    select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),
      gen_random_uuid(), 'DK', 'da', 'inProgress', 1, false, false, '2008-04-16T15:00:00Z'
    from generate_series(1, $1) returning id`,
    [count],
  );
  return rows.map(({ id }) => id);
}
