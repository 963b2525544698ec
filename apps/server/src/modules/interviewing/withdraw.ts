// A respondent takes an interview back, in the middle or long afterwards: nothing they said stays, and nobody rings again.

import { readInterviewCode } from "@fieldline/interview";
import { type OperationId, toIso } from "@fieldline/kernel";
import { withdrawInterview as input, withdrawInterviewReply } from "@fieldline/protocol/schemas";
import { actorId } from "../../platform/actor.ts";
import { type CommandContext, command } from "../../platform/command.ts";
import { sqlOf } from "../../platform/db/sql.ts";
import { tell } from "../../platform/live/tell.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { waveWithCountries } from "../access/index.ts";
import { lockCase, withdrawCase } from "../calling/index.ts";
import { withPlaces } from "../quotas/index.ts";
import { breakOffOpenInterview } from "./break-off-open.ts";
import { lockHead } from "./desks.sql.ts";
import { eraseBranches, eraseValues } from "./withdraw.sql.ts";
import { branchWithCode, withdrawBranch } from "./withdraw-branch.ts";

/**
 * The interview is void: its values are erased, its place comes free, its numbers are suppressed, its case is closed.
 * An open call of the case ends with it, and the branches of the case are erased with it. A second time changes nothing. What was exported before has left the house.
 */
export const withdrawInterview = command({
  name: "interviewing.withdraw",
  action: "interview.withdraw",
  data: "plain",
  input,
  reply: withdrawInterviewReply,
  run: async (tx, ctx, { code }) => {
    const found = await interviewWithCode(tx, ctx, code);
    if (!found) return withdrawBranch(tx, ctx, await branchWithCode(tx, ctx, code));
    await lockCase(tx, found.caseId);
    const sql = sqlOf(tx);
    const head = await lockHead(sql, found.id);
    if (!head) throw refuse("access.notFound");
    const before = await tx.interview.findUniqueOrThrow({ where: { id: head.id } });
    const reply = { interviewId: head.id };
    if (head.status === "void") return { reply, journal: "unchanged" };

    const holder = { interviewId: head.id, waveId: head.wave_id, country: head.country, now: ctx.machineNow };
    const { news } = await withPlaces(sql, [holder], (places) => places.withdraw(holder));
    const fieldAt = ctx.fieldNow(found.case.wave);
    await tx.interview.update({
      where: { id: head.id },
      data: {
        status: "void",
        seq: head.seq + 1,
        counted: false,
        overQuota: false,
        endedAt: before.endedAt ?? new Date(fieldAt),
      },
    });
    const operation = { id: ctx.newId() as OperationId, seq: head.seq + 1, at: toIso(ctx.machineNow) };
    await tx.interviewOperation.create({
      data: {
        interviewId: head.id,
        seq: operation.seq,
        id: operation.id,
        type: "withdraw",
        body: { ...operation, type: "withdraw" },
        userId: actorId(ctx.actor) ?? found.userId,
        receivedAt: new Date(ctx.machineNow),
        fieldAt: new Date(fieldAt),
      },
    });
    await eraseValues(sql, head.id);
    const { caseId, attemptId } = found;
    const ofCase = await withdrawCase(tx, ctx, { caseId, attemptId, onCaseClosed: breakOffOpenInterview });
    await eraseBranches(sql, caseId);
    await tell(
      tx,
      ctx.machineNow,
      ...news,
      { topic: "interviews", waveId: head.wave_id, country: head.country, ids: [head.id] },
      { topic: "desk", userId: found.userId },
    );
    return {
      reply,
      journal: [
        {
          entityKind: "interview",
          entityId: head.id,
          waveId: head.wave_id,
          fieldAt,
          before: { status: head.status, counted: before.counted },
          after: { status: "void", erased: true },
        },
        ...ofCase,
      ],
    };
  },
});

/** By the code the respondent was given; null where no interview bears it. A foreign one answers as an unknown code does. */
async function interviewWithCode(tx: ReadTx, ctx: CommandContext, code: string) {
  const asked = readInterviewCode(code);
  const found = asked
    ? await tx.interview.findUnique({
        where: { code: asked },
        include: { case: { include: { wave: true } } },
      })
    : null;
  if (!found) return null;
  const { countries } = await waveWithCountries(tx, ctx.actor, found.waveId);
  if (!countries.includes(found.country)) throw refuse("access.notFound");
  return found;
}
