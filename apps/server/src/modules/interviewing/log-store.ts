// The log of an interview as it is stored.

import type { InterviewBody } from "@fieldline/protocol";
import { loggedOperation } from "@fieldline/protocol/schemas";
import { refuse } from "../../platform/problems/refusal.ts";
import type { ReadTx } from "../../platform/tx.ts";

/** Head and operations of an interview, in order. */
export async function readLog(tx: ReadTx, interviewId: string): Promise<InterviewBody> {
  const head = await tx.interview.findUnique({ where: { id: interviewId }, include: { release: true } });
  if (!head) throw refuse("access.notFound");
  return {
    id: head.id,
    caseId: head.caseId,
    waveId: head.waveId,
    release: head.release.fingerprint,
    status: head.status as InterviewBody["status"],
    code: head.code,
    operations: head.status === "void" ? [] : await operationsOf(tx, interviewId),
  };
}

/** The operations as posted, checked against their schema on the way out of the database. */
async function operationsOf(tx: ReadTx, interviewId: string): Promise<InterviewBody["operations"]> {
  const rows = await tx.interviewOperation.findMany({
    where: { interviewId },
    orderBy: { seq: "asc" },
    select: { body: true },
  });
  return rows.map((row) => loggedOperation.parse(row.body));
}
