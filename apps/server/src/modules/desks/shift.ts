// A shift: atWork --break--> break --back--> atWork; both --end--> ended. An interviewer has at most one that is open.

import type { Shift } from "@fieldline/protocol";
import type { CommandContext } from "../../platform/command.ts";
import type { JournalNote } from "../../platform/journal.ts";
import type { ReadTx, WriteTx } from "../../platform/tx.ts";

/** Machine times throughout. */
export interface OpenShift {
  readonly id: string;
  readonly startedAt: Date;
  readonly breakSince: Date | null;
}

export type ShiftState = "atWork" | "break" | "ended";

export const stateOf = (open: OpenShift): ShiftState => (open.breakSince ? "break" : "atWork");

export const asBody = (open: OpenShift | null): Shift | null =>
  open && {
    startedAt: open.startedAt.toISOString(),
    breakSince: open.breakSince?.toISOString() ?? null,
  };

/** The open shift of an interviewer as their desk is told it; null without one. */
export async function shiftOf(tx: ReadTx, userId: string): Promise<Shift | null> {
  const row = await tx.shift.findFirst({
    where: { userId, endedAt: null },
    select: { id: true, startedAt: true, breaks: { where: { endedAt: null }, select: { startedAt: true } } },
  });
  return row && asBody({ ...row, breakSince: row.breaks[0]?.startedAt ?? null });
}

type Now = Pick<CommandContext, "machineNow" | "newId">;

/** Opens a shift; null where another window of the same person has just done so. */
export async function startShift(tx: WriteTx, ctx: Now, userId: string): Promise<OpenShift | null> {
  const shift = { id: ctx.newId(), userId, startedAt: new Date(ctx.machineNow) };
  const { count } = await tx.shift.createMany({ data: [shift], skipDuplicates: true });
  return count === 0 ? null : { ...shift, breakSince: null };
}

export async function endBreak(tx: WriteTx, shiftId: string, at: Date): Promise<void> {
  await tx.shiftBreak.updateMany({ where: { shiftId, endedAt: null }, data: { endedAt: at } });
}

/** A change of a shift as the journal keeps it. */
export const shiftNote = (id: string, before: ShiftState | null, after: ShiftState): JournalNote => ({
  action: "desks.changeShift",
  entityKind: "shift",
  entityId: id,
  ...(before ? { before: { state: before } } : {}),
  after: { state: after },
});
