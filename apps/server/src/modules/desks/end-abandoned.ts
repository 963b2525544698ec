// Ends shifts that somebody went home from without saying so.

import { hour, instant } from "@fieldline/kernel";
import { z } from "zod";
import { command, journalOf } from "../../platform/command.ts";
import { sqlOf } from "../../platform/db/sql.ts";
import type { JournalNote } from "../../platform/journal.ts";
import { tell } from "../../platform/live/tell.ts";
import { lockAbandoned } from "./abandoned.sql.ts";
import { endBreak, shiftNote } from "./shift.ts";

const silence = 12 * hour;

/**
 * A background duty: after twelve hours without a sign of life a shift is over, and it ended with the last sign, so
 * that hours worked stay true.
 */
export const endAbandonedShifts = command({
  name: "desks.endAbandoned",
  action: "duty",
  data: "plain",
  input: z.object({}),
  reply: z.object({ ended: z.int() }),
  run: async (tx, ctx) => {
    const abandoned = await lockAbandoned(sqlOf(tx), instant(ctx.machineNow - silence));
    const notes: JournalNote[] = [];
    for (const { id, lastSeen, onBreak } of abandoned) {
      await endBreak(tx, id, lastSeen);
      await tx.shift.update({ where: { id }, data: { endedAt: lastSeen } });
      const note = shiftNote(id, onBreak ? "break" : "atWork", "ended");
      notes.push({ ...note, action: "desks.endAbandoned" });
    }
    await tell(tx, ctx.machineNow, ...abandoned.map(({ userId }) => ({ topic: "desk" as const, userId })));
    return { reply: { ended: abandoned.length }, journal: journalOf(notes) };
  },
});
