// How far a cell may go beyond its target.

/** Never above target; up to a stated excess; counts and never refuses. */
export type CellPolicy =
  | { readonly kind: "strict" }
  /** Excess of `places` or of `percent` of the target (whole percents), whichever is more. */
  | { readonly kind: "tolerant"; readonly places: number; readonly percent: number }
  | { readonly kind: "counterOnly" };

/** Places above `target` that a capped policy allows: the larger of number and share, the share rounded down. */
export function toleranceOf(policy: Exclude<CellPolicy, { kind: "counterOnly" }>, target: number): number {
  return policy.kind === "strict" ? 0 : Math.max(policy.places, Math.floor((target * policy.percent) / 100));
}

/** A policy whose excess can be counted in whole interviews: whole numbers from 0. */
export const isWholePolicy = (policy: CellPolicy): boolean =>
  policy.kind !== "tolerant" || [policy.places, policy.percent].every(isCount);

export const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
