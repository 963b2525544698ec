// Locks the places of one interview, so that they do not run out while they are moved; always before any cell.

import { Prisma } from "../../platform/db/generated/client.ts";
import type { WriteTx } from "../../platform/tx.ts";

export interface HeldPlace {
  readonly cells: readonly string[];
  readonly state: string;
}

/** What the interview holds now; null where it holds nothing. */
export async function lockPlace(tx: WriteTx, interviewId: string): Promise<HeldPlace | null> {
  const [row] = await tx.$queryRaw<HeldPlace[]>(Prisma.sql`
    select cells, state from quota_place where interview_id = ${interviewId}::uuid for update`);
  return row ?? null;
}
