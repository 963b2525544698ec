// Quota places: how many are granted a second, against one hot row in the same database, and whether any is sold twice.

import { randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { InterviewState } from "@fieldline/interview";
import { seeded } from "@fieldline/kernel";
import type { QuotaPlan } from "@fieldline/quota";
import { quotaPlan2008, studyCountries } from "@fieldline/study-2008";
import pg from "pg";
import { ensureGenerated } from "../../scripts/generate.ts";

await ensureGenerated();
const { decide, setQuotaPlan } = await import("../../apps/server/src/modules/quotas/index.ts");
const { operatorActor } = await import("../../apps/server/src/platform/actor.ts");
const { readConfig } = await import("../../apps/server/src/platform/config.ts");
const { prepareDatabase } = await import("../../apps/server/src/platform/db/prepare.ts");
const { createLogger } = await import("../../apps/server/src/platform/logger.ts");
const { openPlatform } = await import("../../apps/server/src/platform/platform.ts");
const { clusterIn } = await import("../../apps/server/src/platform/postgres/cluster.ts");
const { startEmbedded } = await import("../../apps/server/src/platform/postgres/embedded.ts");

const clients = 64;
const rounds = 5;
const roundMs = 2_000;
const random = seeded("places");
const root = resolve(import.meta.dirname, "../..");

/** The settings that make a commit durable stay as PostgreSQL has them: on. */
const dir = mkdtempSync(join(tmpdir(), "fieldline-bench-"));
chmodSync(dir, 0o711);
const server = await startEmbedded(clusterIn(dir));
await prepareDatabase(server.url, { mode: "test", root });
const keys = { hash: new Uint8Array(32).fill(1), encryption: new Uint8Array(32).fill(2) };
const config = readConfig({ NODE_ENV: "test", LOG_LEVEL: "silent" });
const platform = openPlatform({ config, url: server.url, keys, logger: createLogger("silent") });
const hotPool = new pg.Pool({ connectionString: server.url, max: clients });
hotPool.on("error", () => {});

try {
  const interviews = await freshInterviews(40_000);
  const roomy = await waveWith(manyPlaces(quotaPlan2008()));
  await hotPool.query("create table hot_row (id int primary key, taken int not null)");
  await hotPool.query("insert into hot_row values (1, 0)");
  await Promise.all(Array.from({ length: clients }, () => hotPool.query("select pg_sleep(0.05)")));

  const hot: number[] = [];
  const ours: number[] = [];
  for (let round = 0; round < rounds; round++) {
    hot.push(await perSecond(() => hotPool.query("update hot_row set taken = taken + 1 where id = 1")));
    ours.push(await perSecond(() => check(roomy, interviews)));
  }
  const overshoot = await overshootOfRace(interviews);

  const hotRow = median(hot);
  const grants = median(ours);
  const result = {
    toHotRowRatio: Number((grants / hotRow).toPrecision(3)),
    overshoot,
    grantsPerSecond: Math.round(grants),
    hotRowPerSecond: Math.round(hotRow),
  };
  console.log(`Medians of ${rounds} rounds of ${roundMs / 1_000} s at ${clients} clients, durable commits.`);
  console.table({
    "one hot row, single statements": { "per second": result.hotRowPerSecond, "of the hot row": 1 },
    "verdict with a place in four cells": {
      "per second": result.grantsPerSecond,
      "of the hot row": result.toHotRowRatio,
      reach: "≥ 20",
    },
    "places sold twice": { "per second": overshoot, reach: "0" },
  });
  console.log(`RESULT ${JSON.stringify(result)}`);
} finally {
  await hotPool.end();
  await platform.close();
  await server.stop();
  rmSync(dir, { recursive: true, force: true });
}

/** So many commands a second, from all clients together for the time of a round. */
async function perSecond(work: () => Promise<unknown>): Promise<number> {
  let done = 0;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() - start < roundMs) {
        await work();
        done++;
      }
    }),
  );
  const seconds = (performance.now() - start) / 1_000;
  await pause(100);
  return done / seconds;
}

interface Wave {
  readonly waveId: string;
  readonly plan: QuotaPlan;
}

/** One new person at the check: the verdict, and with it a place in each cell, in a transaction of its own. */
async function check({ waveId, plan }: Wave, interviews: string[]): Promise<unknown> {
  const interviewId = interviews.pop();
  if (interviewId === undefined) throw new Error("There are no interviews left; make more at the start.");
  const holder = { interviewId, waveId, now: platform.clock.now() };
  return platform.database.write("plain", (tx) => decide(tx, holder, somebody(plan)));
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
  const { rows } = await hotPool.query<{ sold: number; over: number }>(
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
  await hotPool.query("insert into study (id, code, title) values ($1, $2, 'Bench')", [studyId, studyId]);
  await hotPool.query(
    `insert into wave (id, study_id, code, title, mode, field_offset_ms, state, field_from, field_to, countries, languages)
    values ($1, $2, 'bench', 'Bench', 'test', 0, 'preparing', '2008-04-16', '2008-05-05', $3, '{da}')`,
    [waveId, studyId, studyCountries],
  );
  await platform.execute(setQuotaPlan, { actor: operatorActor, commandId: null, input: { waveId, plan } });
  return { waveId, plan };
}

/** Interviews without anything behind them: only that they exist matters to a place. */
async function freshInterviews(count: number): Promise<string[]> {
  const { rows: keys } = await hotPool.query<{ conname: string }>(
    "select conname from pg_constraint where conrelid = 'interview'::regclass and contype = 'f'",
  );
  for (const { conname } of keys) await hotPool.query(`alter table interview drop constraint "${conname}"`);
  const { rows } = await hotPool.query<{ id: string }>(
    `insert into interview (id, wave_id, case_id, attempt_id, release_id, user_id, country, language, status, seq, counted,
      over_quota, started_at)
    select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),
      gen_random_uuid(), 'DK', 'da', 'inProgress', 1, false, false, '2008-04-16T15:00:00Z'
    from generate_series(1, $1) returning id`,
    [count],
  );
  return rows.map(({ id }) => id);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
