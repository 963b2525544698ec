// What respondents may say: the answers a question takes in a country, read from the instrument.

import type { Answer, Instrument, Unit } from "@fieldline/instrument";
import type { Chance } from "../chance.ts";

const lists = new Map<string, readonly Answer[]>();

/** An answer to `variable`: a value as a rule, a missing reason now and then; ages are mostly those of adults. */
export function answerTo(instrument: Instrument, country: string, variable: string, chance: Chance): Answer {
  const key = `${country}/${variable}`;
  const known = lists.get(key) ?? answersIn(instrument, country, variable);
  lists.set(key, known);
  const values = known.filter((answer) => "value" in answer);
  const missing = known.filter((answer) => "missing" in answer);
  if (missing.length > 0 && chance.yes(0.03)) return chance.pick(missing);
  const adults = values.filter((answer) => "value" in answer && Number(answer.value) >= 18);
  const ages = values.length > 60 && chance.yes(0.98) ? adults : values;
  return chance.pick(ages);
}

function answersIn(instrument: Instrument, country: string, variable: string): readonly Answer[] {
  for (const unit of instrument.units) {
    const asked = codesOf(instrument, unit, country, variable);
    if (asked) {
      return [...asked.codes.map((value) => ({ value })), ...asked.allow.map((missing) => ({ missing }))];
    }
  }
  throw new Error(`The instrument does not ask ${variable}.`);
}

function codesOf(instrument: Instrument, unit: Unit, country: string, variable: string) {
  if (unit.kind === "battery") {
    if (!unit.items.some((item) => item.variable === variable)) return null;
    const { options = [] } = instrument.scales[unit.scale] ?? {};
    return { codes: options.map(({ code }) => code), allow: unit.allow };
  }
  if (unit.kind === "numeric" && unit.fallback?.variable === variable) {
    return { codes: unit.fallback.options.map(({ code }) => code), allow: unit.fallback.allow };
  }
  if (unit.variable !== variable) return null;
  if (unit.kind === "numeric") {
    const { entryMin, entryMax, refusedCode } = unit;
    const codes = Array.from({ length: entryMax - entryMin + 1 }, (_, index) => entryMin + index);
    return { codes: codes.filter((code) => code !== refusedCode), allow: unit.allow };
  }
  const list = "byCountry" in unit.options ? (unit.options.byCountry[country] ?? []) : unit.options;
  return { codes: list.map(({ code }) => code), allow: unit.allow };
}
