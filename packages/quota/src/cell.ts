// A quota cell in the field, and what can be read off it.

import type { Brand } from "@fieldline/kernel";
import type { Country } from "./plan.ts";
import { type CellPolicy, toleranceOf } from "./policy.ts";

export type CellId = Brand<string, "CellId">;

export interface QuotaCell {
  readonly id: CellId;
  readonly country: Country;
  /** Id and key as in the plan. */
  readonly dimension: string;
  readonly key: string;
  readonly target: number;
  readonly policy: CellPolicy;
  /** Closed by a supervisor: nobody else comes in. */
  readonly closed: boolean;
  /** What is enforced; `null` in a counter-only cell. */
  readonly cap: number | null;
  readonly completed: number;
  readonly reserved: number;
}

export const cellId = (country: Country, dimension: string, key: string): CellId =>
  `${country}/${dimension}/${key}` as CellId;

/** Finished interviews and those under way that hold a place. */
export const standing = ({ completed, reserved }: Pick<QuotaCell, "completed" | "reserved">): number =>
  completed + reserved;

/** What the people in charge allow: target and tolerance, nothing in a closed cell, `null` for no limit. */
export const limitOf = ({
  target,
  policy,
  closed,
}: Pick<QuotaCell, "target" | "policy" | "closed">): number | null =>
  policy.kind === "counterOnly" ? null : closed ? 0 : target + toleranceOf(policy, target);

/** The cap of a cell as it stands: its limit, but never below those who are in it already. */
export function capOf(cell: Omit<QuotaCell, "cap">): number | null {
  const limit = limitOf(cell);
  return limit === null ? null : Math.max(limit, standing(cell));
}

/** Whether one more person may come in. */
export const hasRoom = (cell: QuotaCell): boolean => cell.cap === null || standing(cell) < cell.cap;

/** `closed`: by a supervisor, or by a limit set below what stands. `full`: a place may come free. */
export function stateOf(cell: QuotaCell): "open" | "full" | "closed" {
  if (hasRoom(cell)) return "open";
  return cell.closed || standing(cell) > (limitOf(cell) ?? 0) ? "closed" : "full";
}

/** Completes the cell still wants. */
export const need = ({ target, completed }: QuotaCell): number => Math.max(0, target - completed);

/** Target less completed and reserved; below zero where a tolerance is used. */
export const remaining = (cell: QuotaCell): number => cell.target - standing(cell);

/** Completes as a share of the target, above 1 where a tolerance is used; 1 where nothing is wanted. */
export const fillOf = ({ target, completed }: QuotaCell): number => (target === 0 ? 1 : completed / target);
