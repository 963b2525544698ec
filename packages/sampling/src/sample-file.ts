// The columns of a sample file, and the check of its header.

import { fail, type Problem } from "@fieldline/kernel";
import type { SamplingProblemCode } from "./problems.ts";

export const sampleColumns = [
  "record",
  "country",
  "region",
  "number",
  "kind",
  "number2",
  "kind2",
  "name",
] as const;
export type SampleColumn = (typeof sampleColumns)[number];

/** One row as it stands in the file; an absent cell is the same as an empty one. */
export type SampleFields = Readonly<Partial<Record<SampleColumn, string>>>;

/** Columns a file may leave out altogether. */
const optional: ReadonlySet<string> = new Set(["number2", "kind2", "name"]);

/**
 * All that is wrong with the header of a file. An unknown column is named by its position, from 1: in a file
 * without a header its title is somebody's telephone number.
 */
export function checkSampleHeader(header: readonly string[]): readonly Problem<SamplingProblemCode>[] {
  const titles = header.map((title) => title.trim());
  const problems: Problem<SamplingProblemCode>[] = [];
  for (const column of sampleColumns) {
    if (!optional.has(column) && !titles.includes(column)) {
      problems.push(fail("sampling.columnMissing", { column }).problem);
    }
  }
  for (const [index, title] of titles.entries()) {
    if (!(sampleColumns as readonly string[]).includes(title)) {
      problems.push(fail("sampling.columnUnknown", { position: index + 1 }).problem);
    } else if (titles.indexOf(title) < index) {
      problems.push(fail("sampling.columnTwice", { column: title }).problem);
    }
  }
  return problems;
}
