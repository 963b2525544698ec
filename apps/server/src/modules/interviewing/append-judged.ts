// Appends posted operations with the verdict of each quota check filled in, and moves the places they decide about.

import {
  appendBatch,
  type CompiledRelease,
  type InterviewLog,
  type Operation,
  type Reply,
} from "@fieldline/interview";
import type { Holder, Places } from "../quotas/index.ts";

export interface Judged {
  readonly replies: readonly Reply[];
  readonly log: InterviewLog;
}

/**
 * The batch in its order. A quota check that is new is decided by the cells at this moment; one that is repeated
 * keeps the verdict it has. Another person gives the places of the first one free.
 */
export function appendJudged(
  places: Pick<Places, "decide" | "free">,
  holder: Holder,
  of: { compiled: CompiledRelease; log: InterviewLog; operations: readonly Operation[] },
): Judged {
  const replies: Reply[] = [];
  let log = of.log;
  for (const operation of of.operations) {
    if (replies.some(failed)) {
      replies.push({ id: operation.id, seq: operation.seq, status: "notTried" });
      continue;
    }
    const judged = withVerdict(places, holder, { ...of, log }, operation);
    const appended = appendBatch(of.compiled, log, [judged]);
    if (isNew(appended) && operation.type === "newRespondent") places.free(holder);
    replies.push(...appended.replies);
    log = appended.log;
  }
  return { replies, log };
}

const failed = ({ status }: Reply): boolean => status === "refused" || status === "conflict";
const isNew = ({ replies }: { readonly replies: readonly Reply[] }): boolean => replies[0]?.status === "ok";

/**
 * Only a check that would be taken is decided: places are not moved for what the fold refuses. A provisional one is
 * decided as well; what it says is counted by, and leads nowhere.
 */
function withVerdict(
  places: Pick<Places, "decide">,
  holder: Holder,
  { compiled, log }: { compiled: CompiledRelease; log: InterviewLog },
  operation: Operation,
): Operation {
  if (operation.type !== "checkQuota" || !log.state) return operation;
  if (!isNew(appendBatch(compiled, log, [operation]))) return operation;
  return { ...operation, verdict: places.decide(holder, log.state) };
}
