// Test numbers drawn at random, none twice.

import type { Random } from "@fieldline/kernel";
import type { E164 } from "./normalise-number.ts";
import { capacityOf, type NumberKind, type TestNumberRange, testNumberRanges } from "./test-numbers.ts";

export interface TestNumberPool {
  /** How many numbers have not been drawn. */
  readonly left: () => number;
  /** The next number; a `RangeError` when none is left. */
  readonly draw: () => E164;
}

/**
 * All test numbers of a country and kind in an order that `random` decides, each number equally likely.
 * A Fisher–Yates shuffle that keeps only the places it has touched, as some ranges hold tens of millions.
 */
export function testNumberPool(country: string, kind: NumberKind, random: Random): TestNumberPool {
  const ranges = testNumberRanges.filter((range) => range.country === country && range.kind === kind);
  let left = ranges.reduce((sum, range) => sum + capacityOf(range), 0);
  const moved = new Map<number, number>();
  const draw = (): E164 => {
    if (left === 0) throw new RangeError(`No ${kind} test number is left in ${country}`);
    const place = Math.floor(random() * left);
    left--;
    const drawn = moved.get(place) ?? place;
    moved.set(place, moved.get(left) ?? left);
    return numberAt(ranges, drawn);
  };
  return { left: () => left, draw };
}

function numberAt(ranges: readonly TestNumberRange[], index: number): E164 {
  let rest = index;
  for (const range of ranges) {
    const capacity = capacityOf(range);
    if (rest < capacity) {
      return (range.prefix + (range.free > 0 ? String(rest).padStart(range.free, "0") : "")) as E164;
    }
    rest -= capacity;
  }
  throw new RangeError("The index lies beyond the last range");
}
