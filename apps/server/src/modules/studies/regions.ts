// Region codes a sample record may carry: those the release in force asks for, by country.

import type { Instrument } from "@fieldline/instrument";
import type { Wave } from "../../platform/db/generated/client.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { loadedRelease } from "./loaded-release.ts";

export type RegionsByCountry = Readonly<Record<string, readonly string[]>>;

/** Null while the wave has no release: then nobody can say which regions there are. */
export async function regionsByCountry(
  tx: ReadTx,
  wave: Pick<Wave, "releaseId">,
): Promise<RegionsByCountry | null> {
  return wave.releaseId ? regionsOf((await loadedRelease(tx, wave.releaseId)).instrument) : null;
}

/** The options of the unit that the record's region is offered to, as text; none where no unit asks for it. */
function regionsOf({ countries, units }: Instrument): RegionsByCountry {
  const unit = units.find((one) => one.kind === "single" && one.prefill === "region");
  if (unit?.kind !== "single") return {};
  return Object.fromEntries(
    countries.map(({ code }) => {
      const options = "byCountry" in unit.options ? (unit.options.byCountry[code] ?? []) : unit.options;
      return [code, options.map((option) => String(option.code))];
    }),
  );
}
