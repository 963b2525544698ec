// The interviewer's last call, while its outcome may be mended at the desk.

import type { ContactAttempt } from "../../platform/db/generated/client.ts";
import type { ReadTx } from "../../platform/tx.ts";

/** Null while a call is open, and once the next case has been taken. */
export async function lastAttempt(
  tx: ReadTx,
  userId: string,
): Promise<(ContactAttempt & { readonly disposition: string; readonly closedAt: Date }) | null> {
  const latest = await tx.contactAttempt.findFirst({ where: { userId }, orderBy: { dialledAt: "desc" } });
  if (!latest?.closedAt || latest.disposition === null) return null;
  const lease = await tx.lease.findFirst({
    where: { userId, OR: [{ endedBy: null }, { endedBy: { not: "numberElsewhere" } }] },
    orderBy: { takenAt: "desc" },
  });
  if (lease?.caseId !== latest.caseId || lease.fence !== latest.fence) return null;
  return { ...latest, disposition: latest.disposition, closedAt: latest.closedAt };
}
