// All columns of a data file, over every release its interviews were held under.

import type { InstrumentRelease } from "@fieldline/instrument";
import { derivedVariables } from "../derived/variables.ts";
import { factVariables } from "./facts.ts";
import { frameVariables } from "./frame.ts";
import { itemVariables } from "./items.ts";
import type { FileVariable } from "./variable.ts";

/** Same columns of several releases become one, as the newest release has it. */
function merged(perRelease: readonly (readonly FileVariable[])[]): FileVariable[] {
  const byName = new Map<string, FileVariable>();
  for (const variable of perRelease.flat()) {
    const known = byName.get(variable.name);
    byName.set(
      variable.name,
      known ? { ...known, releases: [...known.releases, ...variable.releases] } : variable,
    );
  }
  return [...byName.values()];
}

export const newestFirst = (releases: readonly InstrumentRelease[]): InstrumentRelease[] =>
  releases.toSorted((a, b) => b.number - a.number);

/** Columns in the order of the file: frame, items in questionnaire order, derived variables, facts. */
export function fileVariables(releases: readonly InstrumentRelease[]): FileVariable[] {
  const sorted = newestFirst(releases);
  const items = sorted.map(({ instrument, number }) => itemVariables(instrument, number));
  const own = [
    ...merged(items),
    ...merged(
      sorted.map(({ instrument, number }, i) => derivedVariables(instrument, items[i] ?? [], number)),
    ),
    ...merged(sorted.map(({ instrument, number }) => factVariables(instrument, number))),
  ];
  const taken = new Set(own.map(({ name }) => name));
  return [
    ...frameVariables(
      taken,
      sorted.map(({ number }) => number),
    ),
    ...own,
  ];
}
