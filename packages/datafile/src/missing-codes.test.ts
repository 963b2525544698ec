// Missing codes never collide with what people can answer.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { missingCodes } from "./missing-codes.ts";

describe("missing codes", () => {
  it("are 96 to 99 beside a scale of three answers", () => {
    expect(missingCodes((value) => value >= 1 && value <= 3)).toEqual({
      dontKnow: 98,
      refused: 99,
      notApplicable: 97,
      notAsked: 96,
    });
  });

  it("make way for a grandmother of 98: ages have 996 to 999", () => {
    expect(missingCodes((value) => value >= 0 && value <= 110)).toEqual({
      dontKnow: 998,
      refused: 999,
      notApplicable: 997,
      notAsked: 996,
    });
  });

  it("are never a possible value, whatever the range, and always four different ones", () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(100_000), (from, span) => {
        const couldBe = (value: number) => value >= from && value <= from + span;
        const codes = Object.values(missingCodes(couldBe));
        expect(codes.some(couldBe)).toBe(false);
        expect(new Set(codes).size).toBe(4);
      }),
    );
  });
});
