// Columns of the items asked, in the order of the questionnaire, fallback questions included.

import type {
  BatteryItem,
  BatteryUnit,
  Code,
  Country,
  Instrument,
  LocalText,
  NumericUnit,
  Option,
  SingleUnit,
  Unit,
  Wording,
} from "@fieldline/instrument";
import { missingCodes } from "../missing-codes.ts";
import { missingWords } from "./missing-words.ts";
import type { FileVariable, ValueLabel } from "./variable.ts";

const english = (text: LocalText): string => text["en"] ?? Object.values(text)[0] ?? "";

const asLabels = (options: readonly Option[], country?: Country): ValueLabel[] =>
  options.map(({ code, label }) => ({
    code,
    label: label.text,
    ...(label.byCountry ? { labelByCountry: label.byCountry } : {}),
    ...(country === undefined ? {} : { country }),
  }));

/** Every value an option list can yield, over all countries, in the order first met. */
function valueLabels(options: SingleUnit["options"]): ValueLabel[] {
  const all =
    "byCountry" in options
      ? Object.entries(options.byCountry).flatMap(([country, own]) => asLabels(own, country))
      : asLabels(options);
  const seen = new Set<Code>();
  return all.filter(({ code }) => !seen.has(code) && seen.add(code));
}

const typeOf = (codes: readonly ValueLabel[]): FileVariable["type"] =>
  codes.some(({ code }) => typeof code === "string") ? "string" : "integer";

/** Missing codes beside a closed list: numbers and digits in string codes both count as taken. */
const beside = (codes: readonly ValueLabel[]) => {
  const taken = new Set(codes.map(({ code }) => String(code)));
  return missingCodes((value) => taken.has(String(value)));
};

const spoken = (wording: Wording): Pick<FileVariable, "text" | "textByCountry"> => ({
  text: wording.text,
  ...(wording.byCountry ? { textByCountry: wording.byCountry } : {}),
});

/** What is heard for one item of a battery, put together in every language. */
function itemText(unit: BatteryUnit, item: BatteryItem): LocalText {
  const frame = unit.reading.form === "lead" ? unit.reading.lead.text : unit.reading.stem.text;
  return Object.fromEntries(
    Object.entries(item.text.text).map(([language, words]) => {
      const around = frame[language] ?? "";
      return [
        language,
        unit.reading.form === "lead" ? `${around} ${words}` : around.replaceAll("{item}", words),
      ];
    }),
  );
}

function singleVariable(unit: SingleUnit, shared: Shared): FileVariable {
  const codes = valueLabels(unit.options);
  return {
    ...shared(unit.variable),
    name: unit.variable,
    type: typeOf(codes),
    label: unit.title,
    ...spoken(unit.stem),
    codes,
    missing: beside(codes),
  };
}

function numericVariables(unit: NumericUnit, shared: Shared): FileVariable[] {
  const { entryMin: min, entryMax: max, fallback } = unit;
  const number: FileVariable = {
    ...shared(unit.variable),
    name: unit.variable,
    type: "integer",
    label: unit.title,
    ...spoken(unit.stem),
    codes: [],
    range: { min, max },
    missing: missingCodes((value) => value >= min && value <= max),
  };
  if (!fallback) return [number];
  const codes = valueLabels(fallback.options);
  const asked: FileVariable = {
    ...shared(fallback.variable),
    name: fallback.variable,
    type: typeOf(codes),
    label: `${unit.title}, in groups (asked when the number was refused)`,
    ...spoken(fallback.stem),
    codes,
    missing: beside(codes),
  };
  return [number, asked];
}

function batteryVariables(unit: BatteryUnit, instrument: Instrument, shared: Shared): FileVariable[] {
  const codes = valueLabels(instrument.scales[unit.scale]?.options ?? []);
  return unit.items.map((item) => ({
    ...shared(item.variable),
    name: item.variable,
    type: typeOf(codes),
    label: `${unit.title}: ${english(item.text.text)}`,
    text: itemText(unit, item),
    scale: unit.scale,
    codes,
    missing: beside(codes),
  }));
}

type Shared = (
  variable: string,
) => Pick<FileVariable, "source" | "unit" | "missingLabels" | "provenance" | "countryNotes" | "releases">;

/** Named in the commissioning report or reconstructed; families of variables are noted as `will_*`. */
function provenanceOf(instrument: Instrument, variable: string): string {
  const exact = instrument.itemProvenance[variable];
  if (exact !== undefined) return exact;
  for (const [names, note] of Object.entries(instrument.itemProvenance)) {
    const families = names.split(",").map((name) => name.trim());
    if (families.some((name) => name.endsWith("*") && variable.startsWith(name.slice(0, -1)))) return note;
  }
  return "wording ours";
}

function unitVariables(unit: Unit, instrument: Instrument, release: number): FileVariable[] {
  const shared: Shared = (variable) => ({
    source: "item",
    unit: unit.id,
    missingLabels: missingWords(instrument),
    provenance: provenanceOf(instrument, variable),
    ...(unit.countryNotes ? { countryNotes: unit.countryNotes } : {}),
    releases: [release],
  });
  switch (unit.kind) {
    case "single":
      return [singleVariable(unit, shared)];
    case "numeric":
      return numericVariables(unit, shared);
    case "battery":
      return batteryVariables(unit, instrument, shared);
  }
}

/** Columns of everything an instrument asks, block by block. */
export function itemVariables(instrument: Instrument, release: number): FileVariable[] {
  const byId = new Map(instrument.units.map((unit) => [unit.id, unit]));
  return instrument.blocks
    .flatMap((block) => block.units)
    .map((id) => byId.get(id))
    .filter((unit) => unit !== undefined)
    .flatMap((unit) => unitVariables(unit, instrument, release));
}
