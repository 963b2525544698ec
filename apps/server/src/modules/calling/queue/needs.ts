// How much each region of a wave needs to be called, from its quota cell and the work under way.

import { type Need, needOf } from "@fieldline/calling";
import type { ReadTx } from "../../../platform/tx.ts";
import { type RegionCells, regionCells } from "../../quotas/index.ts";
import { onDesksByRegion, workedByRegion } from "./worked.sql.ts";

export interface Needs extends Pick<RegionCells, "countryFull" | "countryMet"> {
  readonly of: (country: string, region: string) => Need;
}

/** Cases worked, by country and region. */
export const workedIn = async (tx: ReadTx, waveId: string): Promise<ReadonlyMap<string, number>> =>
  new Map((await workedByRegion(tx, waveId)).map((one) => [`${one.country} ${one.region}`, one.worked]));

/** `worked`: as it was counted a while ago, where somebody keeps it. */
export async function needsOf(
  tx: ReadTx,
  waveId: string,
  countries: readonly string[],
  worked?: ReadonlyMap<string, number>,
): Promise<Needs> {
  const cells = await regionCells(tx, waveId, countries);
  const counted = worked ?? (await workedIn(tx, waveId));
  const onDesks = new Map(
    (await onDesksByRegion(tx, waveId)).map((one) => [`${one.country} ${one.region}`, one.cases]),
  );
  return {
    of: (country, region) => {
      const key = `${country} ${region}`;
      const cell = cells.of(country, region);
      if (!cell || (cell.target === 0 && cell.cap === null)) return needOf(null);
      const { completed, cap } = cell;
      const done = { completes: completed, handedOut: counted.get(key) ?? 0 };
      const atDesks = onDesks.get(key) ?? 0;
      return needOf({ ...cell, cap: cap ?? Number.POSITIVE_INFINITY, atDesks, yield: done });
    },
    countryFull: cells.countryFull,
    countryMet: cells.countryMet,
  };
}
