// The open shift of an interviewer, locked: whatever changes it waits for us, or we see what it came to.

import { Prisma } from "../../platform/db/generated/client.ts";
import type { WriteTx } from "../../platform/tx.ts";
import type { OpenShift } from "./shift.ts";

/** Two statements, so that the second sees the breaks as they stand once the lock is ours. */
export async function lockShift(tx: WriteTx, userId: string): Promise<OpenShift | null> {
  const [row] = await tx.$queryRaw<Omit<OpenShift, "breakSince">[]>(Prisma.sql`
    select id, started_at as "startedAt" from shift
    where user_id = ${userId}::uuid and ended_at is null for update`);
  if (!row) return null;
  const pause = await tx.shiftBreak.findFirst({
    where: { shiftId: row.id, endedAt: null },
    select: { startedAt: true },
  });
  return { ...row, breakSince: pause?.startedAt ?? null };
}
