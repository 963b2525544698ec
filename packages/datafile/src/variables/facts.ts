// Columns of facts that a script's option sets, such as whether anybody may listen in.

import type { Instrument } from "@fieldline/instrument";
import { missingCodes } from "../missing-codes.ts";
import type { FileRow } from "../row.ts";
import type { FileValue } from "../values.ts";
import { missingWords } from "./missing-words.ts";
import type { FileVariable } from "./variable.ts";

/** `monitoringAllowed` is the column `monitoring_allowed`. */
const columnName = (fact: string): string => fact.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

interface Fact {
  readonly name: string;
  readonly column: string;
  /** Values an option can set it to. */
  readonly settable: ReadonlySet<boolean>;
  /** Scripts that set it. */
  readonly scripts: readonly string[];
}

export function factsOf(instrument: Instrument): Fact[] {
  const facts = new Map<string, { settable: Set<boolean>; scripts: string[] }>();
  for (const script of Object.values(instrument.scripts)) {
    for (const [name, value] of (script.options ?? []).flatMap((option) =>
      Object.entries(option.set ?? {}),
    )) {
      const known = facts.get(name) ?? { settable: new Set<boolean>(), scripts: [] };
      known.settable.add(value);
      if (!known.scripts.includes(script.id)) known.scripts.push(script.id);
      facts.set(name, known);
    }
  }
  return [...facts].map(([name, { settable, scripts }]) => ({
    name,
    column: columnName(name),
    settable,
    scripts,
  }));
}

/**
 * A fact of an interview as 1 or 0. Where options can only set it to one of the two, an interview in which none
 * of them was taken holds the other.
 */
export function factValue(fact: Fact, row: FileRow): FileValue {
  const set = row.facts[fact.name];
  if (set !== undefined) return { value: set ? 1 : 0 };
  const [only, ...others] = fact.settable;
  return only === undefined || others.length > 0 ? { missing: "notAsked" } : { value: only ? 0 : 1 };
}

export const factVariables = (instrument: Instrument, release: number): FileVariable[] =>
  factsOf(instrument).map((fact) => ({
    name: fact.column,
    source: "fact",
    type: "integer",
    label: `Set by script ${fact.scripts.join(", ")}: ${fact.name}`,
    codes: [
      { code: 0, label: { en: "no", cs: "ne", da: "nej", de: "nein", fr: "non" } },
      { code: 1, label: { en: "yes", cs: "ano", da: "ja", de: "ja", fr: "oui" } },
    ],
    missing: missingCodes((value) => value === 0 || value === 1),
    missingLabels: { notAsked: missingWords(instrument).notAsked },
    provenance: "recorded by Fieldline",
    releases: [release],
  }));
