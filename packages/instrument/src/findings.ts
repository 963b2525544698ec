// What a check can find, as stable codes; the sentences are in `describe.ts`.

import type { Problem, Result } from "@fieldline/kernel";

export const findingCodes = [
  // The document itself
  "instrument.malformed",
  "instrument.unknownField",
  "instrument.additionsMissing",
  "instrument.unknownPlace",
  // Size and kind
  "instrument.tooManyUnits",
  "instrument.noUnits",
  "instrument.openQuestion",
  "instrument.noOptions",
  "instrument.noItems",
  "instrument.rangeEmpty",
  "instrument.refusedCodeInRange",
  "instrument.fallbackUnreachable",
  // Texts
  "instrument.textMissing",
  "instrument.placeholderMissing",
  "instrument.placeholderUnknown",
  "instrument.braceUnpaired",
  "instrument.optionCountDiffers",
  "instrument.countryTextMissing",
  "instrument.unknownLanguage",
  "instrument.unknownCountry",
  "instrument.unknownTimeZone",
  // Names
  "instrument.unitNotUnique",
  "instrument.codeNotUnique",
  "instrument.variableNotUnique",
  "instrument.unknownScript",
  "instrument.unknownScale",
  "instrument.unknownVariable",
  "instrument.unknownUnit",
  "instrument.unknownOption",
  "instrument.unknownCode",
  "instrument.sexVariableMissing",
  // Route
  "instrument.unitNotPlaced",
  "instrument.unitPlacedTwice",
  "instrument.unitUnreachable",
  "instrument.conditionDependsOnRotation",
  "instrument.routeCannotEnd",
] as const;

export type FindingCode = (typeof findingCodes)[number];

/** One fault of an instrument. `place` is a path of ids: `U17/options/2`, `scripts/S_CONSENT`. */
export interface Finding extends Problem<FindingCode> {
  readonly place: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Why an instrument cannot be loaded or released: everything that was found, at once. */
export interface InstrumentProblem extends Problem<"instrument.unsound"> {
  readonly findings: readonly Finding[];
}

export type InstrumentResult<Value> = Result<Value, InstrumentProblem>;

export const finding = (code: FindingCode, place: string, params: Finding["params"] = {}): Finding => ({
  code,
  place,
  params,
});

export const unsound = (
  findings: readonly Finding[],
): { readonly ok: false; readonly problem: InstrumentProblem } => ({
  ok: false,
  problem: { code: "instrument.unsound", params: { count: findings.length }, findings },
});
