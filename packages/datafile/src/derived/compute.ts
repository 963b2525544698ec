// Derived variables of one interview, by the arithmetic the instrument defines.

import type { Country, Derived } from "@fieldline/instrument";
import { missingReasons } from "../missing-codes.ts";
import { type FileValue, type FileValues, numberIn, valueIn } from "../values.ts";
import { asComputable, type Bands, type Computable, type MeanOf, type MinMaxIndex } from "./definition.ts";

/** Indices are written to three decimals, as the instrument writes its scores. */
const decimals = 1_000;
const rounded = (value: number): FileValue => ({ value: Math.round(value * decimals) / decimals });

/** Why a result is missing: the first reason, in the order refused, don't know, not applicable, not asked. */
function reasonOf(sources: readonly FileValue[]): FileValue {
  const found = missingReasons.find((reason) =>
    sources.some((source) => "missing" in source && source.missing === reason),
  );
  return { missing: found ?? "notApplicable" };
}

/** Mean of at least `minValid` numbers; a source that is missing or has no score is left out of it. */
function mean(
  numbers: readonly (number | null)[],
  minValid: number,
  sources: readonly FileValue[],
): FileValue {
  const valid = numbers.filter((number) => number !== null);
  if (valid.length === 0 || valid.length < minValid) return reasonOf(sources);
  return rounded(valid.reduce((sum, number) => sum + number, 0) / valid.length);
}

function index(definition: MinMaxIndex, values: FileValues): FileValue {
  const sources = definition.items.map((item) => valueIn(values, item));
  const scores = sources.map((source) =>
    "value" in source ? (definition.score[String(source.value)] ?? null) : null,
  );
  return mean(scores, definition.minValid, sources);
}

function meanOf(definition: MeanOf, values: FileValues): FileValue {
  const sources = definition.items.map((item) => valueIn(values, item));
  return mean(sources.map(numberIn), definition.minValid, sources);
}

function band(definition: Bands, values: FileValues): FileValue {
  const source = valueIn(values, definition.source);
  const number = numberIn(source);
  if (number !== null) {
    const found = definition.bands.find(([, from, to]) => number >= from && number <= to);
    return found ? { value: found[0] } : { missing: "notApplicable" };
  }
  if (definition.fallback === undefined) return source;
  const asked = valueIn(values, definition.fallback);
  if ("missing" in asked) return asked.missing === "notAsked" ? source : asked;
  return definition.bands.some(([code]) => code === asked.value) ? asked : { missing: "notApplicable" };
}

function compute(definition: Computable, country: Country, values: FileValues): FileValue {
  switch (definition.kind) {
    case "minMaxIndex":
      return index(definition, values);
    case "meanOf":
      return meanOf(definition, values);
    case "bestOf": {
      const sources = definition.items.map((item) => valueIn(values, item));
      const codes = sources.map(numberIn).filter((code) => code !== null);
      return codes.length > 0 ? { value: Math.min(...codes) } : reasonOf(sources);
    }
    case "bands":
      return band(definition, values);
    case "recode": {
      const source = valueIn(values, definition.source);
      if ("missing" in source) return source;
      const code = definition.map[String(source.value)];
      return code === undefined ? { missing: "notApplicable" } : { value: code };
    }
    case "prefix": {
      const source = valueIn(values, definition.source);
      if ("missing" in source) return source;
      const length = definition.lengthByCountry[country];
      return length === undefined ? source : { value: String(source.value).slice(0, length) };
    }
  }
}

/**
 * Derived variables by id, computed in the order they are defined, so that a later one may stand on an earlier
 * one. Arithmetic after the instrument's own definitions: indices are means of item scores from `minValid` valid
 * items on, which for complete answers on k three-point items with code sum S is 100 (3k - S) / 2k.
 */
export function computeDerived(
  derived: readonly Derived[],
  country: Country,
  answers: FileValues,
): FileValues {
  const values: Record<string, FileValue> = { ...answers };
  const results: Record<string, FileValue> = {};
  for (const one of derived) {
    const definition = asComputable(one);
    if (!definition) continue;
    const result = compute(definition, country, values);
    values[one.id] = result;
    results[one.id] = result;
  }
  return results;
}
