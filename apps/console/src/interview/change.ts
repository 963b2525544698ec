// What changing an earlier answer would do, in terms of units and questions, before it is done.

import type { Answer } from "@fieldline/instrument";
import { type CompiledRelease, consequences, type InterviewState, sameAnswer } from "@fieldline/interview";

export interface Change {
  readonly variable: string;
  readonly answer: Answer;
  /** Variables asked again or newly, in the order of the route. */
  readonly asked: readonly string[];
  /** Answered variables that the new route leaves out. */
  readonly dropped: readonly string[];
}

/** The change that `answer` makes to an earlier one; `null` where it is none, or where nothing else follows from it. */
export function changeBy(
  compiled: CompiledRelease,
  state: InterviewState,
  variable: string,
  answer: Answer,
): Change | null {
  const earlier = state.answers[variable];
  if (earlier === undefined || sameAnswer(earlier, answer)) return null;
  const { stale, newlyAsked } = consequences(compiled, state, variable, answer);
  return stale.length + newlyAsked.length === 0
    ? null
    : { variable, answer, asked: newlyAsked, dropped: stale };
}

/** The staff's name of the unit that asks a variable. */
export function unitTitle(compiled: CompiledRelease, variable: string): string {
  const { units } = compiled.release.instrument;
  const unit = units.find((each) => {
    if (each.kind === "battery") return each.items.some((item) => item.variable === variable);
    if (each.kind === "numeric" && each.fallback?.variable === variable) return true;
    return each.variable === variable;
  });
  return unit?.title ?? variable;
}
