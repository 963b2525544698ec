// A number as somebody typed it, to E.164, and whether a wave of that mode may take it.

import { type Brand, fail, ok, type Problem, type Result } from "@fieldline/kernel";
import { numberingPlan } from "./numbering-plans.ts";
import { askLibrary } from "./phone-library.ts";
import type { NumberProblemCode } from "./problems.ts";
import { beginsLikeTestNumber, isTestNumber } from "./test-numbers.ts";

/** `+` and up to 15 digits. */
export type E164 = Brand<string, "E164">;
export type WaveMode = "live" | "test";

/**
 * The number `raw`, written in the national or international way of `country`, in E.164.
 *
 * The table of test numbers is asked first: a test wave takes nothing else (`sampling.notATestNumber`), a live
 * wave refuses them and whatever begins like one (`sampling.testNumber`). Only then, and only for a live wave,
 * the phone library says whether such a number exists (`sampling.numberInvalid`).
 */
export function normaliseNumber(
  raw: string,
  country: string,
  mode: WaveMode,
): Result<E164, Problem<NumberProblemCode>> {
  const e164 = toE164(raw, country);
  if (e164 === null) return fail("sampling.numberUnreadable");
  if (mode === "test" && !isTestNumber(e164)) return fail("sampling.notATestNumber");
  if (mode !== "test" && beginsLikeTestNumber(e164)) return fail("sampling.testNumber");
  if (!e164.startsWith(`+${numberingPlan(country)?.callingCode}`))
    return fail("sampling.numberOfOtherCountry");
  if (mode === "test") return ok(e164 as E164);

  const known = askLibrary(e164);
  if (!known?.valid) return fail("sampling.numberInvalid");
  if (beginsLikeTestNumber(known.e164)) return fail("sampling.testNumber");
  return ok(known.e164 as E164);
}

/** Digits with spaces, brackets, dots, slashes or hyphens between them, `+` only in front. */
const readable = /^\+?[\d\s()./-]+$/;

/** Reads the writing, not the meaning: `null` where the digits cannot be told. */
function toE164(raw: string, country: string): string | null {
  const plan = numberingPlan(country);
  const text = raw.trim();
  if (!plan || !readable.test(text)) return null;
  const international = text.startsWith("+") || text.startsWith("00");
  // "+49 (0)30": the trunk digit is there only for callers inside the country.
  const digits = (international ? text.replace("(0)", "") : text).replace(/\D/g, "");
  const significant = international
    ? withoutTrunk(text.startsWith("+") ? digits : digits.slice(2))
    : fromNational(digits, plan.callingCode, plan.trunk);
  return significant !== null && /^[1-9]\d{7,14}$/.test(significant) ? `+${significant}` : null;
}

/** A national number needs its trunk digit: without it, a spreadsheet may have eaten more than that. */
function fromNational(digits: string, callingCode: string, trunk: string): string | null {
  return digits.startsWith(trunk) ? callingCode + digits.slice(trunk.length) : null;
}

/** "+44 0161 …" is a common slip: where there is a trunk digit, no number from abroad begins with it. */
function withoutTrunk(digits: string): string {
  for (const country of ["DE", "FR", "GB"]) {
    const code = numberingPlan(country)?.callingCode ?? "";
    if (digits.startsWith(`${code}0`)) return code + digits.slice(code.length + 1);
  }
  return digits;
}
