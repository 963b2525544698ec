// Reads a whole instrument in its own form, the one that releases freeze.

import type { InstrumentDraft } from "../draft.ts";
import type {
  Block,
  Derived,
  EndKind,
  EnteredMissing,
  Instrument,
  LocalText,
  Next,
  Screening,
  Script,
  ScriptOption,
  SpokenByHour,
} from "../types.ts";
import { localText, scale, wording } from "./instrument-texts.ts";
import { condition, unit } from "./instrument-units.ts";
import {
  anything,
  isRecord,
  list,
  malformed,
  number,
  object,
  oneOf,
  optional,
  type Reader,
  record,
  text,
  truth,
} from "./reader.ts";
import { wallTime } from "./wall-time.ts";

const end = oneOf<EndKind>(["complete", "noEligibleRespondent", "quotaFull", "noPlace", "refused", "later"]);

type To<Where extends Next["to"]> = Extract<Next, { readonly to: Where }>;
const toScript = object<To<"script">>({ to: oneOf(["script"]), script: text });
const toEnd = object<To<"end">>({ to: oneOf(["end"]), end });
const toRest = object<{ readonly to: "units" | "newRespondent" }>({ to: oneOf(["units", "newRespondent"]) });
const next: Reader<Next> = (value, at) => {
  if (!isRecord(value)) return malformed(at, "next step");
  if (value["to"] === "script") return toScript(value, at);
  return value["to"] === "end" ? toEnd(value, at) : toRest(value, at);
};

const script = object<Script>({
  id: text,
  use: text,
  read: wording,
  instruction: optional(wording),
  options: optional(
    list(object<ScriptOption>({ code: number, label: wording, next, set: optional(record(truth)) })),
  ),
});

const block = object<Block>({
  id: text,
  role: oneOf(["quota", "topic", "statistics"]),
  units: list(text),
  rotated: optional(list(list(text))),
});

const derived: Reader<Derived> = (value, at) =>
  isRecord(value) && typeof value["id"] === "string" && typeof value["kind"] === "string"
    ? (value as Derived)
    : malformed(at, "derived variable with id and kind");

const byHour = object<SpokenByHour["texts"]>({ morning: localText, day: localText, evening: localText });

export const instrumentShape = object<InstrumentDraft>({
  id: text,
  version: number,
  title: localText,
  languages: list(text),
  sourceLanguage: text,
  countries: list(object<Instrument["countries"][number]>({ code: text, language: text, timeZone: text })),
  estimatedMinutes: number,
  provenance: text,
  sexVariable: optional(text),
  opening: object<Instrument["opening"]>({ intro: text, steps: list(text) }),
  ends: object<Instrument["ends"]>({
    complete: text,
    noEligibleRespondent: text,
    quotaFull: text,
    noPlace: text,
    refused: text,
    later: text,
  }),
  scripts: record(script),
  probes: record(localText),
  scales: record(scale),
  blocks: list(block),
  units: list(unit),
  screening: list(
    object<Screening>({ after: text, when: condition, script: text, withoutOptions: list(number) }),
  ),
  derived: list(derived),
  figures: list(anything),
  itemProvenance: record(text),
  missingLabels: object<Record<EnteredMissing, LocalText>>({
    dontKnow: localText,
    refused: localText,
    notApplicable: localText,
  }),
  placeholders: record(text),
  greetings: object<Instrument["greetings"]>({
    boundaries: record(
      object<{ readonly dayFrom: string; readonly eveningFrom: string }>({
        dayFrom: wallTime,
        eveningFrom: wallTime,
      }),
    ),
    texts: byHour,
  }),
  goodbyes: object<SpokenByHour>({ texts: byHour }),
  ageText: record(localText),
});
