// A case closes for good while an interview of it is still open: the interview ends as the break-off it is.

import type { BreakOff } from "@fieldline/interview";
import { type OperationId, toIso } from "@fieldline/kernel";
import { actorId } from "../../platform/actor.ts";
import { sqlOf } from "../../platform/db/sql.ts";
import { noteTold } from "../../platform/live/tell.ts";
import type { CaseClosed } from "../calling/index.ts";
import { compiledRelease } from "./compiled-releases.ts";
import { lockHead } from "./desks.sql.ts";
import { recordLocked } from "./record-locked.ts";

/** Appends `breakOff`, in the name of whoever closed the case, else of the interview's own interviewer. */
export const breakOffOpenInterview: CaseClosed = async (tx, ctx, caseId) => {
  const open = await tx.interview.findFirst({
    where: { caseId, status: { in: ["inProgress", "suspended"] } },
  });
  const sql = sqlOf(tx);
  const head = open && (await lockHead(sql, open.id));
  if (!head) return;
  const operation: BreakOff = {
    type: "breakOff",
    id: ctx.newId() as OperationId,
    seq: head.seq + 1,
    at: toIso(ctx.machineNow),
  };
  const posted = {
    interview: head.id,
    userId: actorId(ctx.actor) ?? open.userId,
    fence: 0,
    operations: [operation],
    now: ctx.machineNow,
  };
  const { told } = await recordLocked(sql, [{ posted, head }], (release) => compiledRelease(tx, release));
  if (told) noteTold(tx);
};
