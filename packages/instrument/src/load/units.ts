// Turns the units of a delivered file into ours.

import type { OpenUnit } from "../draft.ts";
import { type Finding, finding } from "../findings.ts";
import type { BatteryUnit, NumericUnit, Option, SingleUnit, Unit } from "../types.ts";
import { conditionFrom, missingPart } from "./conditions.ts";
import type { SourceOption, SourceUnit } from "./source-types.ts";
import type { Words } from "./words.ts";

export interface UnitContext {
  readonly words: Words;
  readonly found: Finding[];
  /** Script read out before a unit, by unit id. */
  readonly prefaces: ReadonlyMap<string, string>;
  /** Places inside a unit that are bound to a country, by unit id. */
  readonly countryBound: ReadonlyMap<string, readonly string[]>;
}

const optionsFrom = (options: readonly SourceOption[], place: string, words: Words): Option[] =>
  options.map((option) => ({
    code: option.code,
    label: words.at(`${place}/${option.code}`, option.label, option.byRespondentSex),
  }));

function common(unit: SourceUnit, place: string, context: UnitContext) {
  const preface = context.prefaces.get(unit.id);
  const countryBound = context.countryBound.get(unit.id);
  const when = unit.when && conditionFrom(unit.when, `${place}/when`, context.found);
  return {
    id: unit.id,
    title: unit.title,
    allow: unit.allow,
    ...(unit.sector && { sector: unit.sector }),
    ...(unit.instr && { instruction: context.words.at(`${place}/instruction`, unit.instr) }),
    ...(countryBound && { countryBound }),
    ...(unit.countryNotes && { countryNotes: unit.countryNotes }),
    ...(unit.quota && { quota: unit.quota }),
    ...(when && { when }),
    ...(preface && { preface }),
  };
}

function single(unit: SourceUnit, place: string, context: UnitContext): SingleUnit {
  const { words } = context;
  const byCountry = unit.optionsByCountry;
  return {
    ...common(unit, place, context),
    kind: "single",
    variable: unit.var ?? "",
    stem: words.at(`${place}/stem`, unit.stem ?? {}, unit.byRespondentSex),
    options: byCountry
      ? {
          byCountry: Object.fromEntries(
            Object.entries(byCountry).map(([country, options]) => [
              country,
              optionsFrom(options, `${place}/options/${country}`, words),
            ]),
          ),
        }
      : optionsFrom(unit.options ?? [], `${place}/options`, words),
    readOut: unit.readOut ?? true,
    ...(unit.prefill && { prefill: "region" as const }),
  };
}

function numeric(unit: SourceUnit, place: string, context: UnitContext): NumericUnit {
  const { words } = context;
  const { fallback } = unit;
  const entryMin = unit.entryMin ?? unit.min;
  const entryMax = unit.entryMax ?? unit.max;
  if (entryMin === undefined || entryMax === undefined) {
    context.found.push(missingPart(place, "entryMin and entryMax"));
  }
  return {
    ...common(unit, place, context),
    kind: "numeric",
    variable: unit.var ?? "",
    stem: words.at(`${place}/stem`, unit.stem ?? {}, unit.byRespondentSex),
    entryMin: entryMin ?? 0,
    entryMax: entryMax ?? 0,
    ...(unit.min !== undefined && { validMin: unit.min }),
    ...(unit.max !== undefined && { validMax: unit.max }),
    ...(unit.refusedCode !== undefined && { refusedCode: unit.refusedCode }),
    ...(fallback && {
      fallback: {
        variable: fallback.var,
        stem: words.at(`${place}/fallback/stem`, fallback.stem),
        options: optionsFrom(fallback.options, `${place}/fallback/options`, words),
        allow: fallback.allow,
      },
    }),
  };
}

function battery(unit: SourceUnit, place: string, context: UnitContext): BatteryUnit {
  const { words } = context;
  return {
    ...common(unit, place, context),
    kind: "battery",
    scale: unit.scale ?? "",
    items: (unit.items ?? []).map((item) => ({
      variable: item.var,
      text: words.at(`${place}/items/${item.var}`, item.text),
    })),
    rotateItems: unit.rotateItems ?? false,
    reading: unit.lead
      ? { form: "lead", lead: words.at(`${place}/lead`, unit.lead, unit.byRespondentSex) }
      : {
          form: "stem",
          stem: words.at(`${place}/stem`, unit.stem ?? {}, unit.byRespondentSex),
          next: words.at(`${place}/next`, unit.stemNext ?? {}),
          appendReadOut: unit.appendReadOut ?? false,
        },
  };
}

/** Our form of one unit; a kind that is not asked becomes an open unit, which no release accepts. */
export function unitFrom(unit: SourceUnit, context: UnitContext): Unit | OpenUnit {
  const place = `units/${unit.id}`;
  if (unit.type === "battery") return battery(unit, place, context);
  if (unit.type !== "single" && unit.type !== "numeric") {
    return { kind: "open", id: unit.id, named: unit.type };
  }
  if (!unit.var) context.found.push(finding("instrument.malformed", place, { expected: "var" }));
  return unit.type === "single" ? single(unit, place, context) : numeric(unit, place, context);
}
