// Whether a condition can hold at a place of the route: a search over the answers that lead there.

import { atomsOf, holds, variablesOf } from "../conditions.ts";
import { closedUnits, type InstrumentDraft } from "../draft.ts";
import type { Answer, Code, Condition } from "../types.ts";
import { type Asked, askedByUnit } from "./variables.ts";

/** States looked at before a question is left undecided; undecided counts as possible. */
const mostStates = 100_000;

type Answers = Readonly<Record<string, Answer>>;
type Event = { readonly ask: Asked; readonly answers: readonly Answer[] } | { readonly leave: Condition };

function candidates(asked: Asked, constants: readonly Code[]): readonly Code[] {
  if ("codes" in asked.answers) return asked.answers.codes;
  const { min, max } = asked.answers;
  const near = constants.flatMap((code) =>
    typeof code === "number"
      ? [Math.floor(code) - 1, Math.floor(code), Math.ceil(code), Math.ceil(code) + 1]
      : [],
  );
  return [...new Set([min, max, ...near])].filter((value) => value >= min && value <= max);
}

/** One answer for each way the instrument's conditions can look at this variable. */
function tellingAnswers(asked: Asked, conditions: readonly Condition[]): readonly Answer[] {
  const atoms = conditions.flatMap(atomsOf).filter(({ variable }) => variable === asked.variable);
  const constants = atoms.flatMap((atom) =>
    "oneOf" in atom ? atom.oneOf : "is" in atom ? [atom.value] : [],
  );
  const all: Answer[] = [
    ...candidates(asked, constants).map((value) => ({ value })),
    ...asked.missing.map((missing) => ({ missing })),
  ];
  const bySight = new Map<string, Answer>();
  for (const answer of all) {
    const sight = atoms.map((atom) => Number(holds(atom, { [asked.variable]: answer }))).join("");
    // A refusal brings the fallback, so it is never merged with other answers.
    bySight.set("missing" in answer && answer.missing === "refused" ? `${sight}refused` : sight, answer);
  }
  return [...bySight.values()];
}

/** Whether the route comes past this question without asking it. */
function passesBy({ unit, afterRefusalOf }: Asked, answers: Answers): boolean {
  if (unit.when && !holds(unit.when, answers)) return true;
  return afterRefusalOf !== undefined && !holds({ variable: afterRefusalOf, missing: "refused" }, answers);
}

/** Depth-first over the answers to `events`; a search that grows too large counts as successful. */
function canReach(events: readonly Event[], goal: Condition): boolean {
  let states = 0;
  const from = (index: number, answers: Answers): boolean => {
    states += 1;
    if (states > mostStates) return true;
    const event = events[index];
    if (!event) return holds(goal, answers);
    if ("leave" in event) return !holds(event.leave, answers) && from(index + 1, answers);
    if (passesBy(event.ask, answers)) return from(index + 1, answers);
    return event.answers.some((answer) => from(index + 1, { ...answers, [event.ask.variable]: answer }));
  };
  return from(0, {});
}

/** All names that `step` leads to from `names`, themselves included. */
function closure(names: readonly string[], step: (name: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set(names);
  for (const name of found) for (const other of step(name)) found.add(other);
  return found;
}

export interface Search {
  /** Whether somebody can come to the unit (or past the last one, `null`) with `goal` true. */
  possible(goal: Condition, order: readonly string[], unit: string | null): boolean;
}

/** Prepares the search; conditions on variables that are never asked simply do not hold. */
export function searchOf(draft: InstrumentDraft): Search {
  const units = closedUnits(draft);
  const asked = new Map(units.map((unit) => [unit.id, askedByUnit(draft, unit)]));
  const byVariable = new Map([...asked.values()].flat().map((one) => [one.variable, one]));
  const conditions = [
    ...units.flatMap(({ when }) => (when ? [when] : [])),
    ...draft.screening.map(({ when }) => when),
  ];

  /** Variables that decide whether `name` is asked, or are screened together with it. */
  function besides(name: string): readonly string[] {
    const one = byVariable.get(name);
    const screened = draft.screening
      .map(({ when }) => variablesOf(when))
      .filter((names) => names.includes(name));
    return [
      ...(one?.unit.when ? variablesOf(one.unit.when) : []),
      ...(one?.afterRefusalOf === undefined ? [] : [one.afterRefusalOf]),
      ...screened.flat(),
    ];
  }

  function eventsBefore(
    unit: string | null,
    order: readonly string[],
    deciders: ReadonlySet<string>,
  ): Event[] {
    const before = unit === null ? order : order.slice(0, order.indexOf(unit));
    return before.flatMap((id): Event[] => [
      ...(asked.get(id) ?? [])
        .filter(({ variable }) => deciders.has(variable))
        .map((ask) => ({ ask, answers: tellingAnswers(ask, conditions) })),
      ...draft.screening
        .filter(({ after, when }) => after === id && variablesOf(when).some((name) => deciders.has(name)))
        .map(({ when }) => ({ leave: when })),
    ]);
  }

  return {
    possible: (goal, order, unit) =>
      canReach(eventsBefore(unit, order, closure(variablesOf(goal), besides)), goal),
  };
}
