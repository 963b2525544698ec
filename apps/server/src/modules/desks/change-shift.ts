// An interviewer starts or ends the own shift, or a break in it.

import type { ChangeShift } from "@fieldline/protocol";
import { changeShiftReply, changeShift as input } from "@fieldline/protocol/schemas";
import { actorId } from "../../platform/actor.ts";
import { type CommandContext, command } from "../../platform/command.ts";
import type { JournalNote } from "../../platform/journal.ts";
import { tell } from "../../platform/live/tell.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import type { ReadTx, WriteTx } from "../../platform/tx.ts";
import { lockShift } from "./shift.sql.ts";
import { asBody, endBreak, type OpenShift, shiftNote, startShift, stateOf } from "./shift.ts";

/** Whether a case lies on the desk of this interviewer; said by the room that hands cases out. */
export type HoldsCase = (tx: ReadTx, userId: string) => Promise<boolean>;

interface Changed {
  readonly shift: OpenShift | null;
  readonly note: JournalNote;
}

/** What each change is, given the open shift with its row locked. @throws Refusal where it does not fit */
const changes: Readonly<
  Record<
    ChangeShift["change"],
    (tx: WriteTx, ctx: CommandContext, userId: string, open: OpenShift | null) => Promise<Changed>
  >
> = {
  start: async (tx, ctx, userId, open) => {
    const shift = open ? null : await startShift(tx, ctx, userId);
    if (!shift) throw refuse("desk.shiftOpen");
    return { shift, note: shiftNote(shift.id, null, "atWork") };
  },
  end: async (tx, ctx, _userId, open) => {
    const shift = required(open);
    const endedAt = new Date(ctx.machineNow);
    await endBreak(tx, shift.id, endedAt);
    await tx.shift.update({ where: { id: shift.id }, data: { endedAt } });
    return { shift: null, note: shiftNote(shift.id, stateOf(shift), "ended") };
  },
  breakStart: async (tx, ctx, _userId, open) => {
    const shift = required(open);
    if (shift.breakSince) throw refuse("desk.onBreak");
    const breakSince = new Date(ctx.machineNow);
    await tx.shiftBreak.create({ data: { id: ctx.newId(), shiftId: shift.id, startedAt: breakSince } });
    return { shift: { ...shift, breakSince }, note: shiftNote(shift.id, "atWork", "break") };
  },
  breakEnd: async (tx, ctx, _userId, open) => {
    const shift = required(open);
    if (!shift.breakSince) throw refuse("desk.notOnBreak");
    await endBreak(tx, shift.id, new Date(ctx.machineNow));
    return { shift: { ...shift, breakSince: null }, note: shiftNote(shift.id, "break", "atWork") };
  },
};

function required(open: OpenShift | null): OpenShift {
  if (open) return open;
  throw refuse("desk.noShift");
}

/** Whoever has a case on the desk is at work: these wait until it is given back or closed. */
const notWithCase: ReadonlySet<ChangeShift["change"]> = new Set(["end", "breakStart"]);

/**
 * Own shift only. Ending it ends a break, too.
 * @throws Refusal `desk.shiftOpen`, `desk.noShift`, `desk.onBreak`, `desk.notOnBreak`; `calling.deskHasCase` for the
 * end of a shift or a break with a case on the desk
 */
export const changeShift = (holdsCase: HoldsCase) =>
  command({
    name: "desks.changeShift",
    action: "desk.shift",
    data: "plain",
    input,
    reply: changeShiftReply,
    run: async (tx, ctx, { change }) => {
      const userId = actorId(ctx.actor);
      if (!userId) throw refuse("access.notAllowed");
      const open = await lockShift(tx, userId);
      if (open && notWithCase.has(change) && (await holdsCase(tx, userId))) {
        throw refuse("calling.deskHasCase");
      }
      const { shift, note } = await changes[change](tx, ctx, userId, open);
      await tell(tx, ctx.machineNow, { topic: "desk", userId });
      return { reply: { shift: asBody(shift) }, journal: note };
    },
  });
