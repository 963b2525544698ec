// Size and kind: how many units, none of them open, none of them empty.

import { closedUnits, type InstrumentDraft } from "../draft.ts";
import { type Finding, finding } from "../findings.ts";
import type { NumericUnit } from "../types.ts";
import { optionLists, placeOf } from "./places.ts";

/** An omnibus client buys units; the study allows at most this many. */
export const maxUnits = 20;

function numeric(unit: NumericUnit): Finding[] {
  const place = placeOf(unit);
  const found: Finding[] = [];
  const { entryMin, entryMax, validMin = entryMin, validMax = entryMax, refusedCode } = unit;
  if (entryMin > entryMax || validMin > validMax) {
    found.push(
      finding("instrument.rangeEmpty", place, {
        min: Math.max(entryMin, validMin),
        max: Math.min(entryMax, validMax),
      }),
    );
  }
  if (refusedCode !== undefined && refusedCode >= entryMin && refusedCode <= entryMax) {
    found.push(finding("instrument.refusedCodeInRange", place, { code: refusedCode }));
  }
  if (unit.fallback && refusedCode === undefined && !unit.allow.includes("refused")) {
    found.push(finding("instrument.fallbackUnreachable", place));
  }
  return found;
}

export function checkSize(draft: InstrumentDraft): readonly Finding[] {
  const found: Finding[] = [];
  const count = draft.units.length;
  if (count === 0) found.push(finding("instrument.noUnits", "units"));
  if (count > maxUnits) found.push(finding("instrument.tooManyUnits", "units", { count, max: maxUnits }));
  for (const unit of draft.units) {
    if (unit.kind === "open")
      found.push(finding("instrument.openQuestion", placeOf(unit), { kind: unit.named }));
  }
  for (const { place, options } of optionLists(draft)) {
    if (options.length === 0) found.push(finding("instrument.noOptions", place));
  }
  for (const unit of closedUnits(draft)) {
    if (unit.kind === "battery" && unit.items.length === 0)
      found.push(finding("instrument.noItems", placeOf(unit)));
    if (unit.kind === "numeric") found.push(...numeric(unit));
  }
  return found;
}
