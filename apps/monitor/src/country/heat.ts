// How full a cell is, as a colour; the number stands beside it always.

import type { CSSProperties } from "react";
import { fillOf, type QuotaCellBody } from "../quotas/cells.ts";

/** Hands the share of places taken (0 to 1) to the style sheet, in whole percent. */
export const heat = (cell: QuotaCellBody): CSSProperties => {
  const percent = cell.cap === null && cell.target === 0 ? 0 : Math.min(1, fillOf(cell)) * 100;
  return { "--heat": `${percent.toFixed(0)}%` } as CSSProperties;
};
