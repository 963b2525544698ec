// Folds one open case at the end of the field: what all its attempts amount to is what it came to.

import { atEndOfField, type Outcome } from "@fieldline/calling";
import type { Instant } from "@fieldline/kernel";
import type { CommandContext } from "../../../platform/command.ts";
import type { JournalNote } from "../../../platform/journal.ts";
import type { WriteTx } from "../../../platform/tx.ts";
import { moveAppointment } from "../appointments.ts";
import type { CaseClosed } from "../call.ts";
import { historyOf } from "../history.ts";

interface Folding {
  readonly caseId: string;
  /** Of the wave. */
  readonly fieldNow: Instant;
  readonly onCaseClosed: CaseClosed;
}

/** An interview that is open ends first: with it the break-off is final, or the interview a partial one. */
export async function foldCase(
  tx: WriteTx,
  ctx: CommandContext,
  { caseId, fieldNow, onCaseClosed }: Folding,
): Promise<{ readonly code: string; readonly notes: readonly JournalNote[] }> {
  const found = await tx.case.findUniqueOrThrow({ where: { id: caseId } });
  const { attempts, numbers } = await historyOf(tx, found, "");
  const ended = await endOpenInterview(tx, ctx, caseId, onCaseClosed);
  const outcomes: readonly Outcome[] = ended
    ? [...attempts, { disposition: ended, at: fieldNow, selected: true }]
    : attempts;
  const folded = atEndOfField({ attempts: outcomes, numbers });
  await tx.case.update({
    where: { id: caseId },
    data: {
      ...{ state: "closed", dueAt: null, held: null, forUser: null, forUserUntil: null },
      ...{ finalDisposition: folded.disposition, finalCode: folded.code },
      closedAt: new Date(ctx.machineNow),
    },
  });
  const waiting = await tx.appointment.findMany({ where: { caseId, state: "open" } });
  const notes: JournalNote[] = [];
  for (const row of waiting) {
    notes.push({ ...(await moveAppointment(tx, row, "cancelled")), fieldAt: fieldNow });
  }
  return { code: folded.code, notes };
}

async function endOpenInterview(
  tx: WriteTx,
  ctx: CommandContext,
  caseId: string,
  onCaseClosed: CaseClosed,
): Promise<"partial" | "breakOff" | null> {
  const open = await tx.interview.findFirst({
    where: { caseId, status: { in: ["inProgress", "suspended"] } },
    select: { id: true },
  });
  if (!open) return null;
  await onCaseClosed(tx, ctx, caseId);
  const { status } = await tx.interview.findUniqueOrThrow({
    where: { id: open.id },
    select: { status: true },
  });
  return status === "partial" ? "partial" : "breakOff";
}
