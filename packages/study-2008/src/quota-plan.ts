// The quota plan of the 2008 field, from the targets of the data file.

import type { Band, QuotaDimension, QuotaPlan, QuotaVariable } from "@fieldline/quota";
import { occupationDimension, wholeCountry } from "@fieldline/quota";
import targets from "../data/quota-targets-2008.json" with { type: "json" };
import { type StudyCountry, studyCountries } from "./facts.ts";
import { quotaPrefix } from "./regions.ts";

/** As the data file orders and names them; the questionnaire's codes are their places, from 1. */
const ageBands = Object.keys(targets.countries.CZ.sex_age.age_band.targets);
const occupations = Object.keys(targets.countries.CZ.head_of_household_occupation.targets);

/**
 * Version 1 of the wave's plan. Sex and age are strict as a crossing only: crossing and margins were apportioned
 * separately and differ by one here and there, so both together could not be met. Regions may go over by 2 or 10 %,
 * whichever is more, or the last places would need one exact person. Occupation only counts, its targets being
 * estimates; `strictOccupationFor` makes it refuse where an institute has figures of its own.
 */
export function quotaPlan2008(strictOccupationFor: readonly StudyCountry[] = []): QuotaPlan {
  return {
    version: 1,
    whenOffline: "goOn",
    strictOccupationFor,
    variables,
    dimensions: studyCountries.flatMap(dimensionsOf),
  };
}

function dimensionsOf(country: StudyCountry): readonly QuotaDimension[] {
  const { n, sex_age, region, head_of_household_occupation } = targets.countries[country];
  return [
    {
      id: "total",
      country,
      variables: [],
      policy: { kind: "strict" },
      cells: cellsFrom({ [wholeCountry]: n }),
    },
    {
      id: "sexByAgeBand",
      country,
      variables: ["sex", "ageBand"],
      policy: { kind: "strict" },
      cells: cellsFrom(sex_age.sex_x_age_band.targets),
    },
    {
      id: "region",
      country,
      variables: ["region"],
      policy: { kind: "tolerant", places: 2, percent: 10 },
      cells: cellsFrom(region.targets),
    },
    {
      id: occupationDimension,
      country,
      variables: ["occupation"],
      policy: { kind: "counterOnly" },
      cells: cellsFrom(head_of_household_occupation.targets),
    },
  ];
}

const cellsFrom = (wanted: Readonly<Record<string, number>>): QuotaDimension["cells"] =>
  Object.entries(wanted).map(([key, target]) => ({ key, target }));

const codesFrom1 = (values: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(values.map((value, index) => [index + 1, value]));

const variables: readonly QuotaVariable[] = [
  { id: "sex", kind: "codes", question: "sex", values: { 1: "M", 2: "F" } },
  {
    id: "ageBand",
    kind: "bands",
    question: "age",
    bands: ageBands.map(bandFrom),
    askedInstead: { question: "age_band_asked", values: codesFrom1(ageBands) },
  },
  { id: "region", kind: "region", question: "region", prefix: quotaPrefix },
  { id: "occupation", kind: "codes", question: "hoh_occ", values: codesFrom1(occupations) },
];

/** `18-24` and `65+`, as the data file writes them. */
function bandFrom(value: string): Band {
  const [from = Number.NaN, to] = value.split(/[-+]/).filter(Boolean).map(Number);
  return to === undefined ? { value, from } : { value, from, to };
}
