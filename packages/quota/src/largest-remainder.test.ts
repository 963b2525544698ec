// Whole numbers in proportion, whatever the shares are.

import fc from "fast-check";
import { expect, test } from "vitest";
import { largestRemainder } from "./largest-remainder.ts";

const places = fc.nat(5000);
const people = fc
  .array(fc.nat(9_000_000), { minLength: 1, maxLength: 30 })
  .filter((list) => list.some(Boolean));
const proportions = fc
  .array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 12 })
  .filter((list) => list.some(Boolean))
  .map((list) => list.map((thousandths) => thousandths / 1000));
const shares = fc.oneof(people, proportions);
const sumOf = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

test("all places are given out, each cell within one of its exact share, in whole numbers from 0", () => {
  fc.assert(
    fc.property(shares, places, (list, n) => {
      const targets = largestRemainder(list, n);
      expect(sumOf(targets)).toBe(n);
      for (const [i, target] of targets.entries()) {
        expect(Number.isInteger(target) && target >= 0).toBe(true);
        expect(Math.abs(target - (n * (list[i] ?? 0)) / sumOf(list))).toBeLessThan(1 + 1e-9);
      }
    }),
  );
});

test("a region with more people never gets fewer places, one without people gets none", () => {
  fc.assert(
    fc.property(people, places, (list, n) => {
      const targets = largestRemainder(list, n);
      for (const [i, a] of list.entries()) {
        if (a === 0) expect(targets[i]).toBe(0);
        for (const [j, b] of list.entries()) {
          if (a > b) expect(targets[i] ?? 0).toBeGreaterThanOrEqual(targets[j] ?? 0);
        }
      }
    }),
  );
});

test("the scale of the shares does not matter: people or thousands of people", () => {
  fc.assert(
    fc.property(people, places, fc.constantFrom(10, 1000), (list, n, scale) => {
      expect(
        largestRemainder(
          list.map((count) => count * scale),
          n,
        ),
      ).toEqual(largestRemainder(list, n));
    }),
  );
});

test("shares that come out whole are met exactly", () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(300), { minLength: 1 }).filter((list) => list.some(Boolean)),
      (targets) => {
        expect(
          largestRemainder(
            targets.map((count) => count / sumOf(targets)),
            sumOf(targets),
          ),
        ).toEqual(targets);
      },
    ),
  );
});

test("of equal remainders the earlier cell takes the odd place, decimal fractions or not", () => {
  expect(largestRemainder([1, 1, 1], 2)).toEqual([1, 1, 0]);
  expect(largestRemainder([0.1, 0.3, 0.6], 5)).toEqual([1, 1, 3]);
});

test("an odd place that is won can be lost when the sample grows by one (the Alabama paradox)", () => {
  expect(largestRemainder([6, 6, 2], 10)).toEqual([4, 4, 2]);
  expect(largestRemainder([6, 6, 2], 11)).toEqual([5, 5, 1]);
});

test.each([
  [[1, 1], 2.5],
  [[1, 1], -1],
  [[0, 0], 10],
  [[], 10],
  [[2, -1], 10],
  [[Number.NaN], 10],
])("shares %j cannot be made of %d places", (list, n) => {
  expect(() => largestRemainder(list, n)).toThrow(RangeError);
});
