// Tells that something changed, in the transaction that changes it: a mark of what to look at, never what it says.

import type { Instant } from "@fieldline/kernel";
import type { WriteTx } from "../tx.ts";

/**
 * cells: quota cells (ids). plan: the quota plan as a whole. interviews: interviews that ended or count otherwise (ids),
 * or, without ids, what a whole country wants.
 * desk: the state of an interviewer's desk. message: messages to or from a user (ids). rights: sessions, roles or scope of a user, so that sockets are looked at again.
 */
export type Topic = "cells" | "plan" | "interviews" | "desk" | "message" | "rights";

export interface Told {
  readonly topic: Topic;
  readonly waveId?: string;
  readonly country?: string;
  readonly userId?: string;
  readonly ids?: readonly string[];
}

const tellers = new WeakSet<object>();

/** Whoever watches hears of it once the transaction is committed. */
export async function tell(tx: WriteTx, at: Instant, ...news: readonly Told[]): Promise<void> {
  if (news.length === 0) return;
  noteTold(tx);
  await tx.news.createMany({
    data: news.map(({ ids, ...item }) => ({ ...item, ids: [...(ids ?? [])], at: new Date(at) })),
  });
}

/** A statement of this transaction wrote news by itself. */
export const noteTold = (tx: WriteTx): void => void tellers.add(tx);

/** Whether anything was told in this transaction. */
export const hasTold = (tx: object): boolean => tellers.has(tx);
