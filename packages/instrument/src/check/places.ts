// Walks an instrument: every wording, every plain text, every list of options, each with its place.

import { closedUnits, type InstrumentDraft } from "../draft.ts";
import type { Code, LocalText, Unit, Wording } from "../types.ts";

export interface PlacedWording {
  readonly place: string;
  readonly wording: Wording;
  /** `{item}` is filled here, and must stand in every language. */
  readonly takesItem?: true;
}

export interface PlacedText {
  readonly place: string;
  readonly text: LocalText;
}

export interface PlacedOptions {
  readonly place: string;
  readonly options: readonly { readonly code: Code; readonly label: Wording }[];
}

export const placeOf = (unit: { readonly id: string }): string => `units/${unit.id}`;

function stemsOf(unit: Unit): PlacedWording[] {
  const place = placeOf(unit);
  if (unit.kind === "single") return [{ place: `${place}/stem`, wording: unit.stem }];
  if (unit.kind === "numeric") {
    const stem = { place: `${place}/stem`, wording: unit.stem };
    return unit.fallback ? [stem, { place: `${place}/fallback/stem`, wording: unit.fallback.stem }] : [stem];
  }
  const items = unit.items.map(({ variable, text }) => ({
    place: `${place}/items/${variable}`,
    wording: text,
  }));
  if (unit.reading.form === "lead") return [{ place: `${place}/lead`, wording: unit.reading.lead }, ...items];
  return [
    { place: `${place}/stem`, wording: unit.reading.stem, takesItem: true },
    { place: `${place}/next`, wording: unit.reading.next, takesItem: true },
    ...items,
  ];
}

/** The answer lists of one unit that stand in the unit itself; a battery's are its scale's. */
function optionListsOf(unit: Unit): PlacedOptions[] {
  const place = placeOf(unit);
  if (unit.kind === "battery") return [];
  if (unit.kind === "numeric") {
    return unit.fallback ? [{ place: `${place}/fallback/options`, options: unit.fallback.options }] : [];
  }
  if (!("byCountry" in unit.options)) return [{ place: `${place}/options`, options: unit.options }];
  return Object.entries(unit.options.byCountry).map(([country, options]) => ({
    place: `${place}/options/${country}`,
    options,
  }));
}

const labelsOf = ({ place, options }: PlacedOptions): PlacedWording[] =>
  options.map(({ code, label }) => ({ place: `${place}/${code}`, wording: label }));

export function wordingsOfUnit(unit: Unit): readonly PlacedWording[] {
  const instruction = unit.instruction
    ? [{ place: `${placeOf(unit)}/instruction`, wording: unit.instruction }]
    : [];
  return [...stemsOf(unit), ...instruction, ...optionListsOf(unit).flatMap(labelsOf)];
}

export function optionLists(draft: InstrumentDraft): readonly PlacedOptions[] {
  return [
    ...closedUnits(draft).flatMap(optionListsOf),
    ...Object.entries(draft.scales).map(([id, { options }]) => ({ place: `scales/${id}/options`, options })),
    ...Object.entries(draft.scripts).flatMap(([id, { options }]) =>
      options ? [{ place: `scripts/${id}/options`, options }] : [],
    ),
  ];
}

export function wordings(draft: InstrumentDraft): readonly PlacedWording[] {
  const scripts = Object.entries(draft.scripts).flatMap(([id, { read, instruction }]) => [
    { place: `scripts/${id}/read`, wording: read },
    ...(instruction ? [{ place: `scripts/${id}/instruction`, wording: instruction }] : []),
  ]);
  const shared = optionLists(draft).filter(({ place }) => !place.startsWith("units/"));
  const reminders = Object.entries(draft.scales).map(([id, { readOut }]) => ({
    place: `scales/${id}/readOut`,
    wording: readOut,
  }));
  return [
    ...closedUnits(draft).flatMap(wordingsOfUnit),
    ...scripts,
    ...reminders,
    ...shared.flatMap(labelsOf),
  ];
}

const entriesOf = (room: string, texts: Readonly<Record<string, LocalText>>): PlacedText[] =>
  Object.entries(texts).map(([key, text]) => ({ place: `${room}/${key}`, text }));

/** Texts without variants. */
export const plainTexts = (draft: InstrumentDraft): readonly PlacedText[] => [
  { place: "title", text: draft.title },
  ...entriesOf("probes", draft.probes),
  ...entriesOf("missingLabels", draft.missingLabels),
  ...entriesOf("greetings/texts", draft.greetings.texts),
  ...entriesOf("goodbyes/texts", draft.goodbyes.texts),
  ...entriesOf("ageText", draft.ageText),
];
