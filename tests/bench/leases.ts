// A hundred desks on two server processes take a hundred thousand leases, one desk in a hundred killed with its case.
// Fewer can be named: `npm run bench -- leases 10000 100`.

import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { study2008 } from "@fieldline/study-2008";
import { caseField } from "./support/case-field.ts";
import { startGround } from "./support/ground.ts";
import type { Work } from "./support/lease-worker.ts";

const [leases = 100_000, desks = 100] = process.argv.slice(2).map(Number);
const servers = 2;
const ground = await startGround(4);
const { pool, platform } = ground;
const { addUp } = await import("../../apps/server/src/modules/calling/index.ts");

/** Looked at every second meanwhile. */
const doubled = `select
  (select count(*) from (select 1 from lease_number where open group by number_id having count(*) > 1) n)
  + (select count(*) from (select 1 from lease where ended_at is null group by case_id having count(*) > 1) c) as n`;

/** As the duty that reclaims leases leaves them. */
const gaveBack = `with ended as (update lease set ended_at = now(), ended_by = 'silent'
    where ended_at is null and user_id = any($1::uuid[]) returning id)
  update lease_number n set open = false from ended where n.lease_id = ended.id`;

const checks = {
  "leases taken": "select count(*)::int as n from lease",
  "cases on two desks at once": `select count(*)::int as n from (
    select taken_at < lag(ended_at) over (partition by case_id order by fence) - interval '2 seconds' as over
    from lease) x where over`,
  "fences given twice": `select count(*)::int as n from (
    select 1 from lease group by case_id, fence having count(*) > 1) x`,
  "leases left open": "select count(*)::int as n from lease where ended_at is null",
  "numbers left open": "select count(*)::int as n from lease_number where open",
  "cases of killed desks lost": `select count(*)::int as n from "case" c where exists (
      select 1 from lease l where l.case_id = c.id and l.ended_by = 'silent')
    and (c.state <> 'open' or c.held is not null)`,
  "cases counted wrongly": `select coalesce(sum(abs(n)), 0)::int as n from (select sum(n) as n from (
      select country, region, state, case when state = 'open' then rank else 0 end as rank, -1 as n from "case"
      union all select country, region, state, rank, cases from case_tally
      union all select country, region, state, rank, cases from case_tally_delta) t
    group by country, region, state, rank) t`,
} as const;

try {
  const field = await caseField(ground, {
    cases: leases * 2,
    fieldNow: new Date(study2008.fieldTimeAtFirst),
  });
  console.log(`${leases * 2} cases, ${servers} processes, ${desks} desks`);
  const killed: string[] = [];
  let busy = 0;
  const begun = performance.now();
  const work: Work = { ...field, url: ground.url, desks: desks / servers, leases: leases / servers };
  const ends = Array.from({ length: servers }, async () => {
    const child = fork(join(import.meta.dirname, "support/lease-worker.ts"));
    child.on("message", (said: { killed: string } | { busy: true }) => {
      if ("killed" in said) killed.push(said.killed);
      else busy++;
    });
    child.send(work);
    const [code] = (await once(child, "exit")) as [number | null];
    if (code !== 0) throw new Error(`A server process ended with ${code}.`);
  });
  let over = false;
  let seenDouble = 0;
  const duties = (async () => {
    while (!over) {
      await pause(1_000);
      await pool.query(gaveBack, [killed]);
      seenDouble += Number((await pool.query(doubled)).rows[0].n);
      await platform.database.write("plain", (tx) => addUp(tx));
    }
  })();
  await Promise.all(ends).finally(() => {
    over = true;
  });
  const seconds = (performance.now() - begun) / 1_000;
  await duties;
  await pool.query(gaveBack, [killed]);
  const found: Record<string, number> = { "open twice when looked at": seenDouble };
  for (const [what, text] of Object.entries(checks)) found[what] = (await pool.query(text)).rows[0].n;
  console.table({
    ...found,
    "desks killed": killed.length,
    "asked again, busy": busy,
    "leases a second": Math.round(leases / seconds),
  });
  const result = {
    leases,
    desks,
    servers,
    killed: killed.length,
    perSecond: Math.round(leases / seconds),
    ...found,
  };
  console.log(`RESULT ${JSON.stringify(result)}`);
} finally {
  await ground.end();
}
