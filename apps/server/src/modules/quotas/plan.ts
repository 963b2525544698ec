// The quota plan in force in a wave, read once a process for each version, since versions never change.

import type { QuotaPlan } from "@fieldline/quota";
import type { Sql } from "../../platform/db/sql.ts";
import { planText, planVersions } from "./book.sql.ts";

const loaded = new Map<string, QuotaPlan>();

/** The plans of these waves as of now, by wave id; a wave without one, which counts nobody, is missing. */
export async function plansOf(sql: Sql, waves: readonly string[]): Promise<ReadonlyMap<string, QuotaPlan>> {
  const found = new Map<string, QuotaPlan>();
  for (const { id, version } of await planVersions(sql, waves)) {
    if (version !== null) found.set(id, await planOf(sql, id, version));
  }
  return found;
}

async function planOf(sql: Sql, waveId: string, version: number): Promise<QuotaPlan> {
  const key = `${waveId}/${version}`;
  const known = loaded.get(key);
  if (known) return known;
  const [row] = await planText(sql, waveId, version);
  if (!row) throw new Error(`Version ${version} of the quota plan of wave ${waveId} is not there.`);
  const plan = { ...(row.plan as QuotaPlan), version };
  loaded.set(key, plan);
  return plan;
}
