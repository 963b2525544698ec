// Which answers an instrument's questions take, read from the instrument afresh: the tests' own opinion.

import type { Answer, Code, Country, EnteredMissing, Instrument, Unit } from "@fieldline/instrument";

interface Asked {
  readonly codes: readonly Code[];
  readonly allow: readonly EnteredMissing[];
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

function askedOf(instrument: Instrument, unit: Unit, country: Country, variable: string): Asked | null {
  if (unit.kind === "battery") {
    if (!unit.items.some((item) => item.variable === variable)) return null;
    const scale = instrument.scales[unit.scale];
    return { codes: (scale?.options ?? []).map(({ code }) => code), allow: unit.allow };
  }
  if (unit.kind === "numeric" && unit.fallback?.variable === variable) {
    return { codes: unit.fallback.options.map(({ code }) => code), allow: unit.fallback.allow };
  }
  if (unit.variable !== variable) return null;
  if (unit.kind === "numeric") return { codes: range(unit.entryMin, unit.entryMax), allow: unit.allow };
  const list = "byCountry" in unit.options ? (unit.options.byCountry[country] ?? []) : unit.options;
  return { codes: list.map(({ code }) => code), allow: unit.allow };
}

/** Every answer that may be given: codes first, then missing reasons. */
export function possibleAnswers(
  instrument: Instrument,
  country: Country,
  variable: string,
): readonly Answer[] {
  for (const unit of instrument.units) {
    const asked = askedOf(instrument, unit, country, variable);
    if (asked) {
      return [...asked.codes.map((value) => ({ value })), ...asked.allow.map((missing) => ({ missing }))];
    }
  }
  return [];
}

/** First code of the list; 40 for a number that may be 40, so that everybody is an adult. */
export function defaultAnswer(instrument: Instrument, country: Country, variable: string): Answer {
  const answers = possibleAnswers(instrument, country, variable);
  const adult = answers.find((answer) => "value" in answer && answer.value === 40);
  const first = adult ?? answers[0];
  if (!first) throw new Error(`${variable} has no answers`);
  return first;
}

/** Variables of the instrument, fallbacks included. */
export function variablesOf(instrument: Instrument): readonly string[] {
  return instrument.units.flatMap((unit) => {
    if (unit.kind === "battery") return unit.items.map((item) => item.variable);
    if (unit.kind === "numeric" && unit.fallback) return [unit.variable, unit.fallback.variable];
    return [unit.variable];
  });
}
