// Paradata of an interview: how long questions took, what was changed, how often the interviewer went back.

import type { Answer, Language } from "@fieldline/instrument";
import { fromIso } from "@fieldline/kernel";
import { sameAnswer } from "./offered.ts";
import type { AnswerItem, Operation } from "./operations.ts";

export interface QuestionParadata {
  /** Milliseconds from the operation that brought the question to its first answer. */
  readonly durationMs: number;
  /** How often a different answer took the place of an earlier one. */
  readonly changes: number;
}

export interface RespondentParadata {
  /** 1 for the first person, as in `InterviewState.respondent`. */
  readonly respondent: number;
  readonly questions: Readonly<Record<string, QuestionParadata>>;
  readonly changes: number;
  readonly backSteps: number;
  readonly durationMs: number;
}

export interface Paradata {
  readonly respondents: readonly RespondentParadata[];
  /** Sum over the respondents: the time between suspending and resuming is nobody's. */
  readonly durationMs: number;
  readonly backSteps: number;
  readonly languageSwitches: readonly { readonly seq: number; readonly language: Language }[];
}

interface Running {
  readonly respondent: number;
  readonly questions: Record<string, QuestionParadata>;
  readonly last: Record<string, Answer>;
  changes: number;
  backSteps: number;
  durationMs: number;
}

/** From accepted operations in their order. Desk clocks that run backwards count as no time passed. */
export function paradata(operations: readonly Operation[]): Paradata {
  const respondents = [running(1)];
  const languageSwitches: { seq: number; language: Language }[] = [];
  // Counted from the first step after `begin`, which may bear another clock than the steps.
  let shownAt = operations.find(({ type }) => type !== "begin")?.at ?? "";
  let previousAt = shownAt;
  for (const operation of operations) {
    let person = respondents[respondents.length - 1] as Running;
    if (operation.type !== "resume" && operation.type !== "begin")
      person.durationMs += elapsed(previousAt, operation.at);
    if (operation.type === "begin") continue;
    previousAt = operation.at;
    if (operation.type === "switchLanguage") {
      languageSwitches.push({ seq: operation.seq, language: operation.language });
      continue;
    }
    if (operation.type === "goBack") person.backSteps++;
    if (operation.type === "answer") record(person, operation, elapsed(shownAt, operation.at));
    if (operation.type === "newRespondent") {
      person = running(person.respondent + 1);
      respondents.push(person);
    }
    shownAt = operation.at;
  }
  return {
    respondents: respondents.map(({ last: _last, ...person }) => person),
    durationMs: sum(respondents.map(({ durationMs }) => durationMs)),
    backSteps: sum(respondents.map(({ backSteps }) => backSteps)),
    languageSwitches,
  };
}

const running = (respondent: number): Running => ({
  respondent,
  questions: {},
  last: {},
  changes: 0,
  backSteps: 0,
  durationMs: 0,
});

function record(person: Running, { variable, answer }: AnswerItem, durationMs: number): void {
  const known = person.questions[variable];
  const changed = known !== undefined && !sameAnswer(person.last[variable], answer);
  person.last[variable] = answer;
  person.questions[variable] = {
    durationMs: known?.durationMs ?? durationMs,
    changes: (known?.changes ?? 0) + (changed ? 1 : 0),
  };
  if (changed) person.changes++;
}

function elapsed(from: string, to: string): number {
  const start = fromIso(from);
  const end = fromIso(to);
  return start === null || end === null ? 0 : Math.max(0, end - start);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
