// The counts of one cell: a place taken, filled, given back. Taking never moves the cap; giving back lowers a cap
// that stood above the limit, so that a closed or lowered cell never offers a place again.

import { capOf, type QuotaCell } from "./cell.ts";

/** One more reserved. Only where there is room. */
export const taken = (cell: QuotaCell): QuotaCell => ({ ...cell, reserved: cell.reserved + 1 });

/** A reserved place becomes a completed one. */
export const filled = (cell: QuotaCell): QuotaCell => ({
  ...cell,
  reserved: cell.reserved - 1,
  completed: cell.completed + 1,
});

/** One reserved less. */
export const givenBack = (cell: QuotaCell): QuotaCell => capped({ ...cell, reserved: cell.reserved - 1 });

/** One completed less: the interview is void. */
export const takenOut = (cell: QuotaCell): QuotaCell => capped({ ...cell, completed: cell.completed - 1 });

const capped = (cell: QuotaCell): QuotaCell => ({ ...cell, cap: capOf(cell) });
