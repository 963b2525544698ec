// Operations at the place where the interview stands: answering a question, taking an option, the quota verdict.

import { fail, ok, type Result } from "@fieldline/kernel";
import type { CompiledRelease } from "./compiled.ts";
import { sameAnswer } from "./offered.ts";
import type { AnswerItem, CheckQuota, Choose } from "./operations.ts";
import { currentStep, cursorPlace, journeyOf } from "./position.ts";
import type { InterviewProblem } from "./replies.ts";
import { settle } from "./settle.ts";
import type { InterviewState } from "./state.ts";

type Moved = Result<InterviewState, InterviewProblem>;

/** An answer is taken for the current question only. After going back it leads to the front of the route again. */
export function answer(compiled: CompiledRelease, state: InterviewState, operation: AnswerItem): Moved {
  const { variable, seq } = operation;
  const step = currentStep(compiled, state);
  const question = compiled.questions.get(variable);
  if (step.kind !== "question" || step.variable !== variable || !question) {
    return fail("interview.offRoute", { variable });
  }
  if (!question.accepts(operation.answer, state.country)) {
    return fail("interview.answerNotAllowed", { variable });
  }
  const unchanged = sameAnswer(state.answers[variable], operation.answer);
  if (unchanged) return ok({ ...state, seq, cursor: null });
  const answers = { ...state.answers, [variable]: operation.answer };
  const given = journeyOf(compiled, state).seen.with(question.slot, operation.answer);
  const verdict = question.quota ? null : state.verdict;
  return ok(settle(compiled, { ...state, seq, answers, verdict, cursor: null }, given));
}

/**
 * Takes an option of the current script. An option that calls somebody else to the phone is not taken here:
 * it is the operation `newRespondent`, and `choose` with its code is off the route.
 */
export function choose(compiled: CompiledRelease, state: InterviewState, operation: Choose): Moved {
  const { script, code, seq } = operation;
  const step = currentStep(compiled, state);
  if (step.kind !== "script" || step.script !== script) return fail("interview.offRoute", { script });
  const { waiting, passed, seen } = journeyOf(compiled, state);
  const place = cursorPlace({ passed }, state) ?? waiting;
  const option = place?.kind === "script" ? place.options.get(code) : undefined;
  if (!place || !option) return fail("interview.optionNotOffered", { script });
  if (option.next.to === "newRespondent") return fail("interview.offRoute", { script });
  if (state.choices[place.key] === code) return ok({ ...state, seq, cursor: null });
  const choices = { ...state.choices, [place.key]: code };
  return ok(settle(compiled, { ...state, seq, choices, cursor: null }, seen));
}

/**
 * The verdict of the server on the quota answers. Without one, as only the desk that asks ever folds it, the interview
 * waits at the check. A provisional check goes on as if a place were granted: what the server says later changes the
 * count, never the route. It may follow a check directly, whatever the server said there, since its desk never heard it.
 */
export function checkQuota(compiled: CompiledRelease, state: InterviewState, operation: CheckQuota): Moved {
  const { seq, provisional, verdict = null } = operation;
  const due = currentStep(compiled, state).kind === "quotaCheck";
  const asked = state.checkedAt === state.seq;
  if (provisional) {
    return due || asked ? ok({ ...state, seq, verdict: "granted" }) : fail("interview.noQuotaCheckDue");
  }
  if (!due) return fail("interview.noQuotaCheckDue");
  if (asked) return fail("interview.verdictMissing");
  return ok({ ...state, seq, verdict, checkedAt: seq });
}
