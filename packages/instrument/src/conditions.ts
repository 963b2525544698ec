// What a condition means: the only place that decides whether a filter holds.

import type { Answer, Code, Comparison, Condition } from "./types.ts";

const compare: Readonly<Record<Exclude<Comparison, "eq" | "ne">, (a: number, b: number) => boolean>> = {
  lt: (a, b) => a < b,
  le: (a, b) => a <= b,
  gt: (a, b) => a > b,
  ge: (a, b) => a >= b,
};

function compares(given: Code, is: Comparison, value: Code): boolean {
  if (is === "eq") return given === value;
  if (is === "ne") return given !== value;
  return typeof given === "number" && typeof value === "number" && compare[is](given, value);
}

/**
 * Whether `condition` holds for the answers that stand on the route so far.
 * A variable without an answer, or with a missing reason, satisfies no comparison, not even `ne`;
 * order comparisons are between numbers only.
 */
export function holds(condition: Condition, answers: Readonly<Record<string, Answer>>): boolean {
  if ("all" in condition) return condition.all.every((part) => holds(part, answers));
  if ("any" in condition) return condition.any.some((part) => holds(part, answers));
  if ("not" in condition) return !holds(condition.not, answers);
  const answer = Object.hasOwn(answers, condition.variable) ? answers[condition.variable] : undefined;
  if (!answer) return false;
  if ("missing" in condition) return "missing" in answer && answer.missing === condition.missing;
  if ("missing" in answer) return false;
  if ("oneOf" in condition) return condition.oneOf.includes(answer.value);
  return compares(answer.value, condition.is, condition.value);
}

export type AtomicCondition = Exclude<
  Condition,
  { readonly all: unknown } | { readonly any: unknown } | { readonly not: unknown }
>;

/** The comparisons a condition is made of, in reading order. */
export function atomsOf(condition: Condition): readonly AtomicCondition[] {
  if ("all" in condition) return condition.all.flatMap(atomsOf);
  if ("any" in condition) return condition.any.flatMap(atomsOf);
  if ("not" in condition) return atomsOf(condition.not);
  return [condition];
}

/** Names of the variables a condition looks at, each once. */
export function variablesOf(condition: Condition): readonly string[] {
  return [...new Set(atomsOf(condition).map((atom) => atom.variable))];
}
