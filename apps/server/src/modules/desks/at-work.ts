// Which of some interviewers are in a shift now, a break being part of it.

import type { ReadTx } from "../../platform/tx.ts";

export async function atWork(tx: ReadTx, userIds: readonly string[]): Promise<ReadonlySet<string>> {
  const open = await tx.shift.findMany({
    where: { userId: { in: [...userIds] }, endedAt: null },
    select: { userId: true },
  });
  return new Set(open.map(({ userId }) => userId));
}
