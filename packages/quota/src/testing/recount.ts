// The same field kept the slow way, as a list of interviews: what the book of places must agree with at any time.

import type { CellPolicy } from "../policy.ts";

export interface ListedCell {
  target: number;
  policy: CellPolicy;
  closed: boolean;
}

export interface ListedInterview {
  fate: "none" | "reserved" | "counted" | "overQuota";
  cells: readonly string[];
  until: number;
}

export interface Field {
  now: number;
  readonly cells: Map<string, ListedCell>;
  readonly interviews: Map<string, ListedInterview>;
}

export function interviewIn(field: Field, id: string): ListedInterview {
  const known = field.interviews.get(id);
  if (known) return known;
  const made: ListedInterview = { fate: "none", cells: [], until: 0 };
  field.interviews.set(id, made);
  return made;
}

/** Interviews of that fate that stand in the cell. */
export const count = ({ interviews }: Field, cell: string, fate: ListedInterview["fate"]): number =>
  [...interviews.values()].filter((one) => one.fate === fate && one.cells.includes(cell)).length;

/** What people in charge allow in a cell, worked out from their settings alone. */
export function allowed({ target, policy, closed }: ListedCell): number {
  if (policy.kind === "counterOnly") return Number.POSITIVE_INFINITY;
  if (closed) return 0;
  if (policy.kind === "strict") return target;
  return target + Math.max(policy.places, Math.floor(target / (100 / policy.percent)));
}

/** Whether the interview fits into all of `cells`; where it stands already it needs no room. */
export function fits(field: Field, id: string, cells: readonly string[]): boolean {
  const { fate, cells: held } = interviewIn(field, id);
  return cells.every((cell) => {
    const settings = field.cells.get(cell);
    if (!settings) throw new Error(`The plan has no cell ${cell}`);
    const standing = count(field, cell, "reserved") + count(field, cell, "counted");
    return (fate === "reserved" && held.includes(cell)) || standing < allowed(settings);
  });
}
