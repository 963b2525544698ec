// The desk closes a call with its outcome.

import { type DispositionKey, fittingOutcomes, isDispositionKey } from "@fieldline/calling";
import { toIso } from "@fieldline/kernel";
import { closeAttempt as body, closeAttemptReply } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { type CommandContext, command } from "../../platform/command.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import type { WriteTx } from "../../platform/tx.ts";
import { type CaseClosed, closeCall } from "./close-call.ts";
import { interviewOfCall } from "./interview-of-call.ts";
import { interviewerOf } from "./interviewer.ts";
import { end, heldLease } from "./lease.ts";
import { tellDesk } from "./tell-desk.ts";
import { waveInField } from "./wave-in-field.ts";

export const closeAttempt = (onCaseClosed: CaseClosed) =>
  command({
    name: "calling.closeAttempt",
    action: "attempt.close",
    data: "plain",
    input: body.extend({ attempt: z.uuid() }),
    reply: closeAttemptReply,
    run: async (tx, ctx, { attempt: id, fence, disposition, ringSeconds, talkSeconds }) => {
      if (!isDispositionKey(disposition)) throw refuse("calling.dispositionUnknown");
      const { call, lease } = await ownOpenCall(tx, ctx, id, fence);
      await refuseUnfitting(tx, call, disposition);
      const wave = await waveInField(tx, ctx, call.waveId);
      const closing = { call, disposition, wave, ringSeconds, talkSeconds, onCaseClosed };
      const { after, journal } = await closeCall(tx, ctx, closing);
      const keepsCase = after.state === "open" && after.keepsCase;
      if (!keepsCase) await end(tx, lease.id, ctx.machineNow, "outcome");
      await tellDesk(tx, ctx, lease.userId);
      return {
        reply: {
          caseState: after.state,
          dueAt: after.state === "open" ? toIso(after.dueAt) : null,
          finalCode: after.state === "closed" ? after.code : null,
          numberClosed: after.closesNumber || after.doNotCall,
          keepsCase,
        },
        journal,
      };
    },
  });

/** The call and its lease, locked. A call is closed once: whoever comes second finds it closed. */
async function ownOpenCall(tx: WriteTx, ctx: CommandContext, id: string, fence: number) {
  const { id: userId } = await interviewerOf(tx, ctx.actor);
  const asked = await tx.contactAttempt.findUnique({ where: { id }, select: { userId: true, caseId: true } });
  if (asked?.userId !== userId) throw refuse("access.notFound");
  const lease = await heldLease(tx, { caseId: asked.caseId, userId, fence });
  const call = await tx.contactAttempt.findUniqueOrThrow({ where: { id }, include: { case: true } });
  if (call.closedAt) throw refuse("calling.attemptClosed");
  return { call, lease };
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
