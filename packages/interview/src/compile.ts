// Compiles a release: one pass over the instrument, so that a key press costs no search in it.

import type { EndKind, Instrument, InstrumentRelease, Unit } from "@fieldline/instrument";
import { compileScripts } from "./compile-scripts.ts";
import { compileUnit, type UnitContext } from "./compile-unit.ts";
import type { CompiledRelease, CompiledUnit, Question } from "./compiled.ts";
import type { Step } from "./state.ts";

/**
 * Look-ups, conditions and answer checks of a release, to be made once and shared by its interviews.
 * The release has passed the checks before release; what those refuse is not looked for again here.
 */
export function compile(release: InstrumentRelease): CompiledRelease {
  const { instrument } = release;
  const slots = new Map<string, number>();
  for (const unit of instrument.units)
    for (const variable of variablesOf(unit)) slots.set(variable, slots.size);

  const context: UnitContext = { instrument, slotOf: (variable) => slots.get(variable) ?? -1 };
  const units = new Map<string, CompiledUnit>();
  const questions = new Map<string, Question>();
  for (const unit of instrument.units) {
    const compiled = compileUnit(unit, context);
    units.set(unit.id, compiled);
    for (const { first } of compiled.questions) questions.set(first.key, first.question);
    if (compiled.fallback) questions.set(compiled.fallback.key, compiled.fallback.question);
  }
  const [start = ""] = instrument.opening.steps;
  return {
    release,
    opening: { start, places: compileScripts(instrument, { start, preface: instrument.opening.intro }) },
    units,
    questions,
    ends: endSteps(instrument),
    plans: new Map(),
  };
}

/** Variables of a unit in the order of the instrument, a fallback last. */
function variablesOf(unit: Unit): readonly string[] {
  if (unit.kind === "battery") return unit.items.map((item) => item.variable);
  if (unit.kind === "numeric" && unit.fallback) return [unit.variable, unit.fallback.variable];
  return [unit.variable];
}

function endSteps({ ends }: Instrument): CompiledRelease["ends"] {
  const step = <End extends EndKind>(end: End): Step & { readonly kind: "end" } => ({
    kind: "end",
    end,
    script: ends[end],
  });
  return {
    complete: step("complete"),
    noEligibleRespondent: step("noEligibleRespondent"),
    quotaFull: step("quotaFull"),
    noPlace: step("noPlace"),
    refused: step("refused"),
    later: step("later"),
  };
}
