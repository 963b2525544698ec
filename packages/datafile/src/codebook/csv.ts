// The codebook as a table: one line for each value a variable can hold.

import type { LocalText } from "@fieldline/instrument";
import { csv } from "../csv.ts";
import { missingReasons } from "../missing-codes.ts";
import type { FileInput } from "../row.ts";
import { fileVariables, newestFirst } from "../variables/index.ts";
import type { FileVariable } from "../variables/variable.ts";

const header = [
  "variable",
  "label",
  "text",
  "source",
  "type",
  "code",
  "code_label",
  "code_kind",
  "missing_codes",
  "unit",
  "scale",
  "provenance",
  "formula",
  "releases",
] as const;

interface CodeLine {
  readonly code: string | number;
  readonly label: string;
  readonly kind: "value" | "range" | "missing" | "any";
}

/** Missing reasons of a variable with their codes, as far as it can be missing. */
export const missingOf = (variable: FileVariable) =>
  missingReasons.flatMap((reason) => {
    const label = variable.missingLabels[reason];
    return variable.missing && label ? [{ reason, code: variable.missing[reason], label }] : [];
  });

function codeLines(variable: FileVariable, words: (text: LocalText) => string): CodeLine[] {
  const values: CodeLine[] = variable.codes.map(({ code, label }) => ({
    code,
    label: words(label),
    kind: "value",
  }));
  const { range } = variable;
  if (range) values.push({ code: `${range.min}-${range.max}`, label: "", kind: "range" });
  const missing: CodeLine[] = missingOf(variable).map(({ code, label }) => ({
    code,
    label: words(label),
    kind: "missing",
  }));
  if (values.length + missing.length === 0) return [{ code: "", label: "", kind: "any" }];
  return [...values, ...missing];
}

/** Labels are English, `text` is in the source language of the newest release. */
export function codebookCsv(input: Pick<FileInput, "releases">): string {
  const source = newestFirst(input.releases)[0]?.instrument.sourceLanguage ?? "en";
  const words = (text: LocalText): string => text["en"] ?? text[source] ?? "";
  const lines = fileVariables(input.releases).flatMap((variable) =>
    codeLines(variable, words).map((line) => [
      variable.name,
      variable.label,
      variable.text?.[source] ?? "",
      variable.source,
      variable.type,
      line.code,
      line.label,
      line.kind,
      missingOf(variable)
        .map(({ reason, code }) => `${code} ${reason}`)
        .join("; "),
      variable.unit ?? "",
      variable.scale ?? "",
      variable.provenance,
      variable.formula ?? "",
      variable.releases.join(" "),
    ]),
  );
  return csv([header, ...lines]);
}
