// A respondent who answers whatever is asked: the desk's side of an interview, folded as the console folds it.

import { randomUUID } from "node:crypto";
import { type Answer, readQuestion } from "@fieldline/instrument";
import type { InterviewState } from "@fieldline/interview";
import {
  advance,
  type CompiledRelease,
  compile,
  currentStep,
  type Operation,
  replay,
} from "@fieldline/interview";
import { instrument2008 } from "@fieldline/study-2008";

export interface Conversation {
  readonly state: InterviewState;
  /** Operations made since the conversation was opened, in order. */
  readonly operations: readonly Operation[];
}

/** The 2008 release under the fingerprint that the server gave it. */
export const release2008 = (fingerprint: string): CompiledRelease =>
  compile({ number: 1, fingerprint, instrument: instrument2008() });

/** Takes part from where the log stands. `says` gives the answers that matter; anything else is the first offered. */
export function converse(
  compiled: CompiledRelease,
  log: readonly Operation[],
  says: Readonly<Record<string, Answer>> = {},
  until: (state: InterviewState) => boolean = () => false,
): Conversation {
  const begun = replay(compiled, log);
  if (!begun.ok) throw new Error(begun.problem.code);
  let state = begun.value;
  const operations: Operation[] = [];
  while (state.status === "inProgress" && !until(state)) {
    const step = nextStep(compiled, state, says);
    const operation = {
      id: randomUUID(),
      seq: state.seq + 1,
      at: "2008-04-16T15:00:00.000Z",
      ...step,
    } as Operation;
    const folded = operation.type === "checkQuota" ? { ...operation, verdict: "noPlan" as const } : operation;
    const moved = advance(compiled, state, folded);
    if (!moved.ok) throw new Error(`${operation.type}: ${moved.problem.code}`);
    operations.push(operation);
    state = moved.value;
  }
  return { state, operations };
}

function nextStep(
  compiled: CompiledRelease,
  state: InterviewState,
  says: Readonly<Record<string, Answer>>,
): object {
  const { instrument } = compiled.release;
  const step = currentStep(compiled, state);
  if (step.kind === "quotaCheck") return { type: "checkQuota" };
  if (step.kind === "end") return { type: step.end === "complete" ? "complete" : "screenOut" };
  if (step.kind === "script") {
    const offered = instrument.scripts[step.script]?.options?.find(
      ({ code }) => !step.without.includes(code),
    );
    return { type: "choose", script: step.script, code: offered?.code };
  }
  if (step.kind === "closed") throw new Error("the interview is closed");
  const said = says[step.variable];
  if (said) return { type: "answer", variable: step.variable, answer: said };
  const { country, language } = state;
  const question = readQuestion(instrument, step.unit, step.variable, {
    first: step.first,
    country,
    language,
  });
  const value = question?.options[0]?.code ?? 40;
  return { type: "answer", variable: step.variable, answer: { value } };
}
