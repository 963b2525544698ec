// Reads a delivered questionnaire file and reports every place that is not as it should be.

import {
  anything,
  isRecord,
  list,
  malformed,
  number,
  object,
  oneOf,
  optional,
  orElse,
  record,
  text,
  truth,
} from "../shape/reader.ts";
import { wallTime } from "../shape/wall-time.ts";
import type { SourceDocument, SourceScale, SourceScript } from "./source-types.ts";
import { bothSexes, sourceOptions, sourceText, sourceUnit } from "./source-unit-shape.ts";

const scale = object<SourceScale>({
  id: text,
  options: sourceOptions,
  readOut: sourceText,
  score: optional(record(number)),
  byRespondentSex: optional(
    record(
      bothSexes(
        object<{ readonly readOut: string; readonly labels: readonly string[] }>({
          readOut: orElse(text, ""),
          labels: orElse(list(text), []),
        }),
      ),
    ),
  ),
});

const script = object<SourceScript>({
  id: text,
  use: text,
  read: sourceText,
  instr: optional(sourceText),
  options: optional(
    list(
      object<NonNullable<SourceScript["options"]>[number]>({
        code: number,
        label: sourceText,
        next: text,
        set: optional(record(truth)),
      }),
    ),
  ),
});

const byHour = object<SourceDocument["goodbyes"]>({
  morning: sourceText,
  day: sourceText,
  evening: sourceText,
});

export const sourceShape = object<SourceDocument>({
  meta: object<SourceDocument["meta"]>({
    id: text,
    version: number,
    title: sourceText,
    languages: list(text),
    sourceLanguage: text,
    countries: list(
      object<SourceDocument["meta"]["countries"][number]>({
        code: text,
        iso: text,
        language: text,
        timeZone: text,
        n: number,
      }),
    ),
    maxUnits: number,
    units: number,
    openQuestions: number,
    estimatedMinutes: number,
    provenance: text,
  }),
  itemProvenance: record(text),
  codes: anything,
  specialLabels: object<SourceDocument["specialLabels"]>({
    dontKnow: sourceText,
    refused: sourceText,
    notApplicable: sourceText,
  }),
  greetings: object<SourceDocument["greetings"]>({
    rule: text,
    boundaries: record(
      object<{ readonly dayFrom: string; readonly eveningFrom: string }>({
        dayFrom: wallTime,
        eveningFrom: wallTime,
      }),
    ),
    texts: byHour,
  }),
  goodbyes: byHour,
  ageText: record(sourceText),
  scripts: record(script),
  probes: record(sourceText),
  scales: record(scale),
  blocks: list(
    object<SourceDocument["blocks"][number]>({
      id: oneOf(["quota", "topic", "statistics"]),
      units: list(text),
      rotation: optional(
        object<NonNullable<SourceDocument["blocks"][number]["rotation"]>>({
          unitsRotated: list(list(text)),
          note: optional(text),
        }),
      ),
    }),
  ),
  units: list(sourceUnit),
  derived: list((value, at) =>
    isRecord(value) && typeof value["id"] === "string" && typeof value["kind"] === "string"
      ? (value as { readonly id: string; readonly kind: string })
      : malformed(at, "derived variable with id and kind"),
  ),
  figures: list(anything),
  placeholders: record(text),
});
