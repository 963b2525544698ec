// Takes the next case for an interviewer, the queue filled before.

import { daypartOf } from "@fieldline/calling";
import { Prisma } from "../../../platform/db/generated/client.ts";
import type { WriteTx } from "../../../platform/tx.ts";
import { fill } from "./filler.ts";
import { lanesFor } from "./lanes.ts";
import { hasMore, markOf, memoryOf, passed } from "./memory.ts";
import type { Seeker } from "./seeker.ts";
import { conversionsOver, standingOf } from "./standing.ts";
import { type Taken, takeNext } from "./take.sql.ts";

export async function takeFor(
  tx: WriteTx,
  seeker: Seeker,
  { machineNow, thoroughly }: { readonly machineNow: number; readonly thoroughly: boolean },
): Promise<Taken | null> {
  const { wave, userId } = seeker;
  await byIndexOnly(tx);
  const memory = memoryOf(wave.id);
  const { strata, needs } = await fill(memory, { tx, wave, machineNow, thoroughly });
  const served = {
    ...seeker,
    countries: seeker.callable.filter((country) => !needs.countryMet(country)),
    countryFull: needs.countryFull,
    countryLanguage: wave.countryLanguage,
    needOf: needs.of,
    converts: (country: string) =>
      seeker.skills.includes("refusalConversion") && !conversionsOver(wave, country),
    daypart: daypartOf(standingOf(wave, seeker.callable[0] ?? "").daypart),
  };
  const lanes = lanesFor(strata, served, (lane) => markOf(memory, lane));
  if (lanes.length === 0) return null;
  const fieldNow = new Date(wave.fieldNow);
  const taken = await takeNext(tx, { waveId: wave.id, userId, fieldNow, lanes });
  const lane = taken && lanes[taken.lane - 1];
  if (lane) {
    passed(memory, lane, taken.place, machineNow);
    // A lane that should have had a case and had none is filled up before the next desk asks.
    memory.stale ||= lanes.slice(0, taken.lane - 1).some((empty) => hasMore(memory, empty));
  }
  return taken;
}

/**
 * What is due changes faster than what the planner knows of it: left to itself it would read a queue it takes for empty
 * from end to end. For this transaction every row is found by an index, in the order the statements name the tables.
 */
const byIndexOnly = (tx: WriteTx): Promise<unknown> =>
  tx.$executeRaw(Prisma.sql`
    select set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
      set_config('enable_mergejoin', 'off', true), set_config('join_collapse_limit', '1', true),
      set_config('jit', 'off', true)`);
