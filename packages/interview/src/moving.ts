// Operations that move along the route or start it anew, without answering anything.

import { fail, ok, type Result } from "@fieldline/kernel";
import type { CompiledRelease } from "./compiled.ts";
import type { GoBack, GoForward, NewRespondent, SwitchLanguage } from "./operations.ts";
import { cursorPlace, journeyOf } from "./position.ts";
import type { InterviewProblem } from "./replies.ts";
import type { InterviewState } from "./state.ts";

type Moved = Result<InterviewState, InterviewProblem>;

/** To the answered question or script before this one; from an end, to the last one answered. */
export function goBack(compiled: CompiledRelease, state: InterviewState, { seq }: GoBack): Moved {
  const journey = journeyOf(compiled, state);
  const here = cursorPlace(journey, state);
  const index = here ? journey.passed.indexOf(here) : journey.passed.length;
  const before = journey.passed[index - 1];
  return before ? ok({ ...state, seq, cursor: before.key }) : fail("interview.nothingBefore");
}

/** To the front of the route; off the route when the interview stands there already. */
export function goForward(state: InterviewState, { seq }: GoForward): Moved {
  return state.cursor === null ? fail("interview.offRoute") : ok({ ...state, seq, cursor: null });
}

/** Everything the first person said leaves the state, consent included; the opening is read to the new one. */
export function newRespondent(state: InterviewState, { seq }: NewRespondent): Moved {
  return ok({
    ...state,
    seq,
    answers: {},
    choices: {},
    facts: {},
    verdict: null,
    cursor: null,
    respondent: state.respondent + 1,
  });
}

export function switchLanguage(
  compiled: CompiledRelease,
  state: InterviewState,
  { seq, language }: SwitchLanguage,
): Moved {
  return compiled.release.instrument.languages.includes(language)
    ? ok({ ...state, seq, language })
    : fail("interview.unknownLanguage", { language });
}
