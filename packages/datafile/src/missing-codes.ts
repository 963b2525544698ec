// The codes that stand for the four missing reasons, kept clear of a variable's own values.

import type { MissingReason } from "@fieldline/instrument";

export type MissingCodes = Readonly<Record<MissingReason, number>>;

/** Order in which missing reasons are listed, and in which one is chosen where several meet. */
export const missingReasons = ["refused", "dontKnow", "notApplicable", "notAsked"] as const;

const lastDigit: MissingCodes = { notAsked: 6, notApplicable: 7, dontKnow: 8, refused: 9 };

const codesOf = (base: number): MissingCodes => ({
  notAsked: base + lastDigit.notAsked,
  notApplicable: base + lastDigit.notApplicable,
  dontKnow: base + lastDigit.dontKnow,
  refused: base + lastDigit.refused,
});

/**
 * 96 to 99; where one of these could be a value of the variable 996 to 999, then 9996 to 9999 and so on.
 * `couldBe` says whether a number is a possible value.
 */
export function missingCodes(couldBe: (value: number) => boolean): MissingCodes {
  for (let base = 90; ; base = base * 10 + 90) {
    const codes = codesOf(base);
    if (!Object.values(codes).some(couldBe)) return codes;
  }
}
