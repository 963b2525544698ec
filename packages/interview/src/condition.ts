// Conditions of an instrument, compiled to closures over the answers given so far.

import type { Answer, Code, Comparison, Condition } from "@fieldline/instrument";

/**
 * Answers by slot, as a walk along the route has met them: a question that the route left out or has not
 * come to yet holds `undefined`, so a condition looks back along the route and never ahead.
 */
export type Seen = readonly (Answer | undefined)[];
export type Holds = (seen: Seen) => boolean;

/** Slot of a variable among the questions of a release; a variable it does not have gets −1. */
export type SlotOf = (variable: string) => number;

/**
 * The meaning is that of `holds` in the instrument: a missing or absent answer satisfies no comparison, `ne`
 * neither; order comparisons are between numbers; `missing` asks for the reason.
 */
export function compileCondition(condition: Condition, slotOf: SlotOf): Holds {
  if ("all" in condition) {
    const parts = condition.all.map((part) => compileCondition(part, slotOf));
    return (seen) => parts.every((holds) => holds(seen));
  }
  if ("any" in condition) {
    const parts = condition.any.map((part) => compileCondition(part, slotOf));
    return (seen) => parts.some((holds) => holds(seen));
  }
  if ("not" in condition) {
    const holds = compileCondition(condition.not, slotOf);
    return (seen) => !holds(seen);
  }
  const slot = slotOf(condition.variable);
  if ("missing" in condition) {
    const reason = condition.missing;
    return (seen) => {
      const answer = seen[slot];
      return answer !== undefined && "missing" in answer && answer.missing === reason;
    };
  }
  if ("oneOf" in condition) {
    const codes: ReadonlySet<Code> = new Set(condition.oneOf);
    return valueHolds(slot, (code) => codes.has(code));
  }
  const compare = comparisons[condition.is];
  const wanted = condition.value;
  return valueHolds(slot, (code) => compare(code, wanted));
}

function valueHolds(slot: number, holds: (code: Code) => boolean): Holds {
  return (seen) => {
    const answer = seen[slot];
    return answer !== undefined && "value" in answer && holds(answer.value);
  };
}

const comparisons: Readonly<Record<Comparison, (given: Code, wanted: Code) => boolean>> = {
  eq: (given, wanted) => given === wanted,
  ne: (given, wanted) => given !== wanted,
  lt: (given, wanted) => areNumbers(given, wanted) && given < wanted,
  le: (given, wanted) => areNumbers(given, wanted) && given <= wanted,
  gt: (given, wanted) => areNumbers(given, wanted) && given > wanted,
  ge: (given, wanted) => areNumbers(given, wanted) && given >= wanted,
};

const areNumbers = (given: Code, wanted: Code): boolean =>
  typeof given === "number" && typeof wanted === "number";
