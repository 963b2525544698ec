// What a supervisor may change in a cell while the field is open. Nothing here deletes or moves an interview.

import { fail, ok, type Problem, type Result } from "@fieldline/kernel";
import { capOf, type QuotaCell } from "./cell.ts";
import { type CellPolicy, isCount, isWholePolicy } from "./policy.ts";
import type { QuotaProblemCode } from "./problems.ts";

export type CellChange =
  | { readonly kind: "setTarget"; readonly target: number }
  | { readonly kind: "setPolicy"; readonly policy: CellPolicy }
  /** Nobody else comes in; who is in stays. */
  | { readonly kind: "close" }
  /** Back to target and policy as they stand. */
  | { readonly kind: "reopen" };

/**
 * The cell after the change, its cap moved along: to the new limit, or to what stands where that is more. Refused:
 * `quota.targetNotWhole`, `quota.toleranceNotWhole`, and `quota.counterOnlyStaysOpen` for a cell that would be both
 * closed and counter-only, since a counter-only cell refuses nobody.
 */
export function changeCell(
  cell: QuotaCell,
  change: CellChange,
): Result<QuotaCell, Problem<QuotaProblemCode>> {
  if (change.kind === "setTarget" && !isCount(change.target)) return fail("quota.targetNotWhole");
  if (change.kind === "setPolicy" && !isWholePolicy(change.policy)) return fail("quota.toleranceNotWhole");
  const changed = withChange(cell, change);
  if (changed.closed && changed.policy.kind === "counterOnly") {
    return fail("quota.counterOnlyStaysOpen", { cell: cell.id });
  }
  return ok({ ...changed, cap: capOf(changed) });
}

function withChange(cell: QuotaCell, change: CellChange): QuotaCell {
  switch (change.kind) {
    case "setTarget":
      return { ...cell, target: change.target };
    case "setPolicy":
      return { ...cell, policy: change.policy };
    case "close":
      return { ...cell, closed: true };
    case "reopen":
      return { ...cell, closed: false };
  }
}
