// The log of an interview with its fold: appending gives every operation its fate, the same at desk and server.

import { fail, ok, type Problem, type Result } from "@fieldline/kernel";
import { advance } from "./advance.ts";
import { begin } from "./begin.ts";
import type { CompiledRelease } from "./compiled.ts";
import type { Operation, ReplyStatus } from "./operations.ts";
import type { InterviewProblem } from "./replies.ts";
import { sameContent } from "./same-content.ts";
import type { InterviewState } from "./state.ts";

/** Operations in the order of their sequence; `state` is their fold, `null` before `begin`. */
export interface InterviewLog {
  readonly operations: readonly Operation[];
  readonly state: InterviewState | null;
}

export const emptyLog: InterviewLog = { operations: [], state: null };

export interface Appended {
  readonly status: Extract<ReplyStatus, "ok" | "duplicate" | "conflict" | "refused">;
  readonly log: InterviewLog;
  readonly problem?: InterviewProblem;
}

/**
 * Appends one operation. `duplicate`: the log has it. `conflict`: its id stands there with other content, or
 * its sequence under another id. `refused`: the fold does not take it. Only `ok` changes the log.
 */
export function append(compiled: CompiledRelease, log: InterviewLog, operation: Operation): Appended {
  const { operations, state } = log;
  const known = operations.find(({ id }) => id === operation.id);
  if (known) {
    if (sameContent(known, operation)) return { status: "duplicate", log };
    return { status: "conflict", log, problem: problem("interview.idReused", operation) };
  }
  if (operation.seq >= 1 && operation.seq <= operations.length) {
    return { status: "conflict", log, problem: problem("interview.sequenceTaken", operation) };
  }
  const next = fold(compiled, state, operation);
  if (!next.ok) return { status: "refused", log, problem: next.problem };
  return { status: "ok", log: { operations: [...operations, operation], state: next.value } };
}

function fold(
  compiled: CompiledRelease,
  state: InterviewState | null,
  operation: Operation,
): Result<InterviewState, InterviewProblem> {
  if (state) return advance(compiled, state, operation);
  return operation.type === "begin" ? begin(compiled, operation) : fail("interview.notBegun");
}

export interface Reply {
  readonly id: Operation["id"];
  readonly seq: number;
  readonly status: Appended["status"] | "notTried";
  readonly problem?: InterviewProblem;
}

/** Appends a batch in its order. What follows a refusal or a conflict is not tried. */
export function appendBatch(
  compiled: CompiledRelease,
  log: InterviewLog,
  operations: readonly Operation[],
): { readonly replies: readonly Reply[]; readonly log: InterviewLog } {
  const replies: Reply[] = [];
  let current = log;
  let failed = false;
  for (const operation of operations) {
    const { id, seq } = operation;
    if (failed) {
      replies.push({ id, seq, status: "notTried" });
      continue;
    }
    const { log: after, ...reply } = append(compiled, current, operation);
    replies.push({ id, seq, ...reply });
    current = after;
    failed = reply.status === "conflict" || reply.status === "refused";
  }
  return { replies, log: current };
}

/** Folds a stored log. Repeated operations are passed over; anything `append` would not take is a problem. */
export function replay(
  compiled: CompiledRelease,
  operations: readonly Operation[],
): Result<InterviewState, InterviewProblem> {
  let log = emptyLog;
  for (const operation of operations) {
    const appended = append(compiled, log, operation);
    if (appended.problem) return { ok: false, problem: appended.problem };
    log = appended.log;
  }
  return log.state ? ok(log.state) : fail("interview.notBegun");
}

const problem = <Code extends InterviewProblem["code"]>(code: Code, { seq }: Operation): Problem<Code> => ({
  code,
  params: { seq },
});
