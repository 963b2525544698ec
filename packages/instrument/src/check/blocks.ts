// Blocks and references: every unit stands in exactly one place, every script and unit named exists.

import { closedUnits, type InstrumentDraft } from "../draft.ts";
import { type Finding, finding } from "../findings.ts";
import type { Block } from "../types.ts";
import { placeOf } from "./places.ts";

function repeatedIn(units: readonly string[]): ReadonlySet<string> {
  return new Set(units.filter((unit, index) => units.indexOf(unit) !== index));
}

function checkBlock({ id, units, rotated = [] }: Block, known: ReadonlySet<string>): Finding[] {
  const place = `blocks/${id}`;
  const moving = rotated.flat();
  const strangers = [...new Set([...units, ...moving])].filter((unit) => !known.has(unit));
  const elsewhere = [...new Set(moving)].filter((unit) => known.has(unit) && !units.includes(unit));
  return [
    ...strangers.map((unit) => finding("instrument.unknownUnit", place, { unit })),
    ...elsewhere.map((unit) => finding("instrument.unitNotPlaced", `${place}/rotated`, { unit })),
    ...[...repeatedIn(moving)].map((unit) =>
      finding("instrument.unitPlacedTwice", `${place}/rotated`, { unit }),
    ),
  ];
}

function placing(draft: InstrumentDraft): Finding[] {
  const known = new Set(draft.units.map(({ id }) => id));
  const placed = draft.blocks.flatMap(({ units }) => units);
  const twice = repeatedIn(placed);
  return [
    ...draft.blocks.flatMap((block) => checkBlock(block, known)),
    ...[...known]
      .filter((unit) => !placed.includes(unit))
      .map((unit) => finding("instrument.unitNotPlaced", `units/${unit}`, { unit })),
    ...[...known]
      .filter((unit) => twice.has(unit))
      .map((unit) => finding("instrument.unitPlacedTwice", `units/${unit}`, { unit })),
  ];
}

function references(draft: InstrumentDraft): { readonly place: string; readonly script: string }[] {
  return [
    { place: "opening/intro", script: draft.opening.intro },
    ...draft.opening.steps.map((script) => ({ place: "opening/steps", script })),
    ...Object.entries(draft.ends).map(([end, script]) => ({ place: `ends/${end}`, script })),
    ...closedUnits(draft).flatMap((unit) =>
      unit.preface === undefined ? [] : [{ place: `${placeOf(unit)}/preface`, script: unit.preface }],
    ),
    ...draft.screening.map(({ after, script }) => ({ place: `screening/${after}`, script })),
    ...Object.entries(draft.scripts).flatMap(([id, { options = [] }]) =>
      options.flatMap(({ code, next }) =>
        next.to === "script" ? [{ place: `scripts/${id}/options/${code}`, script: next.script }] : [],
      ),
    ),
  ];
}

function screening(draft: InstrumentDraft): Finding[] {
  const known = new Set(draft.units.map(({ id }) => id));
  return draft.screening.flatMap(({ after, script, withoutOptions }) => {
    const place = `screening/${after}`;
    const offered = (draft.scripts[script]?.options ?? []).map(({ code }) => code);
    return [
      ...(known.has(after) ? [] : [finding("instrument.unknownUnit", place, { unit: after })]),
      ...withoutOptions
        .filter((code) => !offered.includes(code))
        .map((code) => finding("instrument.unknownOption", place, { script, code })),
    ];
  });
}

export const checkBlocks = (draft: InstrumentDraft): readonly Finding[] => [
  ...placing(draft),
  ...references(draft)
    .filter(({ script }) => !Object.hasOwn(draft.scripts, script))
    .map(({ place, script }) => finding("instrument.unknownScript", place, { script })),
  ...screening(draft),
];
