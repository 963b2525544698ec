// What is wrong with a plan before it goes to the field.

import { cellId } from "./cell.ts";
import { type QuotaDimension, type QuotaPlan, type QuotaVariable, unknownKey, wholeCountry } from "./plan.ts";
import { isCount, isWholePolicy } from "./policy.ts";

export interface PlanFinding {
  readonly code:
    | "countryMissing"
    | "dimensionTwice"
    | "variableUnknown"
    | "policyNotWhole"
    | "cellTwice"
    | "cellMissing"
    | "keyReserved"
    | "targetNotWhole";
  /** Country, `DK/region` or `DK/region/DK01`. */
  readonly place: string;
}

/**
 * All findings, none in a sound plan. `countries` are those of the wave: each needs a dimension. Combinations of
 * values without a cell are found for codes and bands; which regions there are the plan itself does not say.
 */
export function checkPlan(plan: QuotaPlan, countries: readonly string[]): readonly PlanFinding[] {
  const planned = plan.dimensions.map(({ country }) => country);
  const places = plan.dimensions.map(({ country, id }) => `${country}/${id}`);
  return [
    ...countries
      .filter((country) => !planned.includes(country))
      .map((place) => ({ code: "countryMissing", place }) as const),
    ...twice(places).map((place) => ({ code: "dimensionTwice", place }) as const),
    ...plan.dimensions.flatMap((dimension) => checkDimension(plan, dimension)),
  ];
}

function checkDimension(plan: QuotaPlan, dimension: QuotaDimension): PlanFinding[] {
  const { country, id, cells, policy } = dimension;
  const variables = dimension.variables.map((name) => plan.variables.find((one) => one.id === name));
  const at = (code: PlanFinding["code"], key: string) => ({ code, place: cellId(country, id, key) });
  const keys = cells.map(({ key }) => key);
  const wanted = combinations(variables.map(valuesOf));
  const place = `${country}/${id}`;
  return [
    ...(variables.includes(undefined) ? [{ code: "variableUnknown" as const, place }] : []),
    ...(isWholePolicy(policy) ? [] : [{ code: "policyNotWhole" as const, place }]),
    ...twice(keys).map((key) => at("cellTwice", key)),
    ...wanted.filter((key) => !keys.includes(key)).map((key) => at("cellMissing", key)),
    ...keys.filter((key) => key === unknownKey).map((key) => at("keyReserved", key)),
    ...cells.filter(({ target }) => !isCount(target)).map(({ key }) => at("targetNotWhole", key)),
  ];
}

/** The values a variable can take; `null` where the plan does not list them. */
function valuesOf(variable: QuotaVariable | undefined): readonly string[] | null {
  if (variable?.kind === "codes") return [...new Set(Object.values(variable.values))];
  return variable?.kind === "bands" ? variable.bands.map(({ value }) => value) : null;
}

function combinations(lists: readonly (readonly string[] | null)[]): readonly string[] {
  if (lists.length === 0) return [wholeCountry];
  return lists
    .map((list) => list ?? [])
    .reduce((heads, tails) => heads.flatMap((head) => tails.map((tail) => `${head}:${tail}`)));
}

const twice = (names: readonly string[]): readonly string[] => [
  ...new Set(names.filter((name, index) => names.indexOf(name) !== index)),
];
