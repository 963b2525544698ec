// One step of the fold: a state and an operation give the next state, or the reason why not.

import { fail, type Result } from "@fieldline/kernel";
import { answer, checkQuota, choose } from "./answering.ts";
import { breakOff, complete, resume, screenOut, suspend } from "./closing.ts";
import type { CompiledRelease } from "./compiled.ts";
import { goBack, goForward, newRespondent, switchLanguage } from "./moving.ts";
import type { Operation } from "./operations.ts";
import { inherit } from "./position.ts";
import type { InterviewProblem } from "./replies.ts";
import type { InterviewState } from "./state.ts";

/**
 * Applies one operation. The state handed in is never changed. Refused are a gap in the sequence, anything
 * that does not fit the current step, and everything after the interview is closed; a suspended one takes
 * `resume` and `breakOff` only.
 */
export function advance(
  compiled: CompiledRelease,
  state: InterviewState,
  operation: Operation,
): Result<InterviewState, InterviewProblem> {
  const { status, seq } = state;
  const { type } = operation;
  if (operation.seq !== seq + 1) {
    return fail("interview.sequenceGap", { expected: seq + 1, received: operation.seq });
  }
  const open =
    status === "inProgress" || (status === "suspended" && (type === "resume" || type === "breakOff"));
  if (!open) return fail("interview.closed", { status });
  const moved = move(compiled, state, operation);
  if (moved.ok) inherit(state, moved.value);
  return moved;
}

function move(
  compiled: CompiledRelease,
  state: InterviewState,
  operation: Operation,
): Result<InterviewState, InterviewProblem> {
  switch (operation.type) {
    case "begin":
      return fail("interview.alreadyBegun");
    case "answer":
      return answer(compiled, state, operation);
    case "choose":
      return choose(compiled, state, operation);
    case "checkQuota":
      return checkQuota(compiled, state, operation);
    case "goBack":
      return goBack(compiled, state, operation);
    case "goForward":
      return goForward(state, operation);
    case "newRespondent":
      return newRespondent(state, operation);
    case "switchLanguage":
      return switchLanguage(compiled, state, operation);
    case "suspend":
      return suspend(state, operation);
    case "resume":
      return resume(compiled, state, operation);
    case "breakOff":
      return breakOff(compiled, state, operation);
    case "screenOut":
      return screenOut(compiled, state, operation);
    case "complete":
      return complete(compiled, state, operation);
  }
}
