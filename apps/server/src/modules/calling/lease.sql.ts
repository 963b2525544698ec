// The row of a lease, locked: the one lock that everything done to a case at a desk takes first.

import { Prisma } from "../../platform/db/generated/client.ts";
import { type Refusal, refuse } from "../../platform/problems/refusal.ts";
import type { WriteTx } from "../../platform/tx.ts";

/** A desk's claim to a case: who, which, under which fence. */
export interface AskedLease {
  readonly caseId: string;
  readonly userId: string;
  readonly fence: number;
}

export interface Held {
  readonly id: string;
  readonly caseId: string;
  readonly userId: string;
  readonly fence: number;
  readonly expiresAt: Date;
  readonly connectedAt: Date | null;
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
}

/** Waits for whoever is just ending or extending it, and tells what stands then. */
export async function lockLease(tx: WriteTx, asked: AskedLease): Promise<Held | null> {
  const [row] = await tx.$queryRaw<Held[]>(Prisma.sql`
    select id, case_id as "caseId", user_id as "userId", fence, expires_at as "expiresAt",
      connected_at as "connectedAt", ended_at as "endedAt", ended_by as "endedBy"
    from lease
    where case_id = ${asked.caseId}::uuid and user_id = ${asked.userId}::uuid and fence = ${asked.fence}
    for update`);
  return row ?? null;
}

/** Whether the case still bears this fence; its row is locked, so that nobody takes it meanwhile. */
export async function nobodyTook(tx: WriteTx, { caseId, fence }: AskedLease): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>(Prisma.sql`
    select 1 from "case" where id = ${caseId}::uuid and fence = ${fence} for update`);
  return rows.length > 0;
}

/** Whoever once held the case hears that they lost it; for everybody else there is no such case. */
export async function refuseWithoutLease(tx: WriteTx, { caseId, userId }: AskedLease): Promise<Refusal> {
  const once = await tx.lease.count({ where: { caseId, userId } });
  return refuse(once > 0 ? "calling.leaseLost" : "access.notFound");
}
