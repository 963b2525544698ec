// Names: unit ids, variables and codes stand for one thing each, and whatever is named exists.

import { type AtomicCondition, atomsOf } from "../conditions.ts";
import { closedUnits, type InstrumentDraft } from "../draft.ts";
import { type Finding, finding } from "../findings.ts";
import { isRecord } from "../shape/reader.ts";
import type { Code, Condition } from "../types.ts";
import { optionLists, placeOf, wordings } from "./places.ts";
import { type Asked, askedBy } from "./variables.ts";

function repeated<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

function uniqueness(draft: InstrumentDraft, asked: readonly Asked[]): Finding[] {
  const variables = [...asked.map(({ variable }) => variable), ...draft.derived.map(({ id }) => id)];
  const placeOfVariable = (variable: string) =>
    asked.filter((one) => one.variable === variable).at(-1)?.place ?? `derived/${variable}`;
  return [
    ...repeated(draft.units.map(({ id }) => id)).map((unit) =>
      finding("instrument.unitNotUnique", `units/${unit}`, { unit }),
    ),
    ...repeated(variables).map((variable) =>
      finding("instrument.variableNotUnique", placeOfVariable(variable), { variable }),
    ),
    ...optionLists(draft).flatMap(({ place, options }) =>
      repeated(options.map(({ code }) => code)).map((code) =>
        finding("instrument.codeNotUnique", place, { code }),
      ),
    ),
    ...repeated(draft.countries.map(({ code }) => code)).map((code) =>
      finding("instrument.codeNotUnique", "countries", { code }),
    ),
  ];
}

/** Conditions with the place each stands at. */
const conditionsOf = (draft: InstrumentDraft): { readonly place: string; readonly when: Condition }[] => [
  ...closedUnits(draft).flatMap((unit) =>
    unit.when ? [{ place: `${placeOf(unit)}/when`, when: unit.when }] : [],
  ),
  ...draft.screening.map(({ after, when }) => ({ place: `screening/${after}`, when })),
];

/** Codes and reasons that a comparison names exactly and its variable never has. */
function strangeCodes(atom: AtomicCondition, asked: Asked): readonly Code[] {
  if ("missing" in atom) return asked.missing.includes(atom.missing) ? [] : [atom.missing];
  if ("oneOf" in atom) return atom.oneOf.filter((code) => !asked.accepts(code));
  const exact = atom.is === "eq" || atom.is === "ne";
  return exact && !asked.accepts(atom.value) ? [atom.value] : [];
}

function conditions(draft: InstrumentDraft, asked: readonly Asked[]): Finding[] {
  const known = new Map(asked.map((one) => [one.variable, one]));
  return conditionsOf(draft).flatMap(({ place, when }) =>
    atomsOf(when).flatMap((atom) => {
      const { variable } = atom;
      const one = known.get(variable);
      return one
        ? strangeCodes(atom, one).map((code) => finding("instrument.unknownCode", place, { variable, code }))
        : [finding("instrument.unknownVariable", place, { variable })];
    }),
  );
}

const namesIn = (detail: unknown): string[] =>
  (Array.isArray(detail) ? detail : [detail]).filter((name): name is string => typeof name === "string");

function results(draft: InstrumentDraft, asked: readonly Asked[]): Finding[] {
  const known = new Set([...asked.map(({ variable }) => variable), ...draft.derived.map(({ id }) => id)]);
  const missing = (place: string, names: readonly string[]) =>
    names
      .filter((variable) => !known.has(variable))
      .map((variable) => finding("instrument.unknownVariable", place, { variable }));
  return [
    ...draft.derived.flatMap((one) =>
      missing(
        `derived/${one.id}`,
        ["items", "source", "fallback"].flatMap((key) => namesIn(one[key])),
      ),
    ),
    ...draft.figures.flatMap((figure, index) =>
      isRecord(figure) ? missing(`figures/${index + 1}`, namesIn(figure["variables"])) : [],
    ),
  ];
}

function sexVariable(draft: InstrumentDraft, asked: readonly Asked[]): Finding[] {
  const { sexVariable: variable } = draft;
  if (variable === undefined) {
    return wordings(draft).some(({ wording }) => wording.bySex)
      ? [finding("instrument.sexVariableMissing", "sexVariable")]
      : [];
  }
  const one = asked.find((candidate) => candidate.variable === variable);
  if (!one) return [finding("instrument.unknownVariable", "sexVariable", { variable })];
  return [1, 2]
    .filter((code) => !one.accepts(code))
    .map((code) => finding("instrument.unknownCode", "sexVariable", { variable, code }));
}

export function checkNames(draft: InstrumentDraft): readonly Finding[] {
  const asked = askedBy(draft);
  const scales = closedUnits(draft).flatMap((unit) =>
    unit.kind === "battery" && !Object.hasOwn(draft.scales, unit.scale)
      ? [finding("instrument.unknownScale", placeOf(unit), { scale: unit.scale })]
      : [],
  );
  return [
    ...uniqueness(draft, asked),
    ...scales,
    ...conditions(draft, asked),
    ...results(draft, asked),
    ...sexVariable(draft, asked),
  ];
}
