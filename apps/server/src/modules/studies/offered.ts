// What a release can be asked in, and the refusal of a wave that wants more than that.

import type { Instrument } from "@fieldline/instrument";
import { refuse } from "../../platform/problems/refusal.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { loadedRelease } from "./loaded-release.ts";

export interface Offered {
  readonly countries: readonly string[];
  readonly languages: readonly string[];
}

export const offeredBy = ({ countries, languages }: Instrument): Offered => ({
  countries: countries.map(({ code }) => code).toSorted(),
  languages: languages.toSorted(),
});

/** Nothing is refused while there is no release. @throws Refusal `wave.countryNotOffered`, `wave.languageNotOffered` */
export async function checkOffered(
  tx: ReadTx,
  { releaseId, countries, languages }: Offered & { readonly releaseId: string | null },
): Promise<void> {
  if (releaseId === null) return;
  const offered = offeredBy((await loadedRelease(tx, releaseId)).instrument);
  const country = countries.find((code) => !offered.countries.includes(code));
  if (country !== undefined) throw refuse("wave.countryNotOffered", { country });
  const language = languages.find((code) => !offered.languages.includes(code));
  if (language !== undefined) throw refuse("wave.languageNotOffered", { language });
}
