// Closes a call with its outcome; number and case follow by the call rules.

import { caseAfter, type DispositionKey, isDispositionKey } from "@fieldline/calling";
import { instant, toIso } from "@fieldline/kernel";
import { closeAttempt as body, closeAttemptReply } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { command } from "../../platform/command.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import type { WriteTx } from "../../platform/tx.ts";
import { fittingOutcomes } from "./fitting-outcomes.ts";
import { interviewerOf } from "./interviewer.ts";
import { end, heldLease } from "./lease.ts";
import { settleCase } from "./settle-case.ts";
import { waveInField } from "./wave-in-field.ts";

export const closeAttempt = command({
  name: "calling.closeAttempt",
  action: "attempt.close",
  data: "plain",
  input: body.extend({ attempt: z.uuid() }),
  reply: closeAttemptReply,
  run: async (tx, ctx, { attempt: attemptId, fence, disposition, ringSeconds, talkSeconds }) => {
    if (!isDispositionKey(disposition)) throw refuse("calling.dispositionUnknown");
    const { id: userId } = await interviewerOf(tx, ctx.actor);
    const attempt = await tx.contactAttempt.findUnique({ where: { id: attemptId }, include: { case: true } });
    if (attempt?.userId !== userId) throw refuse("access.notFound");
    const lease = await heldLease(tx, { caseId: attempt.caseId, userId, fence });
    if (attempt.closedAt) throw refuse("calling.attemptClosed");
    const interview = await latestInterview(tx, attempt.caseId, lease.takenAt);
    if (interview?.status === "inProgress") throw refuse("calling.interviewUnderWay");
    if (!fittingOutcomes(interview?.status ?? null).includes(disposition)) {
      throw refuse("calling.dispositionNotHere");
    }
    const wave = await waveInField(tx, ctx, attempt.waveId);
    await tx.contactAttempt.update({
      where: { id: attemptId },
      data: {
        disposition,
        closedAt: new Date(ctx.machineNow),
        closedFieldAt: new Date(wave.fieldNow),
        ringSeconds: ringSeconds ?? null,
        talkSeconds: talkSeconds ?? null,
      },
    });
    const suspended = await tx.interview.findFirst({
      where: { caseId: attempt.caseId, status: "suspended" },
    });
    const after = caseAfter({
      disposition,
      numberId: attempt.numberId,
      at: wave.fieldNow,
      rules: wave.rules,
      interviewOpen: suspended !== null,
      ...(await history(tx, attempt.caseId, attemptId)),
    });
    await settleCase(
      tx,
      { case: attempt.case, numberId: attempt.numberId, disposition, after, suspended },
      ctx,
    );
    const keepsCase = after.state === "open" && after.keepsCase;
    if (!keepsCase) await end(tx, lease.id, ctx.machineNow, "outcome");
    return {
      reply: {
        caseState: after.state,
        dueAt: after.state === "open" ? toIso(after.dueAt) : null,
        finalCode: after.state === "closed" ? after.code : null,
        numberClosed: after.closesNumber || after.doNotCall,
        keepsCase,
      },
      journal: {
        entityKind: "attempt",
        entityId: attemptId,
        waveId: attempt.waveId,
        fieldAt: wave.fieldNow,
        before: { case: attempt.case.state },
        after: { disposition, case: after.state },
      },
    };
  },
});

/** The interview worked on since the case came to this desk. */
const latestInterview = (tx: WriteTx, caseId: string, since: Date) =>
  tx.interview.findFirst({
    where: { caseId, operations: { some: { receivedAt: { gte: since } } } },
    orderBy: { startedAt: "desc" },
    select: { status: true },
  }) as Promise<{ status: import("@fieldline/interview").InterviewStatus } | null>;

/** Numbers and earlier outcomes of a case, as the call rules want them. */
async function history(tx: WriteTx, caseId: string, without: string) {
  const attempts = await tx.contactAttempt.findMany({ where: { caseId }, orderBy: { dialledAt: "asc" } });
  const numbers = await tx.recordNumber.findMany({
    where: { record: { case: { id: caseId } } },
    include: { number: true },
  });
  return {
    outcomes: attempts
      .filter((attempt) => attempt.id !== without && attempt.disposition !== null)
      .map((attempt) => ({
        disposition: attempt.disposition as DispositionKey,
        at: instant((attempt.closedFieldAt ?? attempt.dialledFieldAt).getTime()),
      })),
    numbers: numbers.map(({ number }) => ({
      id: number.id,
      kind: number.kind as "landline" | "mobile" | "unknown",
      closed: number.closedAs !== null,
      doNotCall: number.doNotCallAt !== null,
      attempts: attempts.filter((attempt) => attempt.numberId === number.id).length,
    })),
  };
}
