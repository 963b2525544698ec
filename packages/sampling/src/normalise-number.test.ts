// Numbers as people write them, and the wall between test waves and live ones.

import { seeded } from "@fieldline/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import { testNumberPool } from "./draw-numbers.ts";
import { normaliseNumber, type WaveMode } from "./normalise-number.ts";
import { numberingPlan } from "./numbering-plans.ts";
import { isTestNumber } from "./test-numbers.ts";

const read = (raw: string, country: string, mode: WaveMode) => {
  const result = normaliseNumber(raw, country, mode);
  return result.ok ? result.value : result.problem.code;
};

test.each([
  ["13 12 34 56", "DK", "+4513123456"],
  ["0045 13 12 34 56", "DK", "+4513123456"],
  ["012 345 678", "CZ", "+420012345678"],
  ["00420012345678", "CZ", "+420012345678"],
  ["+420 012 345 678", "CZ", "+420012345678"],
  ["030/23125-123", "DE", "+493023125123"],
  ["+49 (0)30 23125 123", "DE", "+493023125123"],
  ["(0)30 23125 123", "DE", "+493023125123"],
  ["01.99.00.12.34", "FR", "+33199001234"],
  ["01\u00a099\u00a000\u00a012\u00a034", "FR", "+33199001234"],
  ["+44 01632 960123", "GB", "+441632960123"],
  ["(01632) 960123", "GB", "+441632960123"],
])("a test wave reads %s in %s as %s, a live wave refuses it", (raw, country, e164) => {
  expect(read(raw, country, "test")).toBe(e164);
  expect(read(raw, country, "live")).toBe("sampling.testNumber");
});

test.each([
  ["20 12 34 56", "DK", "+4520123456"],
  ["601 123 456", "CZ", "+420601123456"],
  ["0161 999 8888", "GB", "+441619998888"],
  ["01 42 34 56 78", "FR", "+33142345678"],
  ["030 12345678", "DE", "+493012345678"],
])("a live wave reads %s in %s as %s, a test wave refuses it", (raw, country, e164) => {
  expect(read(raw, country, "live")).toBe(e164);
  expect(read(raw, country, "test")).toBe("sampling.notATestNumber");
});

test.each([
  ["", "DK"],
  ["13", "DK"],
  ["13 12 34 56 ext 5", "DK"],
  ["13+123456", "DK"],
  ["199001234", "FR"],
  ["+0 13 12 34 56", "DK"],
  ["13 12 34 56", "PL"],
  ["1234567890123456789", "DK"],
])("%o in %s cannot be read in any wave", (raw, country) => {
  expect([read(raw, country, "test"), read(raw, country, "live")]).toEqual(
    Array(2).fill("sampling.numberUnreadable"),
  );
});

test("a number of another country does not belong to the record", () => {
  expect(read("+4513123456", "DE", "test")).toBe("sampling.numberOfOtherCountry");
  expect(read("+4520123456", "DE", "live")).toBe("sampling.numberOfOtherCountry");
  expect(read("+420601123456", "DK", "live")).toBe("sampling.numberOfOtherCountry");
});

test("a live wave refuses what no plan knows, and what merely begins like a test number", () => {
  expect(read("60 1", "DK", "live")).toBe("sampling.numberUnreadable");
  expect(read("999 999 999 9", "CZ", "live")).toBe("sampling.numberInvalid");
  expect(read("030 23125 0001", "DE", "live")).toBe("sampling.testNumber");
  expect(read("0176 040690 1", "DE", "live")).toBe("sampling.testNumber");
  expect(read("+33 001 99 00 12 34", "FR", "live")).toBe("sampling.testNumber");
});

/** One of the ways in which somebody may type a number: prefix, and marks between the digits. */
const spelling = (e164: string, country: string, way: number, marks: readonly string[]): string => {
  const plan = numberingPlan(country);
  const national = e164.slice(1 + (plan?.callingCode.length ?? 0));
  const trunk = plan?.trunk ?? "";
  const heads = [
    e164.slice(0, -national.length),
    `00${plan?.callingCode}`,
    trunk,
    `+${plan?.callingCode}${trunk}`,
  ];
  const spaced = [...national].map((digit, i) => digit + (marks[i % marks.length] ?? "")).join("");
  return (heads[way] ?? "") + spaced;
};

test("however a test number is spelt, a test wave knows it and a live wave refuses it", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("CZ", "DE", "DK", "FR", "GB"),
      fc.constantFrom("landline" as const, "mobile" as const),
      fc.string(),
      fc.nat(3),
      fc.array(fc.constantFrom("", " ", "-", ".", "/", "\u00a0"), { minLength: 1, maxLength: 9 }),
      (country, kind, seed, way, marks) => {
        const e164 = testNumberPool(country, kind, seeded(seed)).draw();
        const raw = spelling(e164, country, way, marks);
        expect(read(raw, country, "test")).toBe(e164);
        expect(read(raw, country, "live")).toBe("sampling.testNumber");
      },
    ),
    { numRuns: 1000 },
  );
});

test("whatever is typed, no test number comes into a live wave and no other into a test wave", () => {
  const head = fc.constantFrom(
    "+4513",
    "13",
    "+44 0770090",
    "0163296",
    "030 23",
    "+420 0",
    "01 99 0",
    "2",
    "6",
    "",
  );
  const tail = fc.string({ unit: fc.constantFrom(..."00123456789 ()-"), maxLength: 10 });
  const taken = { live: 0, test: 0 };
  fc.assert(
    fc.property(head, tail, fc.constantFrom("CZ", "DE", "DK", "FR", "GB"), (start, end, country) => {
      for (const mode of ["live", "test"] as const) {
        const result = normaliseNumber(start + end, country, mode);
        if (!result.ok) continue;
        taken[mode]++;
        expect(isTestNumber(result.value)).toBe(mode === "test");
      }
    }),
    { numRuns: 5000 },
  );
  expect(Math.min(taken.live, taken.test)).toBeGreaterThan(10);
});
