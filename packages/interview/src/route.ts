// What the route of an interview holds: for progress on the screen and for the row in the export.

import type { Answer } from "@fieldline/instrument";
import type { CompiledRelease } from "./compiled.ts";
import { currentStep, journeyOf } from "./position.ts";
import type { InterviewState } from "./state.ts";

/** Variables on the route under the answers as they stand, in the order of this interview, answered or not. */
export function onRoute(compiled: CompiledRelease, state: InterviewState): readonly string[] {
  return journeyOf(compiled, state).route.map(({ key }) => key);
}

export type FinalAnswer = Answer | { readonly missing: "notAsked" };

/** Every variable of the release in the order of the instrument; what has no answer was not asked. */
export function finalAnswers(
  compiled: CompiledRelease,
  state: InterviewState,
): Readonly<Record<string, FinalAnswer>> {
  const row: Record<string, FinalAnswer> = {};
  for (const variable of compiled.questions.keys()) {
    row[variable] = state.answers[variable] ?? { missing: "notAsked" };
  }
  return row;
}

export interface RouteProgress {
  /** Place of the current unit among the units on the route, from 1; between units, how many lie behind. */
  readonly unit: number;
  /** Units on the route. */
  readonly of: number;
  /** Units on the route with a question still unanswered. */
  readonly unitsLeft: number;
}

export function routeProgress(compiled: CompiledRelease, state: InterviewState): RouteProgress {
  const units: string[] = [];
  const unfinished = new Set<string>();
  for (const { key, step } of journeyOf(compiled, state).route) {
    if (units.at(-1) !== step.unit) units.push(step.unit);
    if (state.answers[key] === undefined) unfinished.add(step.unit);
  }
  const step = currentStep(compiled, state);
  const unit = step.kind === "question" ? units.indexOf(step.unit) + 1 : units.length - unfinished.size;
  return { unit, of: units.length, unitsLeft: unfinished.size };
}
