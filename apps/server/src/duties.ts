// The duties of this server: what must happen although nobody asks for it.

import { hour, minute, second } from "@fieldline/kernel";
import { addUpTallies, foldClosedWaves, missAppointments, reclaim } from "./modules/calling/index.ts";
import { clearMessages, endAbandonedShifts } from "./modules/desks/index.ts";
import { breakOffOpenInterview } from "./modules/interviewing/index.ts";
import { sealDuty } from "./modules/journal/index.ts";
import { freeExpiredPlaces } from "./modules/quotas/index.ts";
import { systemActor } from "./platform/actor.ts";
import { type Duty, startDuties } from "./platform/duties.ts";
import { clearNews } from "./platform/live/retention.ts";
import { startSequencer } from "./platform/live/sequencer.ts";
import type { Platform } from "./platform/platform.ts";

/**
 * @param haste how many times as often as usual their rounds come; for tests that cannot wait
 * @returns what stops them; where DUTIES=off there is nothing to stop
 */
export function serverDuties(platform: Platform, haste = 1): () => Promise<void> {
  if (!platform.config.duties) return async () => {};
  const stopSequencer = startSequencer(platform);
  const stopDuties = startDuties(
    platform,
    dutiesOf(platform).map((duty) => ({ ...duty, every: duty.every / haste })),
  );
  return async () => {
    await Promise.all([stopSequencer(), stopDuties()]);
  };
}

const bySystem = { actor: systemActor, commandId: null, input: {} } as const;

const dutiesOf = (platform: Platform): readonly Duty[] => [
  {
    name: "reclaim",
    every: 10 * second,
    run: () => platform.execute(reclaim(breakOffOpenInterview), bySystem),
  },
  { name: "missAppointments", every: 10 * second, run: () => platform.execute(missAppointments, bySystem) },
  { name: "addUpTallies", every: 5 * second, run: () => platform.execute(addUpTallies, bySystem) },
  { name: "foldClosedWaves", every: 10 * second, run: () => foldOn(platform) },
  { name: "freeExpiredPlaces", every: 10 * second, run: () => platform.execute(freeExpiredPlaces, bySystem) },
  { name: "endAbandonedShifts", every: minute, run: () => platform.execute(endAbandonedShifts, bySystem) },
  { name: "clearMessages", every: hour, run: () => platform.execute(clearMessages, bySystem) },
  clearNews(platform),
  sealDuty(platform),
];

/** Until nothing is left to fold: many cases are many transactions. */
async function foldOn(platform: Platform): Promise<void> {
  let folded = 1;
  while (folded > 0) ({ folded } = await platform.execute(foldClosedWaves(breakOffOpenInterview), bySystem));
}
