// What a desk is answered for the operations it posted.

import type { Operation, Reply } from "@fieldline/interview";
import { type Instant, toIso } from "@fieldline/kernel";
import { problemSentence, type RecordReply } from "@fieldline/protocol";
import type { Folded } from "./fold-posting.ts";

/** `leaseExpiresAt`: null for a desk that has lost the case. */
export const replyOf = ({ replies, log }: Folded, leaseExpiresAt: Instant | null): RecordReply => ({
  replies: replies.map((reply) => asWire(reply, log.operations)),
  seq: log.operations.length,
  status: log.state.status,
  leaseExpiresAt: leaseExpiresAt === null ? null : toIso(leaseExpiresAt),
});

function asWire({ id, status, problem }: Reply, log: readonly Operation[]): RecordReply["replies"][number] {
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
