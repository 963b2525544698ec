// Reads the units of a delivered questionnaire file.

import { localText } from "../shape/instrument-texts.ts";
import {
  isRecord,
  list,
  malformed,
  number,
  object,
  oneOf,
  optional,
  orElse,
  type Reader,
  record,
  text,
  truth,
} from "../shape/reader.ts";
import type { SourceCondition, SourceOption, SourceRouting, SourceText, SourceUnit } from "./source-types.ts";

export const sourceText: Reader<SourceText> = localText;
const allow = list(oneOf(["dontKnow", "refused", "notApplicable"]));

export const bothSexes =
  <T>(read: Reader<T>): Reader<Readonly<Record<"1" | "2", T>>> =>
  (value, at) => {
    const read2 = record(read)(value, at);
    if (read2 === undefined) return undefined;
    return read2["1"] !== undefined && read2["2"] !== undefined
      ? (read2 as Readonly<Record<"1" | "2", T>>)
      : malformed(at, "texts for 1 and 2");
  };
const textBySex = record(bothSexes(text));

const option = object<SourceOption>({
  code: (value, at) =>
    typeof value === "number" || typeof value === "string" ? value : malformed(at, "number or text"),
  label: (value, at) => (typeof value === "string" ? value : sourceText(value, at)),
  byRespondentSex: optional(textBySex),
});
export const sourceOptions = orElse(list(option), []);

const isCondition = (value: Record<string, unknown>): boolean =>
  ["var", "any", "all", "not"].some((key) => key in value);
const sourceCondition: Reader<SourceCondition> = (value, at) =>
  isRecord(value) && isCondition(value) ? value : malformed(at, "condition");

const when: Reader<SourceRouting["when"]> = (value, at) => {
  if (value === "always" || value === "else") return value;
  if (isRecord(value) && typeof value["quota"] === "string") return { quota: value["quota"] };
  return sourceCondition(value, at);
};

const routing = object<SourceRouting>({
  when,
  // biome-ignore lint/suspicious/noThenProperty: the delivered file names the target of a routing so
  then: object<SourceRouting["then"]>({ script: text, disposition: optional(text), note: optional(text) }),
});

const askedUnit = object<SourceUnit>({
  id: text,
  order: number,
  block: text,
  type: text,
  title: text,
  allow,
  quota: optional(text),
  sector: optional(text),
  when: optional(sourceCondition),
  routing: optional(list(routing)),
  instr: optional(sourceText),
  countryNotes: optional(record(text)),
  var: optional(text),
  stem: optional(sourceText),
  byRespondentSex: optional(textBySex),
  options: optional(sourceOptions),
  optionsByCountry: optional(record(sourceOptions)),
  quotaRegion: optional(record(text)),
  readOut: optional(truth),
  prefill: optional(oneOf(["sample.region"])),
  min: optional(number),
  max: optional(number),
  entryMin: optional(number),
  entryMax: optional(number),
  refusedCode: optional(number),
  fallback: optional(
    object<NonNullable<SourceUnit["fallback"]>>({
      when: optional(sourceCondition),
      var: text,
      stem: sourceText,
      options: sourceOptions,
      allow,
    }),
  ),
  scale: optional(text),
  rotateItems: optional(truth),
  lead: optional(sourceText),
  stemNext: optional(sourceText),
  appendReadOut: optional(truth),
  items: optional(
    list(object<{ readonly var: string; readonly text: SourceText }>({ var: text, text: sourceText })),
  ),
});

/** Fields of units that are not asked are nobody's concern: the unit itself is refused. */
export const sourceUnit: Reader<SourceUnit> = (value, at) => {
  const type = isRecord(value) ? value["type"] : undefined;
  if (!isRecord(value) || type === "single" || type === "numeric" || type === "battery")
    return askedUnit(value, at);
  const { id, block } = value;
  if (typeof id !== "string" || typeof block !== "string") return malformed(at, "unit with id and block");
  return { id, block, order: 0, type: String(type ?? ""), title: "", allow: [] };
};
