// Leases: the time-limited right of one desk to work a case, with the fence that makes an old right worthless.

import { type Instant, instant, later, minute, second } from "@fieldline/kernel";
import type { WriteTx } from "../../platform/tx.ts";
import { type AskedLease, type Held, lockLease, nobodyTook, refuseWithoutLease } from "./lease.sql.ts";

/** A case merely open at a desk: 90 seconds without heartbeat plus 5 minutes of grace. */
export const openFor = 90 * second + 5 * minute;
/** A case with a connected call: 45 minutes after the last sign of life. */
export const connectedFor = 45 * minute;

/**
 * The open lease this user holds on a case under this fence, its row locked: whatever ends the lease waits for us,
 * or we see that it has ended. Every verb of a desk starts here, so the lease is always the first row it locks. One
 * past its time still counts until it is reclaimed.
 * @throws `calling.leaseLost` for somebody who once held the case, `access.notFound` for anybody else
 */
export async function heldLease(tx: WriteTx, asked: AskedLease): Promise<Held> {
  const lease = await lockLease(tx, asked);
  if (lease?.endedAt === null) return lease;
  throw await refuseWithoutLease(tx, asked);
}

/** What a desk may still write: under its open lease, or after it ran out as long as nobody has taken the case. */
export interface RightToWrite {
  readonly open: boolean;
  readonly lease: Held;
}

/** `lost`: another desk has taken the case since, or this one gave it up; what it sends now is no part of it. */
export type RightOrLost =
  | (RightToWrite & { readonly lost: false })
  | { readonly lost: true; readonly lease: Held };

/**
 * What is left of the right of a desk that held this case under this fence.
 * @throws `calling.leaseLost` for somebody who held it under another one, `access.notFound` for anybody else
 */
export async function rightOrLost(tx: WriteTx, asked: AskedLease): Promise<RightOrLost> {
  const lease = await lockLease(tx, asked);
  if (!lease) throw await refuseWithoutLease(tx, asked);
  if (lease.endedAt === null) return { open: true, lost: false, lease };
  const free = lease.endedBy === "expired" && (await nobodyTook(tx, asked));
  return free ? { open: false, lost: false, lease } : { lost: true, lease };
}

/**
 * The right to say what came of a call of this case.
 * @throws `calling.leaseLost` once another desk holds the case, or this one gave it up; `access.notFound` for anybody
 * who never held it
 */
export async function rightToWrite(tx: WriteTx, asked: AskedLease): Promise<RightToWrite> {
  const right = await rightOrLost(tx, asked);
  if (right.lost) throw await refuseWithoutLease(tx, asked);
  return right;
}

/**
 * The right to add to what is known of the household, which an interviewer does after the outcome, too.
 * @throws as `rightToWrite`
 */
export async function rightToNote(tx: WriteTx, asked: AskedLease): Promise<Held> {
  const { lost, lease } = await rightOrLost(tx, asked);
  if (!lost || (lease.endedBy === "outcome" && (await nobodyTook(tx, asked)))) return lease;
  throw await refuseWithoutLease(tx, asked);
}

/** When a lease ends without another sign of life after `now`. */
export const leaseEnd = (connected: boolean, now: Instant): Instant =>
  later(now, connected ? connectedFor : openFor);

/** A sign of life: the lease, locked by the caller, holds on from `now`. */
export async function extend(tx: WriteTx, lease: Held, now: Instant): Promise<Instant> {
  const until = leaseEnd(lease.connectedAt !== null, now);
  await tx.lease.update({ where: { id: lease.id }, data: { expiresAt: new Date(until) } });
  return until;
}

/** Machine time of the last sign of life, read off how long the lease holds on. */
export const lastSeen = ({ connectedAt, expiresAt }: Pick<Held, "connectedAt" | "expiresAt">): Instant =>
  instant(expiresAt.getTime() - (connectedAt ? connectedFor : openFor));

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
  lease: AskedLease & { readonly id: string; readonly numberIds: readonly string[] },
  now: Instant,
): Promise<boolean> {
  const { id, caseId, userId, fence, numberIds } = lease;
  const expiresAt = new Date(later(now, openFor));
  await tx.lease.create({ data: { id, caseId, userId, fence, takenAt: new Date(now), expiresAt } });
  const { count } = await tx.leaseNumber.createMany({
    data: numberIds.map((numberId) => ({ leaseId: id, numberId, open: true })),
    skipDuplicates: true,
  });
  if (count === numberIds.length) return true;
  await end(tx, id, now, "numberElsewhere");
  return false;
}
