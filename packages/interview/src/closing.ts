// Operations that interrupt or close an interview.

import type { EndKind } from "@fieldline/instrument";
import { fail, ok, type Result } from "@fieldline/kernel";
import type { CompiledRelease } from "./compiled.ts";
import type { BreakOff, Complete, Resume, ScreenOut, Suspend } from "./operations.ts";
import { currentStep, journeyOf } from "./position.ts";
import type { InterviewProblem } from "./replies.ts";
import { settle } from "./settle.ts";
import type { InterviewState, InterviewStatus } from "./state.ts";

type Moved = Result<InterviewState, InterviewProblem>;

const screenedOutBy: Partial<Readonly<Record<EndKind, InterviewStatus>>> = {
  noEligibleRespondent: "screenedOut",
  quotaFull: "quotaFull",
  noPlace: "noPlace",
};

export function suspend(state: InterviewState, { seq }: Suspend): Moved {
  return ok({ ...state, seq, status: "suspended" });
}

/**
 * Back to the step the interview was suspended at. Two things are asked anew: the option that put the
 * interview off, and the quota where the plan had a say, since a place is held no longer than its lease.
 */
export function resume(compiled: CompiledRelease, state: InterviewState, operation: Resume): Moved {
  const { seq, language } = operation;
  if (state.status !== "suspended") return fail("interview.notSuspended", { status: state.status });
  if (!compiled.release.instrument.languages.includes(language)) {
    return fail("interview.unknownLanguage", { language });
  }
  const verdict = state.verdict === "noPlan" ? state.verdict : null;
  const resumed: InterviewState = { ...state, seq, language, verdict, status: "inProgress" };
  const { front, passed, seen } = journeyOf(compiled, state);
  const putOffBy = front.kind === "end" && front.end === "later" ? passed.at(-1)?.key : undefined;
  if (putOffBy === undefined) return ok(resumed);
  const { [putOffBy]: _asked, ...choices } = state.choices;
  const cursor = state.cursor === putOffBy ? null : state.cursor;
  return ok(settle(compiled, { ...resumed, choices, cursor }, seen));
}

/** Partial from half of the topic items of the route on; an entered missing reason counts as an answer. */
export function breakOff(compiled: CompiledRelease, state: InterviewState, { seq }: BreakOff): Moved {
  const items = journeyOf(compiled, state).route.filter(({ question }) => question.role === "topic");
  const answered = items.filter(({ key }) => state.answers[key] !== undefined).length;
  const status = answered > 0 && answered * 2 >= items.length ? "partial" : "brokenOff";
  return ok({ ...state, seq, status });
}

/** Closes where nobody can take part or there is no place; the end of the route says which. */
export function screenOut(compiled: CompiledRelease, state: InterviewState, { seq }: ScreenOut): Moved {
  const step = currentStep(compiled, state);
  const status = step.kind === "end" ? screenedOutBy[step.end] : undefined;
  return status ? ok({ ...state, seq, status }) : fail("interview.notFinished");
}

/** Closes an interview that has nothing left to ask. */
export function complete(compiled: CompiledRelease, state: InterviewState, { seq }: Complete): Moved {
  const step = currentStep(compiled, state);
  return step.kind === "end" && step.end === "complete"
    ? ok({ ...state, seq, status: "completed" })
    : fail("interview.notFinished");
}
