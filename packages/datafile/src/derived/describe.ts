// How a derived variable is computed, in one line that a reader of the codebook can repeat by hand.

import type { Computable } from "./definition.ts";

const list = (names: readonly string[]): string => names.join(", ");
const pairs = (map: Readonly<Record<string, number>>): string =>
  Object.entries(map)
    .map(([from, to]) => `${from} = ${to}`)
    .join(", ");

export function formulaOf(definition: Computable): string {
  switch (definition.kind) {
    case "minMaxIndex":
      return `mean of the scores (${pairs(definition.score)}) of ${list(definition.items)}, if at least ${definition.minValid} are valid`;
    case "meanOf":
      return `mean of ${list(definition.items)}, if at least ${definition.minValid} are valid`;
    case "bestOf":
      return `lowest valid code of ${list(definition.items)}`;
    case "bands":
      return `${definition.source} in bands (${definition.bands.map(([code, from, to]) => `${code} = ${from} to ${to}`).join(", ")})${definition.fallback ? `; where it is missing, ${definition.fallback}` : ""}`;
    case "recode":
      return `${definition.source} recoded: ${pairs(definition.map)}`;
    case "prefix":
      return `first characters of ${definition.source} (${pairs(definition.lengthByCountry)})`;
  }
}
