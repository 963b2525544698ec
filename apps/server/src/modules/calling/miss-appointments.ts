// Appointments whose time went by without a call: missed, and their cases go to the top, once, for anybody.

import { missedAt, ranks } from "@fieldline/calling";
import { z } from "zod";
import { type CommandContext, command } from "../../platform/command.ts";
import type { JournalNote } from "../../platform/journal.ts";
import type { WriteTx } from "../../platform/tx.ts";
import { asAgreed, moveAppointment } from "./appointments.ts";
import { lockOverdue } from "./overdue.sql.ts";

/** A background duty. A case that is on a desk just now is left to the outcome of its call. */
export const missAppointments = command({
  name: "calling.missAppointments",
  action: "duty",
  data: "plain",
  input: z.object({}),
  reply: z.object({ missed: z.int() }),
  run: async (tx, ctx) => {
    const waves = await tx.wave.findMany({ where: { state: "inField" } });
    const notes: JournalNote[] = [];
    for (const wave of waves) notes.push(...(await missIn(tx, ctx, wave)));
    const [first, ...rest] = notes;
    return { reply: { missed: notes.length }, journal: first ? [first, ...rest] : "unchanged" };
  },
});

async function missIn(
  tx: WriteTx,
  ctx: CommandContext,
  wave: Parameters<CommandContext["fieldNow"]>[0] & { readonly id: string },
): Promise<JournalNote[]> {
  const fieldNow = ctx.fieldNow(wave);
  const notes: JournalNote[] = [];
  for (const id of await lockOverdue(tx, wave.id, new Date(fieldNow))) {
    const row = await tx.appointment.findUniqueOrThrow({ where: { id } });
    if (missedAt(asAgreed(row)) > fieldNow) continue;
    await tx.case.update({
      where: { id: row.caseId },
      data: { rank: ranks.exact, dueAt: new Date(fieldNow) },
    });
    notes.push({ ...(await moveAppointment(tx, row, "missed")), fieldAt: fieldNow });
  }
  return notes;
}
