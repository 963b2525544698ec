// The fictitious sample that comes with Fieldline: numbers that ring nobody, regions in proportion, names of nobody.

import { type Random, seeded, shuffled } from "@fieldline/kernel";
import { largestRemainder } from "@fieldline/quota";
import { type NumberKind, type SampleColumn, type TestNumberPool, testNumberPool } from "@fieldline/sampling";
import { type StudyCountry, studyCountries } from "./facts.ts";
import { fictitiousName } from "./fictitious-names.ts";
import { quotaRegions } from "./regions.ts";

/** A row of the file form, so that it goes through the same import as any other sample. */
export type BundledRow = Readonly<Record<SampleColumn, string>>;

/** Shares of records, our choice; Germany has only 203 mobile test numbers. */
const mobileFirst: Readonly<Record<StudyCountry, number>> = {
  CZ: 0.5,
  DK: 0.4,
  FR: 0.25,
  DE: 0.04,
  GB: 0.2,
};
const withSecondNumber = 0.08;
const withName = 0.6;

/**
 * `perCountry` rows for each of the five countries, the same for the same seed. Quota regions get their share by
 * population (largest remainder), the instrument's regions inside one likewise. Which range a number is of does
 * not follow from the region. A `RangeError` when a country's test numbers do not suffice (Germany: about 4,600).
 */
export function bundledSample(seed: string, perCountry = 4000): readonly BundledRow[] {
  return studyCountries.flatMap((country) =>
    countrySample(country, perCountry, seeded(`${seed}/${country}`)),
  );
}

function countrySample(country: StudyCountry, size: number, random: Random): BundledRow[] {
  const pools = {
    landline: testNumberPool(country, "landline", random),
    mobile: testNumberPool(country, "mobile", random),
  };
  return shuffled(regionOfEach(country, size), random).map((region, index) => {
    const kind: NumberKind =
      random() < mobileFirst[country] && pools.mobile.left() > 0 ? "mobile" : "landline";
    const number = pools[kind].draw();
    const kind2 = random() < withSecondNumber ? secondKind(kind, pools.mobile) : "";
    return {
      record: `${country}-${String(index + 1).padStart(5, "0")}`,
      country,
      region,
      number,
      kind,
      number2: kind2 === "" ? "" : pools[kind2].draw(),
      kind2,
      name: random() < withName ? fictitiousName(country, random) : "",
    };
  });
}

/** One region code a record. */
function regionOfEach(country: StudyCountry, size: number): string[] {
  const groups = quotaRegions(country);
  const sizes = largestRemainder(
    groups.map(({ population }) => population),
    size,
  );
  return groups.flatMap(({ regions }, group) => {
    const inside = largestRemainder(
      regions.map(({ population }) => population),
      sizes[group] ?? 0,
    );
    return regions.flatMap(({ code }, index) => Array<string>(inside[index] ?? 0).fill(code));
  });
}

/** The other kind of number, as far as there are mobile ones. */
const secondKind = (first: NumberKind, mobiles: TestNumberPool): NumberKind =>
  first === "landline" && mobiles.left() > 0 ? "mobile" : "landline";
