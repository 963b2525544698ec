// The cells of a plan before the first interview.

import { type CellId, capOf, cellId, type QuotaCell } from "./cell.ts";
import { policyOf, type QuotaDimension, type QuotaPlan, unknownKey } from "./plan.ts";
import type { CellPolicy } from "./policy.ts";

/** Every cell of the plan, empty, by id. Dimensions that only count have one more, for those who did not say. */
export function cellsOfPlan(plan: QuotaPlan): readonly QuotaCell[] {
  const cells = plan.dimensions.flatMap((dimension) => {
    const policy = policyOf(plan, dimension);
    return [...dimension.cells, ...unknownCell(policy)].map(({ key, target }) =>
      emptyCell(dimension, key, target, policy),
    );
  });
  return cells.toSorted((a, b) => byCellId(a.id, b.id));
}

/** The order in which every transaction takes its cells. */
export const byCellId = (a: CellId, b: CellId): number => (a < b ? -1 : a > b ? 1 : 0);

const unknownCell = ({ kind }: CellPolicy) =>
  kind === "counterOnly" ? [{ key: unknownKey, target: 0 }] : [];

function emptyCell(
  { id, country }: QuotaDimension,
  key: string,
  target: number,
  policy: CellPolicy,
): QuotaCell {
  const cell = {
    id: cellId(country, id, key),
    country,
    dimension: id,
    key,
    target,
    policy,
    closed: false,
    completed: 0,
    reserved: 0,
  };
  return { ...cell, cap: capOf(cell) };
}
