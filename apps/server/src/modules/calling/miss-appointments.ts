// Appointments whose time went by without a call: missed, and their cases go to the top, once, for anybody.

import { defaultPacing, localDay, missedAt, ranks } from "@fieldline/calling";
import type { Instant } from "@fieldline/kernel";
import { z } from "zod";
import { type CommandContext, command, journalOf } from "../../platform/command.ts";
import type { JournalNote } from "../../platform/journal.ts";
import type { WriteTx } from "../../platform/tx.ts";
import { callRulesOf } from "../studies/index.ts";
import { asAgreed, moveAppointment } from "./appointments.ts";
import { historyOf } from "./history.ts";
import { lockOverdue } from "./overdue.sql.ts";
import { queueChanged } from "./queue/memory.ts";
import { type WaveAtWork, waveAtWork } from "./wave-in-field.ts";

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
    return { reply: { missed: notes.length }, journal: journalOf(notes) };
  },
});

async function missIn(
  tx: WriteTx,
  ctx: CommandContext,
  wave: Parameters<CommandContext["fieldNow"]>[0] & Parameters<typeof callRulesOf>[1],
): Promise<JournalNote[]> {
  const fieldNow = ctx.fieldNow(wave);
  const notes: JournalNote[] = [];
  const rules = await callRulesOf(tx, wave);
  const times = (rules?.pacing ?? defaultPacing).appointments;
  const { missedAfter } = times;
  const overdue = await lockOverdue(tx, { waveId: wave.id, fieldNow: new Date(fieldNow), missedAfter });
  const atWork = overdue.length > 0 ? await waveAtWork(tx, ctx, wave.id) : null;
  for (const id of overdue) {
    const row = await tx.appointment.findUniqueOrThrow({ where: { id }, include: { case: true } });
    if (missedAt(asAgreed(row), times) > fieldNow) continue;
    const dueAt = atWork ? await dialableFrom(tx, row.case, atWork) : fieldNow;
    await tx.case.update({
      where: { id: row.caseId },
      data: { rank: ranks.exact, dueAt: new Date(dueAt), forUser: null, forUserUntil: null },
    });
    notes.push({ ...(await moveAppointment(tx, row, "missed")), fieldAt: fieldNow });
    queueChanged(wave.id);
  }
  return notes;
}

/** Now, or the next local day where all numbers of the case have been dialled their fill today. */
async function dialableFrom(
  tx: WriteTx,
  of: Parameters<typeof historyOf>[1] & { readonly country: string },
  { rules, fieldNow }: WaveAtWork,
): Promise<Instant> {
  const today = localDay(rules, of.country, fieldNow);
  if (!today.ok) return fieldNow;
  const { numbers } = await historyOf(tx, of, today.value.localDate);
  const left = numbers.filter(({ closed, doNotCall }) => !closed && !doNotCall);
  const full = left.length > 0 && left.every(({ dialsToday }) => dialsToday >= rules.ceiling.perLocalDay);
  return full ? today.value.to : fieldNow;
}
