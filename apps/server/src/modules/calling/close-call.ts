// Closes one attempt with an outcome, and lets case, numbers and appointments follow by the call rules.

import type { CaseAfter, DispositionKey } from "@fieldline/calling";
import type { CommandContext } from "../../platform/command.ts";
import type { JournalNote } from "../../platform/journal.ts";
import type { WriteTx } from "../../platform/tx.ts";
import type { Call, CaseClosed } from "./call.ts";
import { caseByAttempts } from "./case-by-attempts.ts";
import { type FollowUpGiven, noFollowUp } from "./follow-up.ts";
import type { WaveAtWork } from "./wave-in-field.ts";

export interface Closing {
  readonly call: Call;
  readonly disposition: DispositionKey;
  readonly wave: WaveAtWork;
  readonly followUp?: FollowUpGiven;
  readonly ringSeconds?: number | undefined;
  readonly talkSeconds?: number | undefined;
  /** The desk is silent: the outcome is read off the interview, which it may still be holding. */
  readonly presumed?: boolean;
  readonly onCaseClosed: CaseClosed;
}

export interface ClosedCall {
  readonly after: CaseAfter;
  readonly journal: readonly [JournalNote, ...JournalNote[]];
}

/** Also where an attempt that counted as never closed gets its outcome late. */
export async function closeCall(tx: WriteTx, ctx: CommandContext, closing: Closing): Promise<ClosedCall> {
  const { call, disposition, wave, followUp = noFollowUp, onCaseClosed } = closing;
  await tx.contactAttempt.update({
    where: { id: call.id },
    data: {
      disposition,
      presumed: closing.presumed ?? false,
      reason: followUp.reason,
      replyUsed: followUp.replyUsed,
      languageNeeded: followUp.languageNeeded,
      closedAt: new Date(ctx.machineNow),
      closedFieldAt: new Date(wave.fieldNow),
      ringSeconds: closing.ringSeconds ?? null,
      talkSeconds: closing.talkSeconds ?? null,
    },
  });
  const { presumed = false } = closing;
  const following = { call, disposition, wave, followUp, presumed, onCaseClosed };
  const { after, notes } = await caseByAttempts(tx, ctx, following);
  const replaced = call.disposition === null ? {} : { disposition: call.disposition };
  const closed: JournalNote = {
    entityKind: "attempt",
    entityId: call.id,
    waveId: wave.id,
    fieldAt: wave.fieldNow,
    before: { ...replaced, case: call.case.state },
    after: { disposition, case: after.state },
  };
  return { after, journal: [closed, ...notes] };
}
