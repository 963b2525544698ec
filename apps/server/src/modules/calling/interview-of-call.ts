// The interview of a call: the one worked on since it was dialled.

import { type DispositionKey, proposeDisposition } from "@fieldline/calling";
import type { InterviewStatus } from "@fieldline/interview";
import type { WriteTx } from "../../platform/tx.ts";

export interface InterviewOfCall {
  readonly status: InterviewStatus;
}

/**
 * Null where nothing was recorded in this call; an interview that another call left suspended is not its own. One that
 * a later call of the case went on with was suspended at the end of this.
 */
export async function interviewOfCall(
  tx: WriteTx,
  call: { readonly case: { readonly id: string }; readonly dialledAt: Date },
): Promise<InterviewOfCall | null> {
  const next = await tx.contactAttempt.findFirst({
    where: { caseId: call.case.id, dialledAt: { gt: call.dialledAt } },
    orderBy: { dialledAt: "asc" },
    select: { dialledAt: true },
  });
  const within = { gte: call.dialledAt, ...(next ? { lt: next.dialledAt } : {}) };
  const found = await tx.interview.findFirst({
    where: { caseId: call.case.id, operations: { some: { receivedAt: within } } },
    orderBy: { startedAt: "desc" },
    select: { id: true, status: true },
  });
  if (!found) return null;
  const wentOn = next
    ? await tx.interviewOperation.count({
        where: { interviewId: found.id, receivedAt: { gte: next.dialledAt } },
      })
    : 0;
  return { status: wentOn > 0 ? "suspended" : (found.status as InterviewStatus) };
}

/** What a call came to when its desk never said: what its interview came to, else that nobody closed it. */
export function outcomeWithoutDesk(interview: InterviewOfCall | null): DispositionKey {
  if (!interview || interview.status === "inProgress") return "neverClosed";
  return proposeDisposition({ line: "hungUp", interview }) ?? "neverClosed";
}
