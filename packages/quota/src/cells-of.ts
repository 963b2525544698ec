// Which cells a person belongs to.

import { type CellId, cellId } from "./cell.ts";
import { byCellId } from "./cell-of-plan.ts";
import { policyOf, type QuotaDimension, type QuotaPlan, unknownKey, wholeCountry } from "./plan.ts";
import { type QuotaPerson, type QuotaValue, quotaValue } from "./quota-value.ts";

export type Belonging =
  /** In the order in which a transaction takes them. */
  | { readonly kind: "cells"; readonly cells: readonly CellId[] }
  /** A capped dimension has no cell for this person: close politely. `dimension` is absent for an unplanned country. */
  | { readonly kind: "noPlace"; readonly dimension?: string }
  /** Quota questions are still to be asked. */
  | { readonly kind: "notYet" };

/**
 * The cells of a person, one in every dimension of the country. Who did not say counts as `unknown` where a
 * dimension only counts, and has no place where it is capped. A country without any dimension has no place either:
 * a plan that is silent about it must not let everybody in.
 */
export function cellsOf(plan: QuotaPlan, person: QuotaPerson): Belonging {
  const found: CellId[] = [];
  let without: QuotaDimension | undefined;
  for (const dimension of plan.dimensions) {
    if (dimension.country !== person.country) continue;
    const key = keyOf(plan, dimension, person);
    if (key === "notYet") return { kind: "notYet" };
    if (key === null) without ??= dimension;
    else found.push(cellId(person.country, dimension.id, key.value));
  }
  if (without) return { kind: "noPlace", dimension: without.id };
  return found.length === 0 ? { kind: "noPlace" } : { kind: "cells", cells: found.sort(byCellId) };
}

/** Key of the person's cell in one dimension; `null` where it has none for them. */
function keyOf(
  plan: QuotaPlan,
  dimension: QuotaDimension,
  person: QuotaPerson,
): Exclude<QuotaValue, "unknown"> | null {
  const key = crossed(plan, dimension, person);
  if (key === "notYet") return key;
  if (key !== "unknown" && dimension.cells.some((cell) => cell.key === key.value)) return key;
  return policyOf(plan, dimension).kind === "counterOnly" ? { value: unknownKey } : null;
}

function crossed(plan: QuotaPlan, { variables }: QuotaDimension, person: QuotaPerson): QuotaValue {
  const values = variables.map((id) => {
    const variable = plan.variables.find((one) => one.id === id);
    return variable ? quotaValue(variable, person) : "unknown";
  });
  if (values.includes("notYet")) return "notYet";
  const known = values.flatMap((one) => (typeof one === "string" ? [] : [one.value]));
  if (known.length < values.length) return "unknown";
  return { value: variables.length === 0 ? wholeCountry : known.join(":") };
}
