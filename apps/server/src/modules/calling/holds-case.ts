// Whether a case lies on somebody's desk.

import type { ReadTx } from "../../platform/tx.ts";

/** Under a lease that has not ended; one past its time still counts until it is reclaimed. */
export const holdsCase = async (tx: ReadTx, userId: string): Promise<boolean> =>
  (await tx.lease.count({ where: { userId, endedAt: null } })) > 0;
