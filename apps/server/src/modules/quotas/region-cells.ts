// Which quota cell the region of a sample record counts in, and how it stands; for whoever chooses whom to call.

import { type QuotaPlan, wholeCountry } from "@fieldline/quota";
import { sqlOf } from "../../platform/db/sql.ts";
import type { ReadTx, WriteTx } from "../../platform/tx.ts";
import { plansOf } from "./plan.ts";

export interface RegionCell {
  readonly target: number;
  /** Null where the cell only counts. */
  readonly cap: number | null;
  readonly completed: number;
  readonly reserved: number;
}

export interface RegionCells {
  /** Null where the plan has no cell for it. */
  readonly of: (country: string, region: string) => RegionCell | null;
  /** No place is left in the whole country for somebody new. */
  readonly countryFull: (country: string) => boolean;
  /** All its places are completed: nobody who holds one, or has agreed a time, can be counted any more either. */
  readonly countryMet: (country: string) => boolean;
}

const nothing: RegionCells = { of: () => null, countryFull: () => false, countryMet: () => false };

/** As the plan in force has them; a wave without one has no cell. */
export async function regionCells(
  tx: ReadTx,
  waveId: string,
  countries: readonly string[],
): Promise<RegionCells> {
  const plan = (await plansOf(sqlOf(tx as WriteTx), [waveId])).get(waveId);
  if (!plan) return nothing;
  const byCountry = new Map(countries.map((country) => [country, regionDimension(plan, country)]));
  const dimensions = [...new Set([...byCountry.values()].flatMap((found) => (found ? [found.id] : [])))];
  const rows = await tx.quotaCell.findMany({
    where: {
      waveId,
      country: { in: [...countries] },
      OR: [{ dimension: { in: dimensions } }, { key: wholeCountry }],
    },
  });
  const cells = new Map(rows.map((row) => [`${row.country} ${row.dimension} ${row.key}`, row]));
  const whole = rows.filter(({ key }) => key === wholeCountry);
  return {
    of: (country, region) => {
      const found = byCountry.get(country);
      return (found && cells.get(`${country} ${found.id} ${region.slice(0, found.prefix)}`)) ?? null;
    },
    countryFull: (country) => whole.some((cell) => cell.country === country && !hasPlace(cell)),
    countryMet: (country) =>
      whole.some(({ cap, completed, ...of }) => of.country === country && cap !== null && completed >= cap),
  };
}

/** The length of the part of a region's code that names its cell; undefined: all of it. */
function regionDimension({ variables, dimensions }: QuotaPlan, country: string) {
  for (const { id, country: of, variables: crossed } of dimensions) {
    const [only, another] = crossed.map((name) => variables.find((variable) => variable.id === name));
    if (of === country && only?.kind === "region" && !another) return { id, prefix: only.prefix[country] };
  }
  return null;
}

const hasPlace = ({ cap, completed, reserved }: RegionCell): boolean =>
  cap === null || completed + reserved < cap;
