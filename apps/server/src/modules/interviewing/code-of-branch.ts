// By what a respondent can take back a branch: the code of a begin that became no interview.

import type { Operation } from "@fieldline/interview";
import type { ReadTx } from "../../platform/tx.ts";

interface Begun {
  readonly interviewId: string;
  readonly caseId: string;
  /** Those that are kept. */
  readonly added: readonly Operation[];
  readonly attemptId?: string;
  readonly code?: string;
}

interface Kept {
  readonly attemptId: string | null;
  readonly code: string | null;
}

/**
 * Call and code of the begin where it is kept here; where there is such an interview the code is its own, and leads
 * to all that was said. A code that leads to another household leads nowhere else.
 */
export async function codeOfBranch(tx: ReadTx, begun: Begun): Promise<Kept> {
  const { interviewId, caseId, added, attemptId = null, code = null } = begun;
  const none = { attemptId: null, code: null };
  if (!added.some(({ type }) => type === "begin")) return none;
  if (await tx.interview.findUnique({ where: { id: interviewId }, select: { id: true } })) return none;
  const taken = code !== null && (await codeElsewhere(tx, code, caseId));
  return { attemptId, code: taken ? null : code };
}

/** Whether an interview or a branch of another case bears this code. */
export async function codeElsewhere(tx: ReadTx, code: string, caseId: string): Promise<boolean> {
  const where = { code, caseId: { not: caseId } };
  return (await tx.interview.count({ where })) > 0 || (await tx.interviewBranch.count({ where })) > 0;
}
