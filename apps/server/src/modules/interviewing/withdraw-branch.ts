// A respondent takes back what reached the server too late to be an interview: the code was read out all the same.

import { readInterviewCode } from "@fieldline/interview";
import type { CommandContext, Done } from "../../platform/command.ts";
import { sqlOf } from "../../platform/db/sql.ts";
import { tell } from "../../platform/live/tell.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import type { ReadTx, WriteTx } from "../../platform/tx.ts";
import { waveWithCountries } from "../access/index.ts";
import { lockCase, withdrawCase } from "../calling/index.ts";
import { breakOffOpenInterview } from "./break-off-open.ts";
import { eraseBranches } from "./withdraw.sql.ts";

/** The branch whose begin bears this code, and its case. Unknown and foreign codes answer alike. */
export async function branchWithCode(tx: ReadTx, ctx: CommandContext, typed: string) {
  const code = readInterviewCode(typed);
  const found =
    code &&
    (await tx.interviewBranch.findFirst({
      where: { code },
      include: { case: { include: { wave: true } } },
    }));
  if (!found) throw refuse("access.notFound");
  const { countries } = await waveWithCountries(tx, ctx.actor, found.case.waveId);
  if (!countries.includes(found.case.country)) throw refuse("access.notFound");
  return found;
}

type Branch = Awaited<ReturnType<typeof branchWithCode>>;

/**
 * Its values are erased, the numbers of the case suppressed, the case closed. What another desk recorded of the household
 * is somebody else's to take back, by the code of that interview.
 */
export async function withdrawBranch(
  tx: WriteTx,
  ctx: CommandContext,
  { id, interviewId, caseId, attemptId, userId, case: of }: Branch,
): Promise<Done<{ interviewId: string }>> {
  await lockCase(tx, caseId);
  const { finalDisposition } = await tx.case.findUniqueOrThrow({ where: { id: caseId } });
  if (finalDisposition === "withdrawn" || attemptId === null) {
    return { reply: { interviewId }, journal: "unchanged" };
  }
  const onCaseClosed = breakOffOpenInterview;
  const ofCase = await withdrawCase(tx, ctx, { caseId, attemptId, onCaseClosed });
  await eraseBranches(sqlOf(tx), caseId);
  const { waveId, country } = of;
  await tell(
    tx,
    ctx.machineNow,
    { topic: "interviews", waveId, country, ids: [interviewId] },
    { topic: "desk", userId },
  );
  const fieldAt = ctx.fieldNow(of.wave);
  const after = { branch: id, erased: true };
  return {
    reply: { interviewId },
    journal: [{ entityKind: "case", entityId: caseId, waveId, fieldAt, after }, ...ofCase],
  };
}
