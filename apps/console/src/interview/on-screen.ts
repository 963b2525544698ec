// What the interview screen shows at a step: words, answers, marks. Pure, so it can be tested without a screen.

import {
  type Answer,
  type Code,
  type EnteredMissing,
  fill,
  fillQuestion,
  type Language,
  type Listener,
  readQuestion,
  readScript,
  sexOf,
} from "@fieldline/instrument";
import { type CompiledRelease, currentStep, type InterviewState, onRoute } from "@fieldline/interview";
import type { Choice, Question } from "./entry.ts";
import { longestByDigit } from "./filter.ts";

export interface QuestionScreen {
  readonly kind: "question";
  readonly unit: string;
  readonly variable: string;
  /** Read before the question: a script, a battery's introduction. */
  readonly before: readonly string[];
  readonly question: string;
  /** Reminder of the scale, to repeat as needed. */
  readonly readOut?: string;
  readonly instruction?: string;
  readonly answers: Question;
  /** Too many answers for one digit: found by typing. */
  readonly byFilter: boolean;
  readonly optionsRead: boolean;
  readonly allow: readonly EnteredMissing[];
  readonly earlier?: Answer;
  /** Code the sample offers, to be confirmed. */
  readonly prefill?: Code;
  /** Of a battery: which item this is, and the answers to those before it. */
  readonly trail?: { readonly item: number; readonly of: number; readonly done: readonly string[] };
}

export interface ScriptScreen {
  readonly kind: "script";
  readonly script: string;
  readonly before: readonly string[];
  readonly question: string;
  readonly instruction?: string;
  readonly answers: Question;
  readonly earlier?: Answer;
}

export interface EndScreen {
  readonly kind: "end";
  readonly question: string;
  readonly instruction?: string;
}

export type OnScreen = QuestionScreen | ScriptScreen | EndScreen | { readonly kind: "quotaCheck" };

export interface ScreenContext {
  readonly compiled: CompiledRelease;
  readonly state: InterviewState;
  /** Language of instructions and of what the interviewer picks in scripts. */
  readonly staffLanguage: Language;
  readonly values: Readonly<Record<string, string>>;
}

/** The step of `state`; a closed interview shows the end its route came to, or nothing. */
export function onScreen(context: ScreenContext): OnScreen | null {
  const { compiled, state } = context;
  const step = currentStep(compiled, { ...state, status: "inProgress" });
  if (step.kind === "quotaCheck") return step;
  if (step.kind === "question") return questionScreen(context, step);
  if (step.kind === "script") return scriptScreen(context, step);
  return step.kind === "end" ? { kind: "end", ...scriptWords(context, step.script) } : null;
}

const listenerOf = ({ compiled, state, staffLanguage }: ScreenContext): Listener => ({
  language: state.language,
  country: state.country,
  sex: sexOf(compiled.release.instrument, state.answers),
  staffLanguage,
});

/** A script's words with placeholders filled, instruction in the interviewer's language. */
export function scriptWords(
  context: ScreenContext,
  script: string,
): { question: string; instruction?: string } {
  const read = readScript(context.compiled.release.instrument, script, listenerOf(context));
  return {
    question: fill(read?.read ?? "", context.values),
    ...(read?.instruction ? { instruction: fill(read.instruction, context.values) } : {}),
  };
}

function scriptScreen(
  context: ScreenContext,
  step: { readonly script: string; readonly preface?: string; readonly without: readonly number[] },
): ScriptScreen {
  const { compiled, state, staffLanguage } = context;
  const { instrument } = compiled.release;
  const picked = readScript(instrument, step.script, {
    ...listenerOf(context),
    language: instrument.languages.includes(staffLanguage) ? staffLanguage : state.language,
    without: step.without,
  });
  const chosen = state.cursor === null ? undefined : state.choices[state.cursor];
  return {
    kind: "script",
    script: step.script,
    before: step.preface === undefined ? [] : [scriptWords(context, step.preface).question],
    ...scriptWords(context, step.script),
    answers: {
      kind: "choice",
      choices: (picked?.options ?? []).map(({ code, label }) => ({ code, typed: String(code), label })),
    },
    ...(chosen === undefined ? {} : { earlier: { value: chosen } }),
  };
}

function questionScreen(
  context: ScreenContext,
  step: { readonly unit: string; readonly variable: string; readonly first: boolean },
): QuestionScreen | null {
  const { compiled, state, values } = context;
  const { instrument } = compiled.release;
  const listener = { ...listenerOf(context), first: step.first };
  const read = readQuestion(instrument, step.unit, step.variable, listener);
  if (!read) return null;
  const words = fillQuestion(read, values);
  const choices = choicesOf(words.options);
  const earlier = state.answers[step.variable];
  const prefill = words.prefill === "region" ? state.prefill.region : undefined;
  const trail = trailOf(context, step.unit, step.variable);
  return {
    kind: "question",
    unit: step.unit,
    variable: step.variable,
    before: [words.preface, words.lead].filter((text) => text !== undefined),
    question: words.question,
    ...(words.readOut ? { readOut: words.readOut } : {}),
    ...(words.instruction ? { instruction: words.instruction } : {}),
    answers: words.entry
      ? { kind: "number", ...words.entry, refusedCode: words.entry.refusedCode ?? null }
      : { kind: "choice", choices },
    byFilter: choices.length > longestByDigit,
    optionsRead: words.optionsRead,
    allow: words.allow,
    ...(earlier === undefined ? {} : { earlier }),
    ...(prefill !== undefined && choices.some(({ code }) => code === prefill) ? { prefill } : {}),
    ...(trail ? { trail } : {}),
  };
}

/** Codes that are not numbers are picked by their place in the list. */
function choicesOf(options: readonly { readonly code: Code; readonly label: string }[]): readonly Choice[] {
  return options.map(({ code, label }, index) => ({
    code,
    label,
    typed: typeof code === "number" ? String(code) : String(index + 1),
  }));
}

function trailOf(
  { compiled, state }: ScreenContext,
  unitId: string,
  variable: string,
): QuestionScreen["trail"] {
  const unit = compiled.release.instrument.units.find(({ id }) => id === unitId);
  if (unit?.kind !== "battery") return undefined;
  const own = new Set(unit.items.map((item) => item.variable));
  const items = onRoute(compiled, state).filter((each) => own.has(each));
  const here = items.indexOf(variable);
  const done = items.slice(0, here).map((each) => answerSign(state.answers[each]));
  return { item: here + 1, of: items.length, done };
}

/** An answer as short as it can be: its code, or the key of its missing reason. */
export function answerSign(answer: Answer | undefined): string {
  if (!answer) return "·";
  if ("value" in answer) return String(answer.value);
  return { dontKnow: "?", refused: "!", notApplicable: "–" }[answer.missing];
}
