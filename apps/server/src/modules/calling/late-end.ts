// An interview that went on after its desk's lease ran out: its call, closed by nobody, is given its true outcome.

import type { CommandContext } from "../../platform/command.ts";
import type { JournalNote } from "../../platform/journal.ts";
import type { WriteTx } from "../../platform/tx.ts";
import type { CaseClosed } from "./call.ts";
import { closeCall } from "./close-call.ts";
import { interviewOfCall, outcomeWithoutDesk } from "./interview-of-call.ts";
import { onlyPresumed } from "./only-presumed.ts";
import { tellDesk } from "./tell-desk.ts";
import { waveAtWork } from "./wave-in-field.ts";

/**
 * Replaces the presumed outcome by what the interview came to, and reckons the case anew, also one that the presumed
 * outcome closed; does nothing where somebody else has said what came of the call or closed the case.
 * @returns what to journal
 */
export async function lateEnd(
  tx: WriteTx,
  ctx: CommandContext,
  of: { caseId: string; userId: string; fence: number },
  onCaseClosed: CaseClosed,
): Promise<readonly JournalNote[]> {
  const call = await tx.contactAttempt.findFirst({
    where: { ...of, presumed: true },
    include: { case: true },
    orderBy: { dialledAt: "desc" },
  });
  const wave = call && onlyPresumed(call) ? await waveAtWork(tx, ctx, call.waveId) : null;
  if (!call || !wave) return [];
  const disposition = outcomeWithoutDesk(await interviewOfCall(tx, call));
  if (disposition === call.disposition || disposition === "neverClosed") return [];
  await tellDesk(tx, ctx, of.userId);
  return (await closeCall(tx, ctx, { call, disposition, wave, onCaseClosed, presumed: true })).journal;
}
