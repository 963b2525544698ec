// Brings the head of an interview in step with its fold; a finished one is packed into one row for exports.

import {
  type CompiledRelease,
  finalAnswers,
  type InterviewState,
  type InterviewStatus,
  type Operation,
  paradata,
} from "@fieldline/interview";
import type { WriteTx } from "../../platform/tx.ts";
import type { Head } from "./lock-head.sql.ts";

const finished: ReadonlySet<InterviewStatus> = new Set([
  "completed",
  "partial",
  "brokenOff",
  "screenedOut",
  "quotaFull",
  "noPlace",
]);

interface Folded {
  readonly compiled: CompiledRelease;
  readonly head: Head;
  readonly state: InterviewState;
  readonly operations: readonly Operation[];
  readonly fieldAt: Date;
}

/** A complete counts; that a case has at most one counted interview is held by `interview_counted_key`. */
export async function closeInterview(tx: WriteTx, folded: Folded): Promise<void> {
  const { compiled, head, state, operations, fieldAt } = folded;
  const closesNow = finished.has(state.status) && head.status !== state.status;
  await tx.interview.update({
    where: { id: head.id },
    data: {
      seq: state.seq,
      status: state.status,
      language: state.language,
      counted: state.status === "completed",
      ...(closesNow ? { endedAt: fieldAt } : {}),
    },
  });
  if (!closesNow) return;
  await tx.interviewResult.create({
    data: {
      interviewId: head.id,
      answers: { ...finalAnswers(compiled, state) } as object,
      facts: { ...state.facts, respondent: state.respondent } as object,
      paradata: { ...paradata(operations) } as object,
    },
  });
}
