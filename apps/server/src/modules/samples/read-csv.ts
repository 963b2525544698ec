// Files of comma-separated values as rows by column; what is wrong with one is said without quoting anything of it.

import { fail, ok, type Problem, type Result } from "@fieldline/kernel";
import { checkDoNotCallHeader, checkSampleHeader, type SampleFields } from "@fieldline/sampling";
import { CsvError, parse } from "csv-parse/sync";

/** Rows, or every problem of the header, or the one with which reading stopped. */
export type CsvReading<Row> =
  | { readonly ok: true; readonly rows: readonly Row[] }
  | { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] };

type CheckHeader = (header: readonly string[]) => readonly Problem[];

function readCsv<Row>(text: string, checkHeader: CheckHeader): CsvReading<Row> {
  const read = cellsOf(text.trimEnd());
  if (!read.ok) return { ok: false, problems: [read.problem] };
  const [header = [], ...rows] = read.value;
  const [first, ...others] = checkHeader(header);
  if (first) return { ok: false, problems: [first, ...others] };
  const titles = header.map((title) => title.trim());
  const byTitle = (row: readonly string[]) => titles.map((title, index) => [title, row[index] ?? ""]);
  return { ok: true, rows: rows.map((row) => Object.fromEntries(byTitle(row)) as Row) };
}

/** `sampling.fileNotCsv` with the line, or one of the problems of a sample's header. */
export const readSampleCsv = (text: string): CsvReading<SampleFields> => readCsv(text, checkSampleHeader);

/** As `readSampleCsv`, of a do-not-call list. */
export const readDoNotCallCsv = (
  text: string,
): CsvReading<{ readonly number: string; readonly country: string }> => readCsv(text, checkDoNotCallHeader);

function cellsOf(text: string): Result<string[][]> {
  try {
    return ok(parse(text, { bom: true }));
  } catch (error) {
    const line = error instanceof CsvError ? Number(error["lines"]) : Number.NaN;
    return fail("sampling.fileNotCsv", { line: Number.isNaN(line) ? "?" : line });
  }
}

/** `sampling.fileNotText` for bytes that are not UTF-8. */
export function textOf(bytes: Uint8Array): Result<string> {
  try {
    return ok(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return fail("sampling.fileNotText");
  }
}
