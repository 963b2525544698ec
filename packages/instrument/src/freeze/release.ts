// Freezing: a checked instrument becomes a release that nothing can change.

import { check } from "../check/check.ts";
import { type InstrumentResult, unsound } from "../findings.ts";
import type { Instrument, InstrumentRelease } from "../types.ts";
import { canonicalForm, fingerprint } from "./canonical.ts";

function deepFrozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFrozen(inner);
  }
  return value;
}

/**
 * Release `number` (from 1) of an instrument: a deep-frozen copy with its fingerprint.
 * Refused with every finding while the instrument is not sound.
 */
export function release(number: number, instrument: Instrument): InstrumentResult<InstrumentRelease> {
  const findings = check(instrument);
  if (findings.length > 0) return unsound(findings);
  const copy: Instrument = JSON.parse(canonicalForm(instrument));
  return { ok: true, value: deepFrozen({ number, fingerprint: fingerprint(copy), instrument: copy }) };
}
