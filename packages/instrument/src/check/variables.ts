// The variables an instrument asks: which unit asks each, and what its answers can be.

import { closedUnits, type InstrumentDraft } from "../draft.ts";
import type { Code, EnteredMissing, Option, Unit } from "../types.ts";
import { placeOf } from "./places.ts";

export interface Asked {
  readonly variable: string;
  readonly unit: Unit;
  readonly place: string;
  /** Closed list of codes, or the range of a number. */
  readonly answers: { readonly codes: readonly Code[] } | { readonly min: number; readonly max: number };
  readonly missing: readonly EnteredMissing[];
  /** Asked only when this number was refused. */
  readonly afterRefusalOf?: string;
  accepts(code: Code): boolean;
}

const codesOf = (options: readonly Option[]): readonly Code[] => options.map(({ code }) => code);

function listed(unit: Unit, variable: string, codes: readonly Code[], missing = unit.allow): Asked {
  return {
    variable,
    unit,
    place: placeOf(unit),
    answers: { codes },
    missing,
    accepts: (code) => codes.includes(code),
  };
}

/** The variables of one unit, in the order they are asked without rotation. */
export function askedByUnit(draft: InstrumentDraft, unit: Unit): readonly Asked[] {
  if (unit.kind === "battery") {
    const codes = codesOf(
      (Object.hasOwn(draft.scales, unit.scale) && draft.scales[unit.scale]?.options) || [],
    );
    return unit.items.map(({ variable }) => listed(unit, variable, codes));
  }
  if (unit.kind === "single") {
    const options = "byCountry" in unit.options ? Object.values(unit.options.byCountry).flat() : unit.options;
    return [listed(unit, unit.variable, codesOf(options))];
  }
  const { entryMin: min, entryMax: max, fallback } = unit;
  const missing: readonly EnteredMissing[] =
    unit.refusedCode === undefined ? unit.allow : [...new Set<EnteredMissing>([...unit.allow, "refused"])];
  const number: Asked = {
    variable: unit.variable,
    unit,
    place: placeOf(unit),
    answers: { min, max },
    missing,
    accepts: (code) => typeof code === "number" && code >= min && code <= max,
  };
  if (!fallback) return [number];
  return [
    number,
    {
      ...listed(unit, fallback.variable, codesOf(fallback.options), fallback.allow),
      place: `${placeOf(unit)}/fallback`,
      afterRefusalOf: unit.variable,
    },
  ];
}

/** All variables, unit by unit as the file lists them. */
export const askedBy = (draft: InstrumentDraft): readonly Asked[] =>
  closedUnits(draft).flatMap((unit) => askedByUnit(draft, unit));
