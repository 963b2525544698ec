// A respondent takes everything back: the case is closed as withdrawn, whether a call is open or long over.

import { disposition } from "@fieldline/calling";
import type { CommandContext } from "../../platform/command.ts";
import type { JournalNote } from "../../platform/journal.ts";
import type { WriteTx } from "../../platform/tx.ts";
import { moveAppointment } from "./appointments.ts";
import type { CaseClosed } from "./call.ts";
import { closeCall } from "./close-call.ts";
import { end } from "./lease.ts";
import { settleCase } from "./settle-case.ts";
import { tellDesk } from "./tell-desk.ts";
import { waveAtWork } from "./wave-in-field.ts";

interface Withdrawal {
  readonly caseId: string;
  /** Of the interview that is withdrawn. */
  readonly attemptId: string;
  readonly onCaseClosed: CaseClosed;
}

/**
 * An open call ends as withdrawn, else the attempt of the interview is given that outcome. All numbers of the record
 * are suppressed. A new fence ends the right of desks that lost the case to silence, too. Another
 * interview of the case that is still open is left to `onCaseClosed`. The caller has locked the case, and has settled the
 * interview withdrawn.
 * @returns what to journal
 */
export async function withdrawCase(
  tx: WriteTx,
  ctx: CommandContext,
  { caseId, attemptId, onCaseClosed }: Withdrawal,
): Promise<readonly JournalNote[]> {
  const call = await tx.contactAttempt.findFirst({
    where: { caseId, closedAt: null },
    include: { case: true },
  });
  const found = await tx.case.update({
    where: { id: caseId },
    data: { fence: { increment: 1 } },
    include: { wave: true },
  });
  const wave = await waveAtWork(tx, ctx, found.waveId);
  const notes =
    call && wave
      ? (await closeCall(tx, ctx, { call, disposition: "withdrawn", wave, onCaseClosed })).journal
      : await closeAfterwards(tx, ctx, attemptId);
  if (!call || !wave) await onCaseClosed(tx, ctx, caseId);
  const at = { waveId: found.waveId, fieldAt: ctx.fieldNow(found.wave) };
  const leases = await tx.lease.findMany({ where: { caseId, endedAt: null } });
  const ended: JournalNote[] = [];
  for (const { id, userId } of leases) {
    await end(tx, id, ctx.machineNow, "withdrawn");
    await tellDesk(tx, ctx, userId);
    const after = { lease: id, ended: "withdrawn" };
    ended.push({ entityKind: "case", entityId: caseId, ...at, after });
  }
  const open = await tx.appointment.findMany({ where: { caseId, state: "open" } });
  const cancelled: JournalNote[] = [];
  for (const row of open) {
    const note = await moveAppointment(tx, row, "cancelled");
    cancelled.push({ ...note, ...at });
  }
  return [...notes, ...ended, ...cancelled];
}

async function closeAfterwards(
  tx: WriteTx,
  ctx: CommandContext,
  attemptId: string,
): Promise<readonly JournalNote[]> {
  const attempt = await tx.contactAttempt.findUniqueOrThrow({
    where: { id: attemptId },
    include: { case: { include: { wave: true } } },
  });
  await tx.contactAttempt.update({ where: { id: attemptId }, data: { disposition: "withdrawn" } });
  const after = {
    state: "closed",
    disposition: "withdrawn",
    code: disposition("withdrawn").aaporCode,
    closesNumber: false,
    doNotCall: true,
    because: [{ code: "outcomeFinal" }],
  } as const;
  const listed = await settleCase(
    tx,
    { call: attempt, disposition: "withdrawn", after, suspended: null },
    ctx,
  );
  const at = { waveId: attempt.waveId, fieldAt: ctx.fieldNow(attempt.case.wave) };
  return [
    {
      entityKind: "attempt",
      entityId: attemptId,
      ...at,
      before: { disposition: attempt.disposition, case: attempt.case.state },
      after: { disposition: "withdrawn", case: "closed" },
    },
    ...listed.map((entityId) => ({
      entityKind: "phoneNumber",
      entityId,
      ...at,
      before: { doNotCall: false },
      after: { doNotCall: true },
    })),
  ];
}
