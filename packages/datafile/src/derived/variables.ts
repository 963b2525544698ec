// Columns of the derived variables of an instrument.

import type { Instrument } from "@fieldline/instrument";
import { missingCodes } from "../missing-codes.ts";
import { missingWords } from "../variables/missing-words.ts";
import type { FileVariable, ValueLabel } from "../variables/variable.ts";
import { asComputable, type Computable } from "./definition.ts";
import { formulaOf } from "./describe.ts";
import { derivedCodes } from "./labels.ts";

const isIndex = (definition: Computable): boolean =>
  definition.kind === "minMaxIndex" || definition.kind === "meanOf";

function shapeOf(
  definition: Computable,
  codes: readonly ValueLabel[],
): Pick<FileVariable, "type" | "missing" | "range"> {
  if (isIndex(definition)) {
    const range = { min: 0, max: 100 };
    return {
      type: "decimal",
      range,
      missing: missingCodes((value) => value >= range.min && value <= range.max),
    };
  }
  const taken = new Set(codes.map(({ code }) => String(code)));
  return {
    type: definition.kind === "prefix" ? "string" : "integer",
    missing: missingCodes((value) => taken.has(String(value))),
  };
}

const labelOf = (definition: Computable): string =>
  definition.label ?? ("source" in definition ? `${definition.source}, derived` : definition.id);

/** `items`: the columns the derived ones are computed from. Kinds that need more than one interview are left out. */
export function derivedVariables(
  instrument: Instrument,
  items: readonly FileVariable[],
  release: number,
): FileVariable[] {
  const known = new Map(items.map((variable) => [variable.name, variable]));
  return instrument.derived.flatMap((one) => {
    const definition = asComputable(one);
    if (!definition) return [];
    const codes = derivedCodes(definition, known);
    const variable: FileVariable = {
      name: definition.id,
      source: "derived",
      label: labelOf(definition),
      codes,
      ...shapeOf(definition, codes),
      missingLabels: missingWords(instrument),
      provenance: "computed by Fieldline as the instrument defines it",
      formula: formulaOf(definition),
      releases: [release],
    };
    known.set(variable.name, variable);
    return [variable];
  });
}

/** Ids of derived variables that are not in the file, since they are computed over all interviews of a file. */
export const leftOut = (instrument: Instrument): readonly { readonly id: string; readonly kind: string }[] =>
  instrument.derived.filter((one) => asComputable(one) === null).map(({ id, kind }) => ({ id, kind }));
