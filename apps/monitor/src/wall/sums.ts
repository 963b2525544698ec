// What the countries on a wall come to together.

import type { QuotaBoard } from "@fieldline/protocol";
import {
  dimensionsOf,
  type Figures,
  figuresOf,
  overQuotaIn,
  standingIn,
  totalCellOf,
} from "../quotas/cells.ts";

export interface Sums extends Figures {
  readonly overQuota: number;
  /** Counted completes of today. */
  readonly today: number;
  /** Cells that refuse people, the countries' totals not among them. */
  readonly full: number;
  readonly closed: number;
  /** Countries whose plan has no total, so that they are not in the sums. */
  readonly without: readonly string[];
}

export function sumsOf(board: QuotaBoard, countries: readonly string[]): Sums {
  const totals = countries.map((country) => ({ country, cell: totalCellOf(board.cells, country) }));
  const figures = totals.flatMap(({ cell }) => (cell ? [figuresOf(cell)] : []));
  const sum = (pick: (of: Figures) => number): number => figures.reduce((all, one) => all + pick(one), 0);
  const cells = countries.flatMap((country) => [...dimensionsOf(board.cells, country).values()].flat());
  return {
    target: sum(({ target }) => target),
    completed: sum(({ completed }) => completed),
    reserved: sum(({ reserved }) => reserved),
    remaining: sum(({ remaining }) => remaining),
    overQuota: countries.reduce((all, country) => all + overQuotaIn(board, country), 0),
    today: countries.reduce((all, country) => all + (standingIn(board, country)?.today ?? 0), 0),
    full: cells.filter(({ state }) => state === "full").length,
    closed: cells.filter(({ state }) => state === "closed").length,
    without: totals.filter(({ cell }) => !cell).map(({ country }) => country),
  };
}
