// A field of any number of cases for benchmarks: regions filled unevenly, most cases fresh, some resting, some agreed.

import { randomUUID } from "node:crypto";
import { quotaPlan2008, studyCountries } from "@fieldline/study-2008";
import type pg from "pg";
import type { Platform } from "../../../apps/server/src/platform/platform.ts";

export interface CaseField {
  readonly waveId: string;
  readonly studyId: string;
}

export interface AskedField {
  readonly cases: number;
  readonly fieldNow: Date;
}

/** So many at once: their number changes nothing but the memory it takes. */
const chunk = 250_000;
const loaded = ["sample_record", "phone_number", "record_number", "case", "lease", "lease_number"];

const idOf = (kind: number, number = "i") =>
  `(lpad(to_hex(${number}), 8, '0') || '-0000-4000-8000-00000000000${kind}')::uuid`;

/**
 * Of hundred cases twenty are closed, ten rest after a call (one in twenty of them is due), one has an appointment in
 * the coming days, half a one waits for another interviewer after a refusal, the others are fresh. In whatever size
 * an appointment more comes due every second for ten minutes. Foreign keys are dropped to load in time; triggers and
 * indexes stay.
 */
export async function caseField(
  { platform, pool }: { readonly platform: Platform; readonly pool: pg.Pool },
  { cases, fieldNow }: AskedField,
): Promise<CaseField> {
  const field = await emptyWave(platform, pool);
  const { rows: keys } = await pool.query<{ conname: string; of: string }>(
    `select conname, conrelid::regclass::text as of from pg_constraint
    where contype = 'f' and conrelid = any($1::regclass[])`,
    [loaded.map((table) => `"${table}"`)],
  );
  for (const { conname, of } of keys) await pool.query(`alter table ${of} drop constraint "${conname}"`);
  for (let from = 1; from <= cases; from += chunk) {
    await load(pool, field, { from, to: Math.min(cases, from + chunk - 1), fieldNow });
  }
  const { rowCount } = await pool.query(
    `update "case" set rank = -3, avoid = 0, needs_skill = null, not_user = null,
        due_at = $2::timestamptz + n * interval '1 second'
    from generate_series(1, least(600, $3::int / 20)) n
    where id = (lpad(to_hex(n * 19), 8, '0') || '-0000-4000-8000-000000000004')::uuid and wave_id = $1 and state = 'open'`,
    [field.waveId, fieldNow, cases],
  );
  if (!rowCount) throw new Error("No appointment comes due in this field.");
  const { addUpTallies } = await import("../../../apps/server/src/modules/calling/index.ts");
  const { systemActor } = await import("../../../apps/server/src/platform/actor.ts");
  const duty = { actor: systemActor, commandId: null, input: {} } as const;
  while ((await platform.execute(addUpTallies, duty)).added > 0);
  await pool.query("vacuum analyze");
  return field;
}

async function emptyWave(platform: Platform, pool: pg.Pool): Promise<CaseField> {
  const { setQuotaPlan } = await import("../../../apps/server/src/modules/quotas/index.ts");
  const { operatorActor } = await import("../../../apps/server/src/platform/actor.ts");
  const [studyId, waveId] = [randomUUID(), randomUUID()];
  await pool.query("insert into study (id, code, title) values ($1, $2, 'Bench')", [studyId, studyId]);
  await pool.query(
    `insert into wave (id, study_id, code, title, mode, field_offset_ms, state, field_from, field_to, countries, languages)
    values ($1, $2, 'bench', 'Bench', 'test', 0, 'preparing', '2008-04-16', '2008-05-05', $3, '{cs,da,de,en,fr}')`,
    [waveId, studyId, studyCountries],
  );
  await platform.execute(setQuotaPlan, {
    actor: operatorActor,
    commandId: null,
    input: { waveId, plan: quotaPlan2008() },
  });
  await pool.query(
    `update quota_cell c set completed = r.filled * target / 100 from (
      select id, (row_number() over (partition by country order by key) * 37 % 100)::int as filled from quota_cell
      where wave_id = $1 and dimension = 'region'
    ) r where c.wave_id = $1 and c.id = r.id`,
    [waveId],
  );
  return { studyId, waveId };
}

async function load(
  pool: pg.Pool,
  { waveId }: CaseField,
  { from, to, fieldNow }: { from: number; to: number; fieldNow: Date },
): Promise<void> {
  const [id, record, number] = [idOf(4), idOf(1), idOf(2)];
  const series = "generate_series($1::int, $2::int) i";
  const regions = `(select country, array_agg(key order by key) as keys from quota_cell
    where wave_id = $3::uuid and dimension = 'region' group by country)`;
  const place = `(${series} join (select *, row_number() over (order by country) - 1 as n from ${regions} x) r
    on r.n = i % (select count(distinct country) from quota_cell where wave_id = $3::uuid and dimension = 'region'))`;
  const region = "keys[1 + (i / 5) % cardinality(keys)]";
  await pool.query(
    `insert into sample_record (id, wave_id, import_id, reference, country, region)
    select ${record}, $3::uuid, $3::uuid, i::text, country, ${region} from ${place}`,
    [from, to, waveId],
  );
  await pool.query(
    `insert into phone_number (id, hash, kind, test_number)
    select ${number}, sha256(int4send(i)), 'landline', true from ${series}`,
    [from, to],
  );
  await pool.query(
    `insert into record_number (record_id, position, number_id) select ${record}, 1, ${number} from ${series}`,
    [from, to],
  );
  await pool.query(
    `insert into "case" (id, wave_id, record_id, country, region, state, rank, due_at, avoid, tried, needs_skill, not_user,
      draw, attempt_count, fence, closed_at, last_disposition, final_disposition, final_code)
    select ${id}, $3::uuid, ${record}, country, ${region}, case when k < 2000 then 'closed' else 'open' end,
      case when k < 3000 then 1 when k < 3100 then -3 + i % 2 when k < 3150 then 0 else 2 end,
      case when k < 2000 then null
        when k < 3000 then $4::timestamptz + (random() * 24 - 1.2) * interval '1 hour'
        when k < 3100 then $4::timestamptz + random() * 240 * interval '1 hour'
        when k < 3150 then $4::timestamptz + (random() * 72 - 2) * interval '1 hour'
        else '2008-04-16T00:00:00Z' end,
      case when k between 2000 and 2999 then i % 5 else 0 end, case when k < 3000 then 1 + i % 15 else 0 end,
      case when k between 3100 and 3149 then 'refusalConversion' end,
      case when k between 3100 and 3149 then ${idOf(9, "i % 16")} end,
      (random() * 2147483646)::int, case when k < 3150 then 1 + i % 3 else 0 end, 0,
      case when k < 2000 then $4::timestamptz end, case when k < 3000 then 'noAnswer' end,
      case when k < 2000 then 'hardRefusal' end, case when k < 2000 then '2.111' end
    from ${place} cross join lateral (select (i::bigint * 7919 % 10000)::int as k) k`,
    [from, to, waveId, fieldNow],
  );
}
