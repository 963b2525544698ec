// One walk along the route with the answers of a state: what is passed, what comes next, what is left out.

import type { Chain, CompiledRelease, Place, QuestionPlace, ScriptPlace, Stop } from "./compiled.ts";
import type { Seen } from "./condition.ts";
import { planFor } from "./plan.ts";
import type { InterviewState, Step } from "./state.ts";
import { Walk } from "./walk.ts";

/**
 * A script that waits for a choice, a quota check that is due, an ended route: each is a gate at which the
 * interview stands. What lies behind a gate stays on the route, so a mistyped age or a full cell that is
 * mended costs no answer. Only a condition takes a question off the route.
 */
export interface Journey {
  /** What comes next, unless the interviewer has gone back. */
  readonly front: Step;
  /** The script at the front, when it is one. */
  readonly waiting: ScriptPlace | null;
  /** Answered places before the front, in order: where going back can lead. */
  readonly passed: readonly Place[];
  /** Questions on the route, in order, answered or not, behind a gate or not. */
  readonly route: readonly QuestionPlace[];
  /** Answers of the questions on the route. */
  readonly seen: Seen;
  /** Variables that hold an answer and are not on the route. */
  readonly stale: readonly string[];
  /** Keys of the choices that belong to the route. */
  readonly taken: readonly string[];
  /** Facts set by those choices. */
  readonly facts: Readonly<Record<string, boolean>>;
}

type Walked = Pick<InterviewState, "seed" | "choices" | "verdict">;

/** Walks with `given`, the answers by slot, whether they turn out to be on the route or not. */
export function travel(compiled: CompiledRelease, state: Walked, given: Seen): Journey {
  const walk = new Walk(compiled, given, state.choices);
  readScripts(compiled.opening, walk);
  for (const stop of planFor(compiled, state.seed)) {
    if (stop.kind === "quotaCheck") checkQuota(compiled, state, walk);
    else if (stop.compiled.holds && !stop.compiled.holds(walk.seen)) leaveOut(stop, walk);
    else askUnit(stop, walk);
  }
  walk.stopAt(compiled.ends.complete);
  return walk as Journey;
}

/** The answers of a state by slot. */
export function slotsOf({ questions }: CompiledRelease, { answers }: Pick<InterviewState, "answers">): Seen {
  return Array.from(questions.keys(), (variable) => answers[variable]);
}

/** Scripts from the chain's start along the options taken. A script already read is not read a second time. */
function readScripts(chain: Chain, walk: Walk): void {
  let place = chain.places.get(chain.start);
  while (place && !walk.taken.includes(place.key)) {
    const next = walk.choose(place);
    place = next?.to === "script" ? chain.places.get(next.script) : undefined;
  }
}

function checkQuota({ ends }: CompiledRelease, { verdict }: Walked, walk: Walk): void {
  if (verdict === null) walk.stopAt({ kind: "quotaCheck" });
  else if (verdict === "full") walk.stopAt(ends.quotaFull);
  else if (verdict === "noPlace") walk.stopAt(ends.noPlace);
}

function leaveOut({ places, fallback }: Stop & { readonly kind: "unit" }, walk: Walk): void {
  for (const place of places) walk.leaveOut(place);
  if (fallback) walk.leaveOut(fallback);
}

/** Screening comes last: as long as the unit has an unanswered question, that one holds the walk up first. */
function askUnit({ places, fallback, compiled }: Stop & { readonly kind: "unit" }, walk: Walk): void {
  for (const place of places) walk.ask(place);
  if (fallback) {
    if (walk.isRefused(places[0])) walk.ask(fallback);
    else walk.leaveOut(fallback);
  }
  for (const { holds, chain } of compiled.screenings) if (holds(walk.seen)) readScripts(chain, walk);
}
