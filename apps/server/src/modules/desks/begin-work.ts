// Taking a case is work: it starts a shift where none is open, and ends a break.

import type { CommandContext } from "../../platform/command.ts";
import type { JournalNote } from "../../platform/journal.ts";
import type { WriteTx } from "../../platform/tx.ts";
import { lockShift } from "./shift.sql.ts";
import { endBreak, shiftNote, startShift } from "./shift.ts";

/**
 * In the transaction that hands an interviewer a case, so that whoever holds a case is always in a shift and at work.
 * @returns what is to be journalled of it
 */
export async function beginWork(
  tx: WriteTx,
  ctx: Pick<CommandContext, "machineNow" | "newId">,
  userId: string,
): Promise<readonly JournalNote[]> {
  const open = await lockShift(tx, userId);
  if (!open) {
    const started = await startShift(tx, ctx, userId);
    return started ? [shiftNote(started.id, null, "atWork")] : [];
  }
  if (!open.breakSince) return [];
  await endBreak(tx, open.id, new Date(ctx.machineNow));
  return [shiftNote(open.id, "break", "atWork")];
}
