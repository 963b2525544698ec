// A case closes for good while an interview of it is still open: the interview ends as the break-off it is.

import { advance, type BreakOff, replay } from "@fieldline/interview";
import { type OperationId, toIso } from "@fieldline/kernel";
import { actorId } from "../../platform/actor.ts";
import type { CaseClosed } from "../calling/index.ts";
import { compiledRelease } from "./compiled-releases.ts";
import { keepOperations } from "./keep-operations.ts";
import { lockHead } from "./lock-head.sql.ts";
import { asOperations, operationsOf } from "./log-store.ts";
import { settleInterview } from "./settle-interview.ts";

/** Appends `breakOff`, in the name of whoever closed the case, else of the interview's own interviewer. */
export const breakOffOpenInterview: CaseClosed = async (tx, ctx, caseId) => {
  const open = await tx.interview.findFirst({
    where: { caseId, status: { in: ["inProgress", "suspended"] } },
    include: { case: { select: { wave: true } } },
  });
  if (!open) return;
  const head = await lockHead(tx, open.id);
  const compiled = await compiledRelease(tx, head.release_id);
  const stored = asOperations(await operationsOf(tx, open.id));
  const before = replay(compiled, stored);
  if (!before.ok) throw new Error(`The log of interview ${open.id} does not fold: ${before.problem.code}`);
  const operation: BreakOff = {
    type: "breakOff",
    id: ctx.newId() as OperationId,
    seq: before.value.seq + 1,
    at: toIso(ctx.machineNow),
  };
  const ended = advance(compiled, before.value, operation);
  if (!ended.ok) return;
  const fieldAt = new Date(ctx.fieldNow(open.case.wave));
  const by = { userId: actorId(ctx.actor) ?? open.userId, receivedAt: new Date(ctx.machineNow), fieldAt };
  await keepOperations(tx, open.id, [operation], by);
  await settleInterview(
    tx,
    { interviewId: open.id, waveId: open.waveId, now: ctx.machineNow },
    { compiled, head, state: ended.value, operations: [...stored, operation], fieldAt },
  );
};
