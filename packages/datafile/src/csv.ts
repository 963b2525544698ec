// The data file: one row an interview, a value or a missing code in every cell.

import { stringify } from "csv-stringify/sync";
import { computeDerived } from "./derived/compute.ts";
import type { FileInput, FileRow } from "./row.ts";
import { type FileValue, valueIn } from "./values.ts";
import { factsOf, factValue } from "./variables/facts.ts";
import { frameCells } from "./variables/frame.ts";
import { fileVariables } from "./variables/index.ts";
import type { FileVariable } from "./variables/variable.ts";

/**
 * Rows as CSV for machines: UTF-8, comma, quotes where needed, line feed, one line of names. Nothing is escaped
 * for spreadsheets, since that would alter values such as `+420…` or `-1`.
 */
export const csv = (lines: readonly (readonly (string | number)[])[]): string =>
  stringify(lines as (string | number)[][]);

function cell(variable: FileVariable, value: FileValue): string | number {
  if ("value" in value) return value.value;
  const code = variable.missing?.[value.missing];
  return code === undefined ? "" : String(code);
}

/** All values of a row: answers, what is derived from them, facts. */
function valuesOf(row: FileRow, input: FileInput): Record<string, FileValue> {
  const instrument = input.releases.find(({ number }) => number === row.release)?.instrument;
  if (!instrument) return { ...row.answers };
  const facts = factsOf(instrument).map((fact) => [fact.column, factValue(fact, row)] as const);
  return {
    ...row.answers,
    ...computeDerived(instrument.derived, row.country, row.answers),
    ...Object.fromEntries(facts),
  };
}

/** The data file of an export; rows stand in the order handed in. */
export function csvData(input: FileInput): string {
  const variables = fileVariables(input.releases);
  const own = variables.filter(({ source }) => source !== "frame");
  const lines = input.rows.map((row) => {
    const values = valuesOf(row, input);
    return [
      ...frameCells(row, input.wave),
      ...own.map((variable) => cell(variable, valueIn(values, variable.name))),
    ];
  });
  return csv([variables.map(({ name }) => name), ...lines]);
}
