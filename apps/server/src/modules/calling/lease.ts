// Leases: the time-limited right of one desk to work a case, with the fence that makes an old right worthless.

import { type Instant, later, minute, second } from "@fieldline/kernel";
import { refuse } from "../../platform/problems/refusal.ts";
import type { ReadTx, WriteTx } from "../../platform/tx.ts";

/** A case merely open at a desk: 90 seconds without heartbeat plus 5 minutes of grace. */
export const openFor = 90 * second + 5 * minute;
/** A case with a connected call: 45 minutes after the last sign of life. */
export const connectedFor = 45 * minute;

export interface Held {
  readonly id: string;
  readonly caseId: string;
  readonly userId: string;
  readonly fence: number;
  readonly takenAt: Date;
  readonly expiresAt: Date;
  readonly connectedAt: Date | null;
}

/**
 * The open lease this user holds on a case under this fence. One past its time still counts until it is reclaimed.
 * @throws `calling.leaseLost`
 */
export async function heldLease(
  tx: ReadTx,
  asked: { caseId: string; userId: string; fence: number },
): Promise<Held> {
  const lease = await tx.lease.findFirst({
    where: { caseId: asked.caseId, userId: asked.userId, fence: asked.fence, endedAt: null },
  });
  if (!lease) throw refuse("calling.leaseLost");
  return lease;
}

/** What a desk may still write: under its open lease, or after it ran out as long as nobody has taken the case. */
export interface RightToWrite {
  readonly open: boolean;
  readonly lease: Held;
}

/**
 * The right to record what was said in an interview of this case.
 * @throws `calling.leaseLost` once another desk holds the case, or this one gave it up.
 */
export async function rightToWrite(
  tx: ReadTx,
  asked: { caseId: string; userId: string; fence: number },
): Promise<RightToWrite> {
  const lease = await tx.lease.findFirst({ where: { ...asked, case: { fence: asked.fence } } });
  if (!lease || (lease.endedAt !== null && lease.endedBy !== "expired")) throw refuse("calling.leaseLost");
  return { open: lease.endedAt === null, lease };
}

/** Until when a lease with a sign of life at `now` holds. */
const holdsUntil = (lease: Pick<Held, "connectedAt">, now: Instant): Instant =>
  later(now, lease.connectedAt ? connectedFor : openFor);

/** A sign of life: the lease holds on from `now`. */
export async function extend(tx: WriteTx, lease: Held, now: Instant): Promise<Instant> {
  const until = holdsUntil(lease, now);
  await tx.lease.update({ where: { id: lease.id }, data: { expiresAt: new Date(until) } });
  return until;
}

/** Gives the case back and its numbers free. */
export async function end(tx: WriteTx, leaseId: string, now: Instant, by: string): Promise<void> {
  await tx.lease.update({ where: { id: leaseId }, data: { endedAt: new Date(now), endedBy: by } });
  await tx.leaseNumber.updateMany({ where: { leaseId }, data: { open: false } });
}

/**
 * Opens a lease on a case just taken, over all its numbers.
 * @returns false when another study opened one of the numbers in the same moment; then nothing stays open.
 */
export async function open(
  tx: WriteTx,
  lease: { id: string; caseId: string; userId: string; fence: number; numberIds: readonly string[] },
  now: Instant,
): Promise<boolean> {
  await tx.lease.create({
    data: {
      id: lease.id,
      caseId: lease.caseId,
      userId: lease.userId,
      fence: lease.fence,
      takenAt: new Date(now),
      expiresAt: new Date(later(now, openFor)),
    },
  });
  const { count } = await tx.leaseNumber.createMany({
    data: lease.numberIds.map((numberId) => ({ leaseId: lease.id, numberId, open: true })),
    skipDuplicates: true,
  });
  if (count === lease.numberIds.length) return true;
  await end(tx, lease.id, now, "numberElsewhere");
  return false;
}
