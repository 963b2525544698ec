// The notebook of a walk along the route: what was met on the way, and the first thing that holds it up.

import type { Answer, Next } from "@fieldline/instrument";
import type { CompiledRelease, Place, QuestionPlace, ScriptPlace } from "./compiled.ts";
import type { Seen } from "./condition.ts";
import type { InterviewState, Step } from "./state.ts";

export class Walk {
  front: Step | null = null;
  waiting: ScriptPlace | null = null;
  readonly passed: Place[] = [];
  readonly route: QuestionPlace[] = [];
  readonly stale: string[] = [];
  readonly taken: string[] = [];
  facts: Readonly<Record<string, boolean>> = {};
  /** Answers met so far: what conditions look at. */
  readonly seen: (Answer | undefined)[];
  readonly #ends: CompiledRelease["ends"];
  readonly #given: Seen;
  readonly #choices: InterviewState["choices"];

  constructor({ ends }: CompiledRelease, given: Seen, choices: InterviewState["choices"]) {
    this.#ends = ends;
    this.#given = given;
    this.#choices = choices;
    this.seen = new Array(given.length).fill(undefined);
  }

  /** The first stop is the front; later ones lie behind it. */
  stopAt(step: Step): void {
    this.front ??= step;
  }

  /** The question is on the route; without an answer it holds the walk up. */
  ask(place: QuestionPlace): void {
    this.route.push(place);
    const { slot } = place.question;
    const answer = this.#given[slot];
    if (answer === undefined) {
      this.stopAt(place.step);
      return;
    }
    this.seen[slot] = answer;
    this.#pass(place);
  }

  /** The question is not on the route; an answer it has is stale. */
  leaveOut(place: QuestionPlace): void {
    if (this.#given[place.question.slot] !== undefined) this.stale.push(place.key);
  }

  /** Where the option taken in a script leads, `null` while none is. */
  choose(place: ScriptPlace): Next | null {
    const code = this.#choices[place.key];
    const option = code === undefined ? undefined : place.options.get(code);
    if (!option) {
      if (this.front === null) this.waiting = place;
      this.stopAt(place.step);
      return null;
    }
    this.#pass(place);
    this.taken.push(place.key);
    if (option.set) this.facts = { ...this.facts, ...option.set };
    if (option.next.to === "end") this.stopAt(this.#ends[option.next.end]);
    return option.next;
  }

  isRefused(place: QuestionPlace | undefined): boolean {
    const answer = place && this.seen[place.question.slot];
    return answer !== undefined && "missing" in answer && answer.missing === "refused";
  }

  #pass(place: Place): void {
    if (this.front === null) this.passed.push(place);
  }
}
