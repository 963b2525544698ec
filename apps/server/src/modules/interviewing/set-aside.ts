// A desk hands over what was refused of an interview: kept as a branch, so that nothing a respondent said is lost.

import { setAsideOperations as body, setAsideReply } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { command } from "../../platform/command.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import type { WriteTx } from "../../platform/tx.ts";
import { interviewerOf, rightOrLost } from "../calling/index.ts";
import { asOperations } from "./fold-posting.ts";
import { caseOfBranch, keepBranch } from "./keep-branch.ts";

export const setAsideOperations = command({
  name: "interviewing.setAside",
  action: "interview.setAside",
  data: "plain",
  input: body.extend({ interview: z.uuid() }),
  reply: setAsideReply,
  run: async (tx, ctx, { interview: interviewId, fence, problem, begin, ...posted }) => {
    const { id: userId } = await interviewerOf(tx, ctx.actor);
    const operations = asOperations(posted.operations);
    const caseId = await caseOf(tx, { interviewId, userId, attemptId: begin?.attemptId });
    if (operations.some((one) => one.type === "begin" && one.interviewId !== interviewId)) {
      throw refuse("access.notFound");
    }
    await rightOrLost(tx, { caseId, userId, fence });
    const { added, note } = await keepBranch(tx, ctx, {
      ...{ interviewId, caseId, userId, fence, operations, problem, ...begin },
      reason: "refused",
    });
    return { reply: { steps: added }, journal: note ?? "unchanged" };
  },
});

interface Asked {
  readonly interviewId: string;
  readonly userId: string;
  readonly attemptId: string | undefined;
}

/** @throws `access.notFound` where this user has neither begun nor tried to begin such an interview */
async function caseOf(tx: WriteTx, { interviewId, userId, attemptId }: Asked): Promise<string> {
  const found = await tx.interview.findUnique({ where: { id: interviewId }, select: { caseId: true } });
  if (attemptId === undefined) return found?.caseId ?? caseOfBranch(tx, interviewId, userId);
  const call = await tx.contactAttempt.findUnique({ where: { id: attemptId } });
  const own = call?.userId === userId && (!found || found.caseId === call.caseId);
  if (!own) throw refuse("access.notFound");
  return call.caseId;
}
