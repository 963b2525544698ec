// What a desk is answered for the operations it posted.

import type { InterviewStatus, Operation, Reply } from "@fieldline/interview";
import { type Instant, toIso } from "@fieldline/kernel";
import { problemSentence, type RecordReply } from "@fieldline/protocol";
import type { Folded } from "./fold-posting.ts";
import type { BranchReply } from "./keep-branch.ts";

/** `leaseExpiresAt`: null for a desk that has lost the case. */
export const replyOf = ({ replies, log }: Folded, leaseExpiresAt: Instant | null): RecordReply => ({
  replies: replies.map((reply) => asWire(reply, log.operations)),
  seq: log.operations.length,
  status: log.state.status,
  leaseExpiresAt: leaseExpiresAt === null ? null : toIso(leaseExpiresAt),
});

/** For a desk whose operations are kept beside the interview. `head`: null where the interview never was. */
export const replyOfBranch = (
  replies: readonly BranchReply[],
  head: { readonly seq: number; readonly status: InterviewStatus } | null,
): RecordReply => ({
  replies: replies.map(({ id, status, recorded }) =>
    asWire(
      { id, status, ...(status === "conflict" ? { problem: { code: "interview.idReused" } } : {}) },
      recorded ? [recorded] : [],
    ),
  ),
  seq: head?.seq ?? 0,
  status: head?.status ?? "void",
  leaseExpiresAt: null,
});

type Answered = Pick<Reply, "problem"> & Pick<RecordReply["replies"][number], "id" | "status">;

function asWire(
  { id, status, problem }: Answered,
  log: readonly Operation[],
): RecordReply["replies"][number] {
  const recorded = log.findLast((operation) => operation.id === id);
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
