// An interview as one line of the monitor's list.

import { minute } from "@fieldline/kernel";
import type { InterviewRow } from "@fieldline/protocol";
import { z } from "zod";
import type { ReadTx } from "../../platform/tx.ts";
import { type FoundInterview, signInNames } from "./store.ts";

const timed = z.object({ paradata: z.object({ durationMs: z.number() }) });

/** Length in minutes with one decimal, once the interview is closed. */
export function minutesOf(interview: Pick<FoundInterview, "result">): number | null {
  const result = timed.safeParse(interview.result);
  return result.success ? Math.round((result.data.paradata.durationMs / minute) * 10) / 10 : null;
}

export async function interviewRows(tx: ReadTx, found: readonly FoundInterview[]): Promise<InterviewRow[]> {
  const names = await signInNames(
    tx,
    found.map(({ userId }) => userId),
  );
  return found.map((interview) => ({
    id: interview.id,
    caseId: interview.caseId,
    reference: interview.case.record.reference,
    country: interview.country,
    language: interview.language,
    status: interview.status as InterviewRow["status"],
    counted: interview.counted,
    overQuota: interview.overQuota,
    interviewer: names.get(interview.userId) ?? "",
    startedAt: interview.startedAt.toISOString(),
    endedAt: interview.endedAt?.toISOString() ?? null,
    minutes: minutesOf(interview),
    release: interview.release.number,
  }));
}
