// Reads the units of an instrument in its own form. A kind that is not asked is kept as an open unit.

import type { OpenUnit } from "../draft.ts";
import type {
  BatteryItem,
  BatteryUnit,
  Condition,
  EnteredMissing,
  NumericUnit,
  Option,
  SingleUnit,
  Unit,
} from "../types.ts";
import { code, optionList, wording } from "./instrument-texts.ts";
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
} from "./reader.ts";

const enteredMissing = oneOf<EnteredMissing>(["dontKnow", "refused", "notApplicable"]);
const allow = list(enteredMissing);

type Having<Key extends string> = Extract<Condition, { readonly [K in Key]: unknown }>;

const compared = object<Having<"is">>({
  variable: text,
  is: oneOf(["eq", "ne", "lt", "le", "gt", "ge"]),
  value: code,
});
const listed = object<Having<"oneOf">>({ variable: text, oneOf: list(code) });
const absent = object<Having<"missing">>({ variable: text, missing: enteredMissing });
const every = object<Having<"all">>({ all: (value, at) => list(condition)(value, at) });
const some = object<Having<"any">>({ any: (value, at) => list(condition)(value, at) });
const negated = object<Having<"not">>({ not: (value, at) => condition(value, at) });

/** A condition of any depth. */
export const condition: Reader<Condition> = (value, at) => {
  if (!isRecord(value)) return malformed(at, "condition");
  if ("all" in value) return every(value, at);
  if ("any" in value) return some(value, at);
  if ("not" in value) return negated(value, at);
  if ("oneOf" in value) return listed(value, at);
  if ("missing" in value) return absent(value, at);
  return compared(value, at);
};

const base = {
  id: text,
  title: text,
  sector: optional(text),
  instruction: optional(wording),
  countryBound: optional(list(text)),
  countryNotes: optional(record(text)),
  allow,
  quota: optional(text),
  when: optional(condition),
  preface: optional(text),
};

const optionsByCountry = object<Extract<SingleUnit["options"], { byCountry: unknown }>>({
  byCountry: record<readonly Option[]>(optionList),
});

const single = object<SingleUnit>({
  ...base,
  kind: oneOf(["single"]),
  variable: text,
  stem: wording,
  options: (value, at) => (isRecord(value) ? optionsByCountry(value, at) : optionList(value, at)),
  readOut: truth,
  prefill: optional(oneOf(["region"])),
});

const numeric = object<NumericUnit>({
  ...base,
  kind: oneOf(["numeric"]),
  variable: text,
  stem: wording,
  entryMin: number,
  entryMax: number,
  validMin: optional(number),
  validMax: optional(number),
  refusedCode: optional(number),
  fallback: optional(
    object<NonNullable<NumericUnit["fallback"]>>({
      variable: text,
      stem: wording,
      options: optionList,
      allow,
    }),
  ),
});

type Reading = BatteryUnit["reading"];
const led = object<Extract<Reading, { form: "lead" }>>({ form: oneOf(["lead"]), lead: wording });
const stemmed = object<Extract<Reading, { form: "stem" }>>({
  form: oneOf(["stem"]),
  stem: wording,
  next: wording,
  appendReadOut: truth,
});

const battery = object<BatteryUnit>({
  ...base,
  kind: oneOf(["battery"]),
  scale: text,
  items: orElse(list(object<BatteryItem>({ variable: text, text: wording })), []),
  rotateItems: truth,
  reading: (value, at) => (isRecord(value) && value["form"] === "lead" ? led(value, at) : stemmed(value, at)),
});

/** The kinds that are asked, by name; whatever else a file names becomes an open unit. */
export const unit: Reader<Unit | OpenUnit> = (value, at) => {
  if (!isRecord(value)) return malformed(at, "unit");
  if (value["kind"] === "single") return single(value, at);
  if (value["kind"] === "numeric") return numeric(value, at);
  if (value["kind"] === "battery") return battery(value, at);
  const id = text(value["id"], at);
  return id === undefined ? undefined : { kind: "open", id, named: String(value["kind"] ?? "") };
};
