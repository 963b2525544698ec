// An instrument as a file may hold it before the checks: it can contain what a release cannot.

import type { Instrument, Unit } from "./types.ts";

/** A unit of a kind Fieldline does not ask: an open question, or anything else with no closed answer. */
export interface OpenUnit {
  readonly kind: "open";
  readonly id: string;
  /** The kind as the file names it. */
  readonly named: string;
}

export interface InstrumentDraft extends Omit<Instrument, "units"> {
  readonly units: readonly (Unit | OpenUnit)[];
}

/** The units that can be asked. */
export const closedUnits = (draft: InstrumentDraft): readonly Unit[] =>
  draft.units.filter((unit): unit is Unit => unit.kind !== "open");
