// Settling a state after an answer or a choice: what the new route leaves out is taken off, facts follow choices.

import type { CompiledRelease } from "./compiled.ts";
import type { Seen } from "./condition.ts";
import { type Journey, travel } from "./journey.ts";
import { remember } from "./position.ts";
import type { InterviewState } from "./state.ts";

/**
 * `draft` with its stale answers and choices removed; `given` are its answers by slot. What is removed stays
 * in the log, and is asked again when it is routed on again. A quota answer that goes takes the verdict along.
 */
export function settle(compiled: CompiledRelease, draft: InterviewState, given: Seen): InterviewState {
  const journey = travel(compiled, draft, given);
  const state: InterviewState = {
    ...draft,
    answers: without(draft.answers, journey.stale),
    choices: only(draft.choices, journey.taken),
    facts: journey.facts,
    verdict: losesQuotaAnswer(compiled, journey) ? null : draft.verdict,
  };
  const settled = journey.stale.length === 0 ? journey : { ...journey, stale: [] };
  if (state.verdict === draft.verdict) remember(compiled, state, settled);
  return state;
}

const losesQuotaAnswer = (compiled: CompiledRelease, { stale }: Journey): boolean =>
  stale.some((variable) => compiled.questions.get(variable)?.quota);

function without<Value>(record: Readonly<Record<string, Value>>, keys: readonly string[]) {
  if (keys.length === 0) return record;
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
}

function only<Value>(record: Readonly<Record<string, Value>>, keys: readonly string[]) {
  if (Object.keys(record).length === keys.length) return record;
  return Object.fromEntries(Object.entries(record).filter(([key]) => keys.includes(key)));
}
