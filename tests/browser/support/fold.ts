// The fold of an interview beside the console's own: what should be asked now, in which words, and what is said to it.

import { type Answer, optionsFor, readQuestion, readScript, sexOf } from "@fieldline/instrument";
import {
  advance,
  type CompiledRelease,
  currentStep,
  type InterviewState,
  type Operation,
  replay,
  type Step,
} from "@fieldline/interview";
import { release2008 } from "../../integration/support/respondent.ts";

type Question = Extract<Step, { kind: "question" }>;

export class Fold {
  readonly #compiled: CompiledRelease;
  state: InterviewState;

  constructor(log: readonly Operation[]) {
    const begin = log[0];
    if (begin?.type !== "begin") throw new Error("the log does not begin");
    this.#compiled = release2008(begin.release);
    const folded = replay(this.#compiled, log);
    if (!folded.ok) throw new Error(folded.problem.code);
    this.state = folded.value;
  }

  get step(): Step {
    return currentStep(this.#compiled, this.state);
  }

  /** The question asked now; fails the test where there is none. */
  get question(): Question {
    const { step } = this;
    if (step.kind === "question") return step;
    throw new Error(`a question was expected, not ${step.kind}`);
  }

  get script(): string {
    const { step } = this;
    if (step.kind === "script" || step.kind === "end") return step.script;
    throw new Error(`a script was expected, not ${step.kind}`);
  }

  /** Words of the question asked now; what a placeholder stands for is not filled in. */
  questionWords() {
    const { unit, variable, first } = this.question;
    return readQuestion(this.#instrument, unit, variable, { ...this.#listener(), first });
  }

  scriptWords(script: string): string {
    return readScript(this.#instrument, script, this.#listener())?.read ?? "";
  }

  /** Answers that can be picked at the question asked now; none where a number is typed. */
  options() {
    const { unit: id, variable } = this.question;
    const unit = this.#instrument.units.find((one) => one.id === id);
    if (unit?.kind === "single") return optionsFor(unit, this.state.country);
    if (unit?.kind === "battery") return this.#instrument.scales[unit.scale]?.options ?? [];
    return unit?.kind === "numeric" && unit.fallback?.variable === variable ? unit.fallback.options : [];
  }

  /** Every seventh question is not answered; the others get an option by the letters of their name. */
  madeUp(): Answer {
    const { unit: id, variable } = this.question;
    const allow = this.#instrument.units.find((one) => one.id === id)?.allow ?? [];
    const number = [...variable].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
    const missing = allow[number % (allow.length || 1)];
    if (missing && number % 7 === 0) return { missing };
    const options = this.options();
    return { value: options[number % options.length]?.code ?? 40 };
  }

  answers(answer: Answer): void {
    this.#takes({ type: "answer", variable: this.question.variable, answer });
  }

  chooses(code: number): void {
    const { script } = this;
    const option = this.#instrument.scripts[script]?.options?.find((one) => one.code === code);
    const another = option?.next.to === "newRespondent";
    this.#takes(another ? { type: "newRespondent" } : { type: "choose", script, code });
  }

  goesBack(): void {
    this.#takes({ type: "goBack" });
  }

  switchesTo(language: string): void {
    this.#takes({ type: "switchLanguage", language });
  }

  /** Folds a step of our own making, as the console should have done; the wave has no quota plan. */
  #takes(step: object): void {
    const { seq } = this.state;
    const operation = { id: crypto.randomUUID(), seq: seq + 1, at: new Date(0).toISOString(), ...step };
    const moved = advance(this.#compiled, this.state, operation as Operation);
    if (!moved.ok) throw new Error(moved.problem.code);
    this.state = moved.value;
    if (this.step.kind === "quotaCheck") this.#takes({ type: "checkQuota", verdict: "noPlan" });
  }

  get #instrument() {
    return this.#compiled.release.instrument;
  }

  #listener() {
    const { language, country, answers } = this.state;
    return { language, country, sex: sexOf(this.#instrument, answers) };
  }
}
