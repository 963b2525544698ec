// The table of test numbers: what it holds, what lies just outside, and how a number is written for the eye.

import { seeded } from "@fieldline/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import { testNumberPool } from "./draw-numbers.ts";
import { groupNumber } from "./group-number.ts";
import { planOf } from "./numbering-plans.ts";
import {
  beginsLikeTestNumber,
  capacityOf,
  isTestNumber,
  testNumberRanges,
  testRangeOf,
} from "./test-numbers.ts";

test.each([
  "+4513000000",
  "+4515999999",
  "+420010000000",
  "+420099999999",
  "+493023125000",
  "+4915228817386",
  "+441632960999",
  "+447700900000",
  "+441614960123",
  "+33199001234",
  "+33639989999",
])("%s rings nobody", (e164) => {
  expect(isTestNumber(e164)).toBe(true);
});

test.each([
  ["Danish emergency numbers", "+4511200000"],
  ["the spare Danish 67, which may have been given out since", "+4567123456"],
  ["Danish 16", "+4516000000"],
  ["the Czech international prefix", "+420001234567"],
  ["Czech 1xx, emergency", "+420112000000"],
  ["a Prague landline", "+420220123456"],
  ["the block after Berlin's", "+493023126000"],
  ["a Berlin number one digit longer", "+4930231250001"],
  ["a number one digit shorter", "+45131234"],
  ["the neighbour of the drama mobiles", "+447700901000"],
  ["text around a number", "x+4513000000"],
  ["the national way of writing", "0199001234"],
])("%s is not a test number", (_, e164) => {
  expect(testRangeOf(e164)).toBeNull();
});

test("too long or too short, it still begins like a test number", () => {
  expect(beginsLikeTestNumber("+4930231250001")).toBe(true);
  expect(beginsLikeTestNumber("+4520123456")).toBe(false);
});

test("ranges do not overlap, and groups hold exactly the digits of a number", () => {
  for (const range of testNumberRanges) {
    expect(testNumberRanges.filter(({ prefix }) => prefix.startsWith(range.prefix))).toEqual([range]);
    const national = range.prefix.length + range.free - 1 - (planOf(range.prefix)?.callingCode.length ?? 0);
    expect(range.groups.reduce((a, b) => a + b, 0)).toBe(national);
  }
});

test("every country has room for the bundled sample", () => {
  for (const [country, room] of [
    ["DE", 5203],
    ["GB", 17_000],
    ["FR", 60_000],
    ["DK", 3e6],
    ["CZ", 9e7],
  ] as const) {
    const own = testNumberRanges.filter((range) => range.country === country);
    expect([country, own.reduce((sum, range) => sum + capacityOf(range), 0)]).toEqual([country, room]);
  }
});

test.each([
  ["+4513123456", "13 12 34 56", "+45 13 12 34 56"],
  ["+420012345678", "012 345 678", "+420 012 345 678"],
  ["+493023125123", "030 23125 123", "+49 30 23125 123"],
  ["+4917604069012", "0176 04069012", "+49 176 04069012"],
  ["+33199001234", "01 99 00 12 34", "+33 1 99 00 12 34"],
  ["+33639981234", "06 39 98 12 34", "+33 6 39 98 12 34"],
  ["+442079460123", "020 7946 0123", "+44 20 7946 0123"],
  ["+447700900123", "07700 900123", "+44 7700 900123"],
  ["+441134960123", "0113 496 0123", "+44 113 496 0123"],
  ["+4520123456", "20 12 34 56", "+45 20 12 34 56"],
  ["+420601123456", "601 123 456", "+420 601 123 456"],
  ["+999", "+999", "+999"],
])("%s is read as %s", (e164, national, international) => {
  expect(groupNumber(e164)).toEqual({ national, international });
});

test("any number drawn is of its country and kind, and grouping loses no digit", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("CZ", "DE", "DK", "FR", "GB"),
      fc.constantFrom("landline" as const, "mobile" as const),
      fc.string(),
      (country, kind, seed) => {
        const e164 = testNumberPool(country, kind, seeded(seed)).draw();
        expect(testRangeOf(e164)).toMatchObject({ country, kind });
        expect(groupNumber(e164).international.replaceAll(" ", "")).toBe(e164);
      },
    ),
  );
});

test("a pool gives every number of its ranges once, then says that none is left", () => {
  const pool = testNumberPool("DE", "mobile", seeded("every one"));
  const drawn = Array.from({ length: 203 }, () => pool.draw());
  expect(new Set(drawn).size).toBe(203);
  expect(drawn.every(isTestNumber)).toBe(true);
  expect(pool.left()).toBe(0);
  expect(() => pool.draw()).toThrow(RangeError);
});
