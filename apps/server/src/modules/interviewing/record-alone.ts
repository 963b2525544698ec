// Records what one desk posted by itself: what a batch could not take, and what comes when the lease has run out.

import type { InterviewStatus } from "@fieldline/interview";
import type { RecordReply } from "@fieldline/protocol";
import type { CommandContext } from "../../platform/command.ts";
import { sqlOf } from "../../platform/db/sql.ts";
import { type JournalFrame, writeJournal } from "../../platform/journal.ts";
import { noteTold } from "../../platform/live/tell.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import type { WriteTx } from "../../platform/tx.ts";
import { interviewerOf, lateEnd, rightOrLost, signOfLife } from "../calling/index.ts";
import { breakOffOpenInterview } from "./break-off-open.ts";
import { compiledRelease } from "./compiled-releases.ts";
import { lockHead } from "./desks.sql.ts";
import type { Posted } from "./fold-posting.ts";
import { caseOfBranch, keepBranch } from "./keep-branch.ts";
import { recordLocked } from "./record-locked.ts";
import { replyOf, replyOfBranch } from "./reply-of.ts";

/**
 * The operation log is itself the journal of interviews, so no other entry is written. What comes when the desk has
 * lost the case to another one, or when somebody has ended the interview over the silent desk's head, is kept beside it.
 */
export async function recordAlone(tx: WriteTx, ctx: CommandContext, posted: Posted): Promise<RecordReply> {
  const { id: userId } = await interviewerOf(tx, ctx.actor);
  const interview = { where: { id: posted.interview } };
  const of = await tx.interview.findUnique({ ...interview, select: { caseId: true } });
  const caseId = of?.caseId ?? (await caseOfBranch(tx, posted.interview, userId));
  const asked = { caseId, userId, fence: posted.fence };
  const right = await rightOrLost(tx, asked);
  const found = await tx.interview.findUnique({ ...interview, select: { seq: true, status: true } });
  if (right.lost || !found || (!right.open && !goesOn(found.status))) {
    const { operations, interview: interviewId } = posted;
    const { replies, note } = await keepBranch(tx, ctx, {
      ...{ ...asked, interviewId, operations },
      reason: "continuedElsewhere",
    });
    if (note) await writeJournal(tx, frameOf(ctx, "interviewing.branch"), [note]);
    return replyOfBranch(replies, found && { seq: found.seq, status: found.status as InterviewStatus });
  }
  const sql = sqlOf(tx);
  const head = await lockHead(sql, posted.interview);
  if (!head) throw refuse("access.notFound");
  const { recorded, told } = await recordLocked(sql, [{ posted, head }], (release) =>
    compiledRelease(tx, release),
  );
  if (told) noteTold(tx);
  const [one] = recorded;
  if (!one) throw new Error("What is recorded alone has one reply.");
  if (!right.open && one.folded.added.length > 0) await lateOutcome(tx, ctx, asked);
  const until = right.open ? await signOfLife(tx, right.lease, ctx.machineNow) : null;
  return replyOf(one.folded, until);
}

const goesOn = (status: string): boolean => status === "inProgress" || status === "suspended";

/** The interview may have ended when its desk had lost the case: the call then gets its true outcome, journalled. */
async function lateOutcome(
  tx: WriteTx,
  ctx: CommandContext,
  of: { caseId: string; userId: string; fence: number },
): Promise<void> {
  const notes = await lateEnd(tx, ctx, of, breakOffOpenInterview);
  await writeJournal(tx, frameOf(ctx, "interviewing.lateEnd"), notes);
}

const frameOf = ({ actor, machineNow, newId }: CommandContext, action: string): JournalFrame => ({
  ...{ actor, action, newId },
  machineAt: machineNow,
  commandId: null,
});
