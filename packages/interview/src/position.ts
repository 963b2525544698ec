// Where an interview stands: the walk of a state, made once, and the step it leads to.

import type { CompiledRelease, Place } from "./compiled.ts";
import { type Journey, slotsOf, travel } from "./journey.ts";
import type { InterviewState, Step } from "./state.ts";

/** Walks by state: states never change once made, so a walk holds as long as its state lives. */
const walks = new WeakMap<
  InterviewState,
  { readonly compiled: CompiledRelease; readonly journey: Journey }
>();

export function journeyOf(compiled: CompiledRelease, state: InterviewState): Journey {
  const known = walks.get(state);
  if (known?.compiled === compiled) return known.journey;
  return remember(compiled, state, travel(compiled, state, slotsOf(compiled, state)));
}

/** Keeps a walk already made for `state`. */
export function remember(compiled: CompiledRelease, state: InterviewState, journey: Journey): Journey {
  walks.set(state, { compiled, journey });
  return journey;
}

/** Hands the walk of a state on to its successor where nothing that the walk depends on has changed. */
export function inherit(from: InterviewState, to: InterviewState): void {
  const known = walks.get(from);
  const same = from.answers === to.answers && from.choices === to.choices && from.verdict === to.verdict;
  if (known && same) walks.set(to, known);
}

/** The place the interviewer went back to; `null` at the front of the route. */
export function cursorPlace({ passed }: Pick<Journey, "passed">, { cursor }: InterviewState): Place | null {
  if (cursor === null) return null;
  return passed.find((place) => place.key === cursor) ?? null;
}

/** What is on the screen now. */
export function currentStep(compiled: CompiledRelease, state: InterviewState): Step {
  if (state.status !== "inProgress") return { kind: "closed", status: state.status };
  const journey = journeyOf(compiled, state);
  return cursorPlace(journey, state)?.step ?? journey.front;
}
