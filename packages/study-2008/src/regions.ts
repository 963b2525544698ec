// Regions of the study: the instrument's codes by country, and how many people live in each.

import instrument from "../data/instrument-2008.json" with { type: "json" };
import targets from "../data/quota-targets-2008.json" with { type: "json" };
import type { StudyCountry } from "./facts.ts";

export interface Region {
  readonly code: string;
  readonly population: number;
}

/** A region of the quota plan with the instrument's regions inside it: one, or several in CZ and FR. */
export interface QuotaRegion extends Region {
  readonly regions: readonly Region[];
}

type Labelled = { readonly code: string; readonly label: string };

function options(country: StudyCountry): readonly Labelled[] {
  for (const unit of instrument.units) {
    if ("optionsByCountry" in unit && unit.optionsByCountry) return unit.optionsByCountry[country];
  }
  throw new Error("The instrument has no region question");
}

/** Region codes as the instrument and the sample use them, by country. */
export const regionCodes: Readonly<Record<StudyCountry, readonly string[]>> = {
  CZ: options("CZ").map(({ code }) => code),
  DK: options("DK").map(({ code }) => code),
  FR: options("FR").map(({ code }) => code),
  DE: options("DE").map(({ code }) => code),
  GB: options("GB").map(({ code }) => code),
};

/** Length of the part of a region code that names its quota region; elsewhere the two are the same. */
export const quotaPrefix: Readonly<Partial<Record<StudyCountry, number>>> = { CZ: 4, FR: 3 };

/** Quota region of one of the instrument's region codes. */
export const quotaRegionOf = (country: StudyCountry, code: string): string =>
  code.slice(0, quotaPrefix[country]);

/**
 * Quota regions with their populations. Where several regions of the instrument lie in one of them (kraje, old
 * régions), the populations that the data file gives for those by name split it.
 */
export function quotaRegions(country: StudyCountry): readonly QuotaRegion[] {
  const parts = partPopulations(country);
  return targets.countries[country].region.rows.map(({ code, population }) => {
    const inside = options(country).filter((option) => quotaRegionOf(country, option.code) === code);
    const regions = inside.map((option) => ({
      code: option.code,
      population: inside.length === 1 ? population : populationNamed(parts, option),
    }));
    return { code, population, regions };
  });
}

function partPopulations(country: StudyCountry): Readonly<Record<string, number>> {
  if (country === "CZ") return targets.countries.CZ.region.kraje;
  if (country === "FR") return targets.countries.FR.region.old_regions;
  return {};
}

/** The data file says `Jihočeský` where the instrument says `Jihočeský kraj`. */
function populationNamed(parts: Readonly<Record<string, number>>, { code, label }: Labelled): number {
  const named = Object.entries(parts).filter(([name]) => label.includes(name));
  const longest = named.sort(([a], [b]) => b.length - a.length)[0];
  if (!longest) throw new Error(`No population is given for region ${code}`);
  return longest[1];
}
