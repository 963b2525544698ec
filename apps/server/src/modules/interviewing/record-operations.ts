// Records a batch of operations of one interview: each checked by the same fold the console ran, each with its fate.

import { type InterviewLog, type Operation, type Reply, replay } from "@fieldline/interview";
import { toIso } from "@fieldline/kernel";
import { problemSentence, type RecordOperations, type RecordReply } from "@fieldline/protocol";
import type { CommandContext } from "../../platform/command.ts";
import { writeJournal } from "../../platform/journal.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import type { WriteTx } from "../../platform/tx.ts";
import { interviewerOf, lateEnd, rightToWrite, signOfLife } from "../calling/index.ts";
import type { Holder } from "../quotas/index.ts";
import { appendJudged } from "./append-judged.ts";
import { breakOffOpenInterview } from "./break-off-open.ts";
import { compiledRelease } from "./compiled-releases.ts";
import { keepOperations } from "./keep-operations.ts";
import { lockHead } from "./lock-head.sql.ts";
import { asOperations, operationsOf } from "./log-store.ts";
import { settleInterview } from "./settle-interview.ts";

/** The operation log is itself the journal of interviews, so no other entry is written. */
export async function recordOperations(
  tx: WriteTx,
  ctx: CommandContext,
  input: RecordOperations & { readonly interview: string },
): Promise<RecordReply> {
  const { id: userId } = await interviewerOf(tx, ctx.actor);
  const caseId = await caseOf(tx, input.interview);
  const asked = { caseId, userId, fence: input.fence };
  const right = await rightToWrite(tx, asked);
  const head = await lockHead(tx, input.interview);
  const compiled = await compiledRelease(tx, head.release_id);

  const stored = asOperations(await operationsOf(tx, input.interview));
  const before = replay(compiled, stored);
  if (!before.ok)
    throw new Error(`The log of interview ${input.interview} does not fold: ${before.problem.code}`);
  const log: InterviewLog = { operations: stored, state: before.value };
  const holder: Holder = { interviewId: head.id, waveId: head.wave_id, now: ctx.machineNow };
  const posted = input.operations as unknown as readonly Operation[];
  const { replies, log: after } = await appendJudged(tx, holder, { compiled, log, operations: posted });

  const added = after.operations.slice(stored.length);
  const wave = await tx.wave.findUniqueOrThrow({ where: { id: head.wave_id } });
  const fieldAt = new Date(ctx.fieldNow(wave));
  const receivedAt = new Date(ctx.machineNow);
  if (added.length > 0 && after.state) {
    await keepOperations(tx, input.interview, added, { userId, receivedAt, fieldAt });
    const { state, operations } = after;
    await settleInterview(tx, holder, { compiled, head, state, operations, fieldAt });
    if (!right.open) await lateOutcome(tx, ctx, asked);
  }
  const leaseExpiresAt = right.open ? toIso(await signOfLife(tx, right.lease, ctx.machineNow)) : null;
  return {
    replies: replies.map((reply) => asWire(reply, after.operations)),
    seq: after.operations.length,
    status: after.state?.status ?? "inProgress",
    leaseExpiresAt,
  };
}

async function caseOf(tx: WriteTx, interviewId: string): Promise<string> {
  const found = await tx.interview.findUnique({ where: { id: interviewId }, select: { caseId: true } });
  if (!found) throw refuse("access.notFound");
  return found.caseId;
}

/** The interview may have ended when its desk had lost the case: the call then gets its true outcome, journalled. */
async function lateOutcome(
  tx: WriteTx,
  ctx: CommandContext,
  of: { caseId: string; userId: string; fence: number },
): Promise<void> {
  const notes = await lateEnd(tx, ctx, of, breakOffOpenInterview);
  const { actor, machineNow, newId } = ctx;
  const frame = { actor, action: "interviewing.lateEnd", machineAt: machineNow, commandId: null, newId };
  await writeJournal(tx, frame, notes);
}

function asWire({ id, status, problem }: Reply, log: readonly Operation[]): RecordReply["replies"][number] {
  const recorded = log.find((operation) => operation.id === id);
  const verdict = recorded?.type === "checkQuota" ? recorded.verdict : undefined;
  return {
    id,
    status,
    ...(verdict ? { verdict } : {}),
    ...(problem
      ? {
          problem: {
            code: problem.code,
            message: problemSentence(problem.code, problem.params),
            ...(problem.params ? { params: { ...problem.params } } : {}),
          },
        }
      : {}),
  };
}
