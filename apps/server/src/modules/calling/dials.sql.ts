// The number about to be dialled, locked, and how often it was dialled in the wave and on a local day.

import { inbound } from "@fieldline/calling";
import { Prisma } from "../../platform/db/generated/client.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import type { WriteTx } from "../../platform/tx.ts";

interface LockedNumber {
  readonly test_number: boolean;
  readonly do_not_call_at: Date | null;
  readonly closed_as: string | null;
}

/**
 * The number's row, locked to the end of the transaction: an entry on the do-not-call list either is seen here or
 * waits until the dial is recorded.
 */
export async function lockNumber(tx: WriteTx, numberId: string): Promise<LockedNumber> {
  const [row] = await tx.$queryRaw<LockedNumber[]>(Prisma.sql`
    select test_number, do_not_call_at, closed_as from phone_number where id = ${numberId}::uuid for update`);
  if (!row) throw refuse("access.notFound");
  return row;
}

/** Every dial counts, redials and technical ones too; a call that came in is none. */
export async function dialsOf(
  tx: WriteTx,
  asked: { waveId: string; numberId: string; localDate: string },
): Promise<{ inWave: number; today: number }> {
  const of = { waveId: asked.waveId, numberId: asked.numberId, line: { not: inbound } };
  const inWave = await tx.contactAttempt.count({ where: of });
  const today = await tx.contactAttempt.count({ where: { ...of, localDate: asked.localDate } });
  return { inWave, today };
}
