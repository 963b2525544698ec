// The answer given last, as a reminder at the foot of the screen.

import type { Operation } from "@fieldline/interview";

export type LastGiven = Extract<Operation, { readonly type: "answer" }>;

/** The last answer of the log since the last new respondent. */
export function lastGiven(operations: readonly Operation[]): LastGiven | null {
  for (let at = operations.length - 1; at >= 0; at--) {
    const operation = operations[at];
    if (operation?.type === "answer") return operation;
    if (operation?.type === "newRespondent") return null;
  }
  return null;
}

/** When this sitting began: the begin, or the last time the interview was taken up again. */
export function sittingSince(operations: readonly Operation[]): number {
  const start = operations.findLast(({ type }) => type === "begin" || type === "resume");
  return start ? Date.parse(start.at) : 0;
}
