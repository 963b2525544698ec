// The interview of a call: the one worked on since it was dialled.

import { type DispositionKey, proposeDisposition } from "@fieldline/calling";
import type { InterviewStatus } from "@fieldline/interview";
import type { WriteTx } from "../../platform/tx.ts";

export interface InterviewOfCall {
  readonly status: InterviewStatus;
}

/** Null where nothing was recorded in this call; an interview that another call left suspended is not its own. */
export async function interviewOfCall(
  tx: WriteTx,
  call: { readonly case: { readonly id: string }; readonly dialledAt: Date },
): Promise<InterviewOfCall | null> {
  const found = await tx.interview.findFirst({
    where: { caseId: call.case.id, operations: { some: { receivedAt: { gte: call.dialledAt } } } },
    orderBy: { startedAt: "desc" },
    select: { status: true },
  });
  return found ? { status: found.status as InterviewStatus } : null;
}

/** What a call came to when its desk never said: what its interview came to, else that nobody closed it. */
export function outcomeWithoutDesk(interview: InterviewOfCall | null): DispositionKey {
  if (!interview || interview.status === "inProgress") return "neverClosed";
  return proposeDisposition({ line: "hungUp", interview }) ?? "neverClosed";
}
