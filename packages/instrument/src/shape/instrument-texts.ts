// Reads the texts of an instrument in its own form. A text that is absent reads as one in no language.

import type { Code, LocalText, Option, ResponseScale, Wording } from "../types.ts";
import {
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
} from "./reader.ts";

export const localText: Reader<LocalText> = orElse(record(text), {});

const bothSexes = object<Readonly<Record<"1" | "2", string>>>({
  "1": orElse(text, ""),
  "2": orElse(text, ""),
});

const presentWording = object<Wording>({
  text: localText,
  bySex: optional(record(bothSexes)),
  byCountry: optional(record(localText)),
  provenance: optional(oneOf(["ours"])),
});
export const wording: Reader<Wording> = orElse(presentWording, { text: {} });

export const code: Reader<Code> = (value, at) =>
  (typeof value === "number" && Number.isFinite(value)) || typeof value === "string"
    ? value
    : malformed(at, "number or text");

export const optionList: Reader<readonly Option[]> = orElse(
  list(object<Option>({ code, label: wording })),
  [],
);

export const scale = object<ResponseScale>({
  id: text,
  options: optionList,
  readOut: wording,
  score: optional(record(number)),
});
