// The first operation of an interview, and the state it makes.

import { fail, ok, type Result } from "@fieldline/kernel";
import type { CompiledRelease } from "./compiled.ts";
import type { Begin } from "./operations.ts";
import type { InterviewProblem } from "./replies.ts";
import type { InterviewState } from "./state.ts";

/** Opens an interview. Refuses another release than the compiled one, and a country or language it does not have. */
export function begin(compiled: CompiledRelease, operation: Begin): Result<InterviewState, InterviewProblem> {
  const { fingerprint, instrument } = compiled.release;
  if (operation.release !== fingerprint)
    return fail("interview.otherRelease", { release: operation.release });
  if (operation.seq !== 1) return fail("interview.sequenceGap", { expected: 1, received: operation.seq });
  if (!instrument.languages.includes(operation.language)) {
    return fail("interview.unknownLanguage", { language: operation.language });
  }
  if (!instrument.countries.some(({ code }) => code === operation.country)) {
    return fail("interview.unknownCountry", { country: operation.country });
  }
  return ok({
    release: operation.release,
    country: operation.country,
    language: operation.language,
    seed: operation.seed,
    prefill: operation.prefill,
    status: "inProgress",
    seq: operation.seq,
    answers: {},
    choices: {},
    facts: {},
    verdict: null,
    checkedAt: null,
    cursor: null,
    respondent: 1,
  });
}
