// What changing an answer would do to the route: shown to the interviewer before it is done.

import type { Answer } from "@fieldline/instrument";
import type { CompiledRelease } from "./compiled.ts";
import { slotsOf, travel } from "./journey.ts";
import { onRoute } from "./route.ts";
import type { InterviewState } from "./state.ts";

export interface Consequences {
  /** Answered variables that the new route leaves out. */
  readonly stale: readonly string[];
  /** Variables that come onto the route, in its order. */
  readonly newlyAsked: readonly string[];
}

/** Looks ahead only; whether the answer would be taken at the current step is not asked. */
export function consequences(
  compiled: CompiledRelease,
  state: InterviewState,
  variable: string,
  answer: Answer,
): Consequences {
  const before = new Set(onRoute(compiled, state));
  const answers = { ...state.answers, [variable]: answer };
  const after = travel(compiled, state, slotsOf(compiled, { answers }));
  const route = after.route.map(({ key }) => key);
  return { stale: after.stale, newlyAsked: route.filter((key) => !before.has(key)) };
}
