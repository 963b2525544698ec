// Turns conditions of a delivered file (`{"var": "age", "lt": 18}`) into ours.

import { type Finding, finding } from "../findings.ts";
import { condition as conditionShape } from "../shape/instrument-units.ts";
import { isRecord } from "../shape/reader.ts";
import type { Condition } from "../types.ts";

const comparisons = ["eq", "ne", "lt", "le", "gt", "ge"];

/** The same condition with the names of our form; its contents are still unknown. */
function renamed(source: unknown): unknown {
  if (!isRecord(source)) return source;
  if (Array.isArray(source["any"])) return { any: source["any"].map(renamed) };
  if (Array.isArray(source["all"])) return { all: source["all"].map(renamed) };
  if ("not" in source) return { not: renamed(source["not"]) };
  const { var: variable, ...test } = source;
  const is = comparisons.find((name) => name in test);
  return is === undefined ? { variable, ...test } : { variable, is, value: test[is] };
}

/** `undefined` after the misfit was reported. */
export const conditionFrom = (source: unknown, place: string, found: Finding[]): Condition | undefined =>
  conditionShape(renamed(source), { place, found });

export const missingPart = (place: string, expected: string): Finding =>
  finding("instrument.malformed", place, { expected });
