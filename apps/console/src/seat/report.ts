// Tells the server what it refused after the desk had gone on, for the supervisor to see.

import type { NewEntry, Refusable, Refused } from "@fieldline/client";

/** Steps go with what they hold, so that nothing entered is lost; of a command only which it was. */
export function reportOf(
  [first, ...rest]: Refusable,
  { code: problem }: Refused,
  commandId: string,
): NewEntry | null {
  if (first.kind === "operation") {
    const { begin } = first;
    const steps = [first, ...rest].flatMap((entry) => (entry.kind === "operation" ? [entry.operation] : []));
    const operations = begin ? [begin.operation, ...steps] : steps;
    const begun = begin ? { begin: { attemptId: begin.attemptId, code: begin.code } } : {};
    return {
      kind: "command",
      lane: `aside:${first.interview}`,
      route: "setAsideOperations",
      at: { interview: first.interview },
      body: { commandId, fence: first.fence, operations, problem, ...begun },
    };
  }
  const [, caseId, fence] = /^case:(.+):(\d+)$/.exec(first.lane) ?? [];
  if (!caseId) return null;
  return {
    kind: "command",
    lane: `aside:${caseId}`,
    route: "setAsideRequest",
    at: { case: caseId },
    body: { commandId, fence: Number(fence), route: first.route, problem },
  };
}
