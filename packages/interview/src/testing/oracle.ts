// The tests' own opinion of what fits the current step, written from the rules and not from the fold.

import type { Instrument } from "@fieldline/instrument";
import { sameAnswer } from "../offered.ts";
import type { InterviewState, Step } from "../state.ts";
import { possibleAnswers, variablesOf } from "./answers.ts";
import type { Move } from "./scenario.ts";

/** Whether `move` fits an interview that stands at `step`. `somethingBefore`: a place lies behind it. */
export function fits(instrument: Instrument, state: InterviewState, step: Step, move: Move): boolean {
  if (state.status === "suspended") return fitsSuspended(instrument, move);
  if (state.status !== "inProgress") return false;
  switch (move.type) {
    case "answer":
      return (
        step.kind === "question" &&
        step.variable === move.variable &&
        possibleAnswers(instrument, state.country, move.variable).some((one) => sameAnswer(one, move.answer))
      );
    case "choose":
      return step.kind === "script" && step.script === move.script && offers(instrument, step, move.code);
    case "checkQuota":
      return fitsCheck(state, step, move.provisional === true);
    case "goBack":
      return isSomethingBefore(instrument, state, step);
    case "goForward":
      return state.cursor !== null;
    case "switchLanguage":
      return instrument.languages.includes(move.language);
    case "complete":
      return step.kind === "end" && step.end === "complete";
    case "screenOut":
      return step.kind === "end" && ["noEligibleRespondent", "quotaFull", "noPlace"].includes(step.end);
    case "resume":
      return false;
    case "newRespondent":
    case "suspend":
    case "breakOff":
      return true;
  }
}

/** A check that is due is made once; a provisional one also where the step before was a check. */
function fitsCheck({ checkedAt, seq }: InterviewState, step: Step, provisional: boolean): boolean {
  const askedJustNow = checkedAt === seq;
  return provisional
    ? askedJustNow || step.kind === "quotaCheck"
    : step.kind === "quotaCheck" && !askedJustNow;
}

function fitsSuspended(instrument: Instrument, move: Move): boolean {
  if (move.type === "resume") return instrument.languages.includes(move.language);
  return move.type === "breakOff";
}

function offers(instrument: Instrument, step: Step & { kind: "script" }, code: number): boolean {
  const option = instrument.scripts[step.script]?.options?.find((one) => one.code === code);
  return option !== undefined && !step.without.includes(code) && option.next.to !== "newRespondent";
}

/** The opening's first script is the only place with nothing before it. */
function isSomethingBefore({ opening }: Instrument, state: InterviewState, step: Step): boolean {
  const atFirst = step.kind === "script" && step.script === opening.steps[0] && step.preface !== undefined;
  return !atFirst && (Object.keys(state.answers).length > 0 || Object.keys(state.choices).length > 0);
}

/** Every kind of operation, with every answer and option the instrument knows and some that it does not. */
export function movesOf(instrument: Instrument, state: InterviewState, step: Step): readonly Move[] {
  const variable = step.kind === "question" ? step.variable : (variablesOf(instrument)[0] ?? "");
  const script = step.kind === "script" ? step.script : (instrument.opening.steps[0] ?? "");
  const answers = possibleAnswers(instrument, state.country, variable);
  const codes = (instrument.scripts[script]?.options ?? []).map(({ code }) => code);
  return [
    ...answers.map((answer): Move => ({ type: "answer", variable, answer })),
    ...(["dontKnow", "refused", "notApplicable"] as const).map(
      (missing): Move => ({ type: "answer", variable, answer: { missing } }),
    ),
    { type: "answer", variable, answer: { value: 12_345 } },
    ...codes.map((code): Move => ({ type: "choose", script, code })),
    { type: "choose", script, code: 99 },
    { type: "checkQuota" },
    ...(["noPlan", "granted", "full", "noPlace"] as const).map(
      (verdict): Move => ({ type: "checkQuota", verdict }),
    ),
    { type: "checkQuota", provisional: true },
    { type: "goBack" },
    { type: "goForward" },
    { type: "newRespondent" },
    ...instrument.languages.map((language): Move => ({ type: "switchLanguage", language })),
    ...instrument.languages.map((language): Move => ({ type: "resume", language })),
    { type: "switchLanguage", language: "no such language" },
    { type: "suspend" },
    { type: "breakOff" },
    { type: "screenOut" },
    { type: "complete" },
  ];
}
