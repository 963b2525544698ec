// One unit compiled: its questions as places to stand at, its condition, its screening.

import type { Instrument, Unit } from "@fieldline/instrument";
import { compileScreening } from "./compile-scripts.ts";
import type { CompiledUnit, Question, QuestionPlace, QuestionPlaces } from "./compiled.ts";
import { compileCondition, type SlotOf } from "./condition.ts";
import { type Accepts, acceptedBy, acceptedByFallback } from "./offered.ts";

export interface UnitContext {
  readonly instrument: Instrument;
  readonly slotOf: SlotOf;
}

export function compileUnit(unit: Unit, { instrument, slotOf }: UnitContext): CompiledUnit {
  const role = instrument.blocks.find((block) => block.units.includes(unit.id))?.role ?? "topic";
  const places = (variable: string, accepts: Accepts): QuestionPlaces =>
    placesOf(unit, { variable, slot: slotOf(variable), role, quota: unit.quota !== undefined, accepts });

  const accepts = acceptedBy(unit, instrument);
  const variables = unit.kind === "battery" ? unit.items.map((item) => item.variable) : [unit.variable];
  const fallback = unit.kind === "numeric" ? unit.fallback : undefined;
  return {
    unit,
    holds: unit.when ? compileCondition(unit.when, slotOf) : null,
    questions: variables.map((variable) => places(variable, accepts)),
    fallback: fallback ? places(fallback.variable, acceptedByFallback(fallback)).later : null,
    screenings: instrument.screening
      .filter((screening) => screening.after === unit.id)
      .map((screening) => compileScreening(instrument, screening, slotOf)),
  };
}

function placesOf({ id, preface }: Unit, question: Question): QuestionPlaces {
  const { variable } = question;
  const place = (step: Omit<QuestionPlace["step"], "kind" | "unit" | "variable">): QuestionPlace => ({
    kind: "question",
    key: variable,
    step: { kind: "question", unit: id, variable, ...step },
    question,
  });
  return {
    first: place({ ...(preface === undefined ? {} : { preface }), first: true }),
    later: place({ first: false }),
  };
}
