// Brings the head of an interview and its quota places in step with its fold; a finished one is packed for exports.

import {
  type CompiledRelease,
  finalAnswers,
  type InterviewState,
  type InterviewStatus,
  type Operation,
  paradata,
} from "@fieldline/interview";
import type { WriteTx } from "../../platform/tx.ts";
import { confirm, type Fate, free, type Holder, keepLonger } from "../quotas/index.ts";
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

/**
 * A complete counts where it finds its places, and is over quota otherwise; that a case has at most one counted
 * interview is held by `interview_counted_key`. Places of an interview that ends otherwise come free.
 */
export async function settleInterview(tx: WriteTx, holder: Holder, folded: Folded): Promise<void> {
  const { compiled, head, state, operations, fieldAt } = folded;
  const closesNow = finished.has(state.status) && head.status !== state.status;
  const fate = await settlePlaces(tx, holder, state, closesNow);
  await tx.interview.update({
    where: { id: head.id },
    data: {
      seq: state.seq,
      status: state.status,
      language: state.language,
      ...(closesNow
        ? {
            endedAt: fieldAt,
            counted: fate !== null && fate !== "overQuota",
            overQuota: fate === "overQuota",
          }
        : {}),
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

/** @returns how a complete counts; null for everything else */
async function settlePlaces(
  tx: WriteTx,
  holder: Holder,
  state: InterviewState,
  closesNow: boolean,
): Promise<Fate | null> {
  if (!closesNow) {
    await keepLonger(tx, holder);
    return null;
  }
  if (state.status === "completed") return confirm(tx, holder, state);
  await free(tx, holder);
  return null;
}
