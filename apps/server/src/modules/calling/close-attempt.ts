// The desk closes a call with its outcome.

import { type DispositionKey, fittingOutcomes, isDispositionKey } from "@fieldline/calling";
import { closeAttempt as body, closeAttemptReply } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { type CommandContext, command } from "../../platform/command.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import type { WriteTx } from "../../platform/tx.ts";
import type { CaseClosed } from "./call.ts";
import { closeCall } from "./close-call.ts";
import { followUpGiven } from "./follow-up.ts";
import { interviewOfCall } from "./interview-of-call.ts";
import { interviewerOf } from "./interviewer.ts";
import { end, rightToWrite } from "./lease.ts";
import { outcomeReply } from "./outcome-reply.ts";
import { tellDesk } from "./tell-desk.ts";
import { waveAtWork } from "./wave-in-field.ts";

export const closeAttempt = (onCaseClosed: CaseClosed) =>
  command({
    name: "calling.closeAttempt",
    action: "attempt.close",
    data: "plain",
    input: body.extend({ attempt: z.uuid() }),
    reply: closeAttemptReply,
    run: async (tx, ctx, { attempt: id, fence, disposition, ringSeconds, talkSeconds, ...asked }) => {
      if (!isDispositionKey(disposition)) throw refuse("calling.dispositionUnknown");
      const { call, lease, late } = await ownCall(tx, ctx, id, fence);
      await refuseUnfitting(tx, call, disposition);
      // A call that was open when its wave was closed still gets its outcome.
      const wave = await waveAtWork(tx, ctx, call.waveId);
      if (!wave) throw refuse("calling.waveNotInField");
      const followUp = followUpGiven(disposition, asked, { wave, country: call.case.country });
      const closing = { call, disposition, wave, followUp, ringSeconds, talkSeconds, onCaseClosed };
      const { after, journal } = await closeCall(tx, ctx, closing);
      const keepsCase = !late && after.state === "open" && after.keepsCase;
      if (!keepsCase && !late) await end(tx, lease.id, ctx.machineNow, "outcome");
      await tellDesk(tx, ctx, lease.userId);
      return {
        reply: { ...outcomeReply(after, followUp.appointment), keepsCase },
        journal,
      };
    },
  });

/**
 * The call and its lease, locked. A call is closed once: whoever comes second finds it closed. Where the lease ran out
 * first, so that its outcome is presumed, its desk may still say what came of it while nobody has taken the case.
 */
async function ownCall(tx: WriteTx, ctx: CommandContext, id: string, fence: number) {
  const { id: userId } = await interviewerOf(tx, ctx.actor);
  const asked = await tx.contactAttempt.findUnique({ where: { id }, select: { userId: true, caseId: true } });
  if (asked?.userId !== userId) throw refuse("access.notFound");
  const right = await rightToWrite(tx, { caseId: asked.caseId, userId, fence });
  const call = await tx.contactAttempt.findUniqueOrThrow({ where: { id }, include: { case: true } });
  const late = !right.open && call.presumed && call.fence === fence;
  if (call.closedAt && !late) throw refuse("calling.attemptClosed");
  return { call, lease: right.lease, late };
}

async function refuseUnfitting(
  tx: WriteTx,
  call: Parameters<typeof interviewOfCall>[1],
  disposition: DispositionKey,
): Promise<void> {
  const interview = await interviewOfCall(tx, call);
  if (interview?.status === "inProgress") throw refuse("calling.interviewUnderWay");
  if (!fittingOutcomes(interview?.status ?? null).includes(disposition)) {
    throw refuse("calling.dispositionNotHere");
  }
}
