// The shape of a compiled release: an instrument with its look-ups made once, shared by all its interviews.

import type { Block, EndKind, InstrumentRelease, ScriptOption, Unit } from "@fieldline/instrument";
import type { Holds } from "./condition.ts";
import type { Accepts } from "./offered.ts";
import type { Step } from "./state.ts";

/** One variable as it is asked. */
export interface Question {
  readonly variable: string;
  readonly slot: number;
  readonly role: Block["role"];
  /** Its answer takes part in a quota. */
  readonly quota: boolean;
  readonly accepts: Accepts;
}

/** Something an interviewer can stand at; `key` is what `InterviewState.cursor` holds. */
export interface QuestionPlace {
  readonly kind: "question";
  readonly key: string;
  readonly step: Step & { readonly kind: "question" };
  readonly question: Question;
}

/** A script with options; `key` is also what `InterviewState.choices` is keyed by. */
export interface ScriptPlace {
  readonly kind: "script";
  readonly key: string;
  readonly step: Step & { readonly kind: "script" };
  readonly options: ReadonlyMap<number, ScriptOption>;
}

export type Place = QuestionPlace | ScriptPlace;

/** The places of one question: as the first of its unit, and as a later one. */
export interface QuestionPlaces {
  readonly first: QuestionPlace;
  readonly later: QuestionPlace;
}

/** Scripts that lead from one to the next, entered at `start`. */
export interface Chain {
  readonly start: string;
  readonly places: ReadonlyMap<string, ScriptPlace>;
}

export interface CompiledScreening {
  readonly holds: Holds;
  readonly chain: Chain;
}

export interface CompiledUnit {
  readonly unit: Unit;
  readonly holds: Holds | null;
  readonly questions: readonly QuestionPlaces[];
  /** Asked next when the number was refused. */
  readonly fallback: QuestionPlace | null;
  readonly screenings: readonly CompiledScreening[];
}

/** A unit with its questions in the order of this interview, or the place where the quota is checked. */
export type Stop =
  | {
      readonly kind: "unit";
      readonly compiled: CompiledUnit;
      readonly places: readonly QuestionPlace[];
      readonly fallback: QuestionPlace | null;
    }
  | { readonly kind: "quotaCheck" };

export type Plan = readonly Stop[];

/** Made by `compile`; treat it as opaque. */
export interface CompiledRelease {
  readonly release: InstrumentRelease;
  readonly opening: Chain;
  readonly units: ReadonlyMap<string, CompiledUnit>;
  readonly questions: ReadonlyMap<string, Question>;
  readonly ends: Readonly<Record<EndKind, Step & { readonly kind: "end" }>>;
  /** Orders already drawn, by seed: a cache, never a source. */
  readonly plans: Map<string, Plan>;
}
