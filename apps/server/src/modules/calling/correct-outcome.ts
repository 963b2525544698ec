// Mends a wrong outcome: at the desk until the next case is taken, by a supervisor afterwards.

import { type DispositionKey, effects, fittingOutcomes, isDispositionKey } from "@fieldline/calling";
import { correctOutcome as body, correctOutcomeReply } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { command } from "../../platform/command.ts";
import type { JournalNote } from "../../platform/journal.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import type { WriteTx } from "../../platform/tx.ts";
import type { CaseClosed } from "./call.ts";
import { caseByAttempts } from "./case-by-attempts.ts";
import { attemptToCorrect, type Correctable } from "./correctable.ts";
import { followUpGiven } from "./follow-up.ts";
import { interviewOfCall } from "./interview-of-call.ts";
import { end } from "./lease.ts";
import { outcomeReply } from "./outcome-reply.ts";
import { tellDesk } from "./tell-desk.ts";
import { undoOutcome } from "./undo-outcome.ts";
import { type WaveAtWork, waveAtWork } from "./wave-in-field.ts";

export const correctOutcome = (onCaseClosed: CaseClosed) =>
  command({
    name: "calling.correctOutcome",
    action: "attempt.correct",
    data: "plain",
    input: body.extend({ attempt: z.uuid() }),
    reply: correctOutcomeReply,
    run: async (tx, ctx, { attempt: id, disposition, ...asked }) => {
      if (!isDispositionKey(disposition)) throw refuse("calling.dispositionUnknown");
      const { call, latest, lease } = await attemptToCorrect(tx, ctx, id);
      await refuseUnfitting(tx, call, disposition);
      const wave = await waveAtWork(tx, ctx, call.waveId);
      if (!wave) throw refuse("calling.waveNotInField");
      const followUp = followUpGiven(disposition, asked, { wave, country: call.case.country });
      if (followUp.appointment && !latest) throw refuse("calling.dispositionNotHere");

      const undone = await undoOutcome(tx, call);
      const { reason, replyUsed, languageNeeded } = followUp;
      await tx.contactAttempt.update({
        where: { id },
        data: { disposition, presumed: false, reason, replyUsed, languageNeeded },
      });
      const following = { call, disposition, wave, followUp, onCaseClosed };
      const { after, notes } = await caseByAttempts(tx, ctx, following);
      const keepsCase = after.state === "open" && after.keepsCase;
      if (lease && !keepsCase) await end(tx, lease.id, ctx.machineNow, "outcome");
      await tellDesk(tx, ctx, call.userId);
      return {
        reply: outcomeReply(after, followUp.appointment),
        journal: [await corrected(tx, call, wave), ...stamped([...undone, ...notes], wave)],
      };
    },
  });

/** What counts as complete stays, and so does a wish not to be called again. */
async function refuseUnfitting(tx: WriteTx, call: Correctable, disposition: DispositionKey): Promise<void> {
  const interview = await interviewOfCall(tx, call);
  if (interview?.status === "inProgress") throw refuse("calling.interviewUnderWay");
  if (interview?.status === "completed" && disposition !== "complete") {
    throw refuse("calling.correctionAfterInterview");
  }
  const stood = isDispositionKey(call.disposition) ? effects(call.disposition) : null;
  if (stood?.doNotCall && disposition !== call.disposition) throw refuse("calling.correctionListed");
  if (!fittingOutcomes(interview?.status ?? null).includes(disposition)) {
    throw refuse("calling.dispositionNotHere");
  }
}

/** The attempt and its case before and after, for the journal. */
async function corrected(tx: WriteTx, call: Correctable, wave: WaveAtWork): Promise<JournalNote> {
  const now = await tx.contactAttempt.findUniqueOrThrow({ where: { id: call.id }, include: { case: true } });
  const told = (attempt: typeof now) => ({
    disposition: attempt.disposition,
    reason: attempt.reason,
    replyUsed: attempt.replyUsed,
    languageNeeded: attempt.languageNeeded,
    case: attempt.case.state,
    finalCode: attempt.case.finalCode,
  });
  return {
    entityKind: "attempt",
    entityId: call.id,
    waveId: wave.id,
    fieldAt: wave.fieldNow,
    before: told(call),
    after: told(now),
  };
}

const stamped = (notes: readonly JournalNote[], { id: waveId, fieldNow }: WaveAtWork): JournalNote[] =>
  notes.map((note) => ({ ...note, waveId, fieldAt: fieldNow }));
