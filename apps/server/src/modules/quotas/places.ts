// The places of interviews: taken in every cell of a person or in none, moved, filled, freed.

import type { InterviewState, Verdict } from "@fieldline/interview";
import { type Instant, later } from "@fieldline/kernel";
import { cellsOf, placeLease } from "@fieldline/quota";
import type { WriteTx } from "../../platform/tx.ts";
import { fillReserved, freeReserved, moveReserved } from "./cells.sql.ts";
import { lockPlace } from "./lock-place.sql.ts";
import { planOf } from "./plan.ts";

export interface Holder {
  readonly interviewId: string;
  readonly waveId: string;
  /** Machine time. */
  readonly now: Instant;
}

const until = (now: Instant) => new Date(later(now, placeLease));

/**
 * The verdict for a person whose quota questions are answered; a place is reserved in all their cells, or in none.
 * An interview that holds places moves: cells it stays in need no room. Where a new one is full, all are freed,
 * since the answers no longer belong there.
 */
export async function decide(tx: WriteTx, holder: Holder, person: InterviewState): Promise<Verdict> {
  const plan = await planOf(tx, holder.waveId);
  if (!plan) return "noPlan";
  const belonging = cellsOf(plan, person);
  if (belonging.kind !== "cells") {
    await free(tx, holder);
    return "noPlace";
  }
  return (await enter(tx, holder, belonging.cells)) ? "granted" : "full";
}

/** How a completed interview counts. `overQuota`: kept, not counted. `noPlan`: counted, there are no cells. */
export type Fate = "counted" | "overQuota" | "noPlan";

/** Fills the places of a completed interview; without any (its lease ran out) it takes those that are left. */
export async function confirm(tx: WriteTx, holder: Holder, person: InterviewState): Promise<Fate> {
  const plan = await planOf(tx, holder.waveId);
  if (!plan) return "noPlan";
  const belonging = cellsOf(plan, person);
  if (belonging.kind !== "cells" || !(await enter(tx, holder, belonging.cells))) {
    await free(tx, holder);
    return "overQuota";
  }
  await fillReserved(tx, holder.waveId, belonging.cells);
  await tx.quotaPlace.update({ where: { interviewId: holder.interviewId }, data: { state: "completed" } });
  return "counted";
}

/** Gives the reserved places of an interview free, if it has any. */
export async function free(tx: WriteTx, { interviewId, waveId }: Holder): Promise<void> {
  const held = await lockPlace(tx, interviewId);
  if (held?.state !== "reserved") return;
  await freeReserved(tx, waveId, held.cells);
  await tx.quotaPlace.delete({ where: { interviewId } });
}

/** A sign of life of the interview: its reserved places are kept longer. */
export async function keepLonger(tx: WriteTx, { interviewId, now }: Holder): Promise<void> {
  await tx.quotaPlace.updateMany({
    where: { interviewId, state: "reserved" },
    data: { expiresAt: until(now) },
  });
}

async function enter(tx: WriteTx, holder: Holder, cells: readonly string[]): Promise<boolean> {
  const { interviewId, waveId, now } = holder;
  const held = await lockPlace(tx, interviewId);
  const before = held?.cells ?? [];
  const enters = cells.filter((id) => !before.includes(id));
  const stays = before.filter((id) => cells.includes(id));
  const leaves = before.filter((id) => !cells.includes(id));
  if (enters.length + leaves.length > 0 && !(await moveReserved(tx, { waveId, stays, leaves, enters }))) {
    await free(tx, holder);
    return false;
  }
  const kept = { cells: [...cells], state: "reserved", expiresAt: until(now) };
  await tx.quotaPlace.upsert({
    where: { interviewId },
    create: { interviewId, waveId, since: new Date(now), ...kept },
    update: kept,
  });
  return true;
}
