// A sample file as rows, or one sentence that says what is wrong with it; never what stands in it.

import { readFile } from "node:fs/promises";
import { checkSampleHeader, type SampleFields, sampleColumns } from "@fieldline/sampling";
import { CsvError, parse } from "csv-parse/sync";
import { OperatorError } from "../platform/problems/operator-error.ts";
import { problemForOperators } from "./problem-sentences.ts";

/** @throws OperatorError where the file, its form or its header is not right */
export async function readSampleFile(path: string): Promise<readonly SampleFields[]> {
  const [header = [], ...rows] = cells(await textOf(path));
  const problems = checkSampleHeader(header);
  if (problems.length > 0) {
    const sentences = problems.map(problemForOperators).join(" ");
    throw new OperatorError(`${sentences} The first row must name the columns ${sampleColumns.join(", ")}.`);
  }
  const titles = header.map((title) => title.trim());
  return rows.map((row) => Object.fromEntries(titles.map((title, index) => [title, row[index] ?? ""])));
}

async function textOf(path: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new OperatorError(`The file ${path} cannot be read (${code ?? "unknown"}).`);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).trimEnd();
  } catch {
    throw new OperatorError(`The file ${path} is not UTF-8 text.`);
  }
}

function cells(text: string): string[][] {
  try {
    return parse(text, { bom: true });
  } catch (error) {
    const line = error instanceof CsvError ? Number(error["lines"]) : Number.NaN;
    const where = Number.isNaN(line) ? "" : ` at line ${line}`;
    throw new OperatorError(
      `The file is not CSV with commas${where}: a row has another number of cells than the first, or a quote is open.`,
    );
  }
}
