// The check of a file's first row: which columns it must have, may have, and has.

import { fail, type Problem } from "@fieldline/kernel";
import type { SamplingProblemCode } from "./problems.ts";

/**
 * All that is wrong with the header of a file. An unknown column is named by its position, from 1: in a file
 * without a header its title is somebody's telephone number.
 */
export function checkHeader(
  header: readonly string[],
  columns: readonly string[],
  optional: ReadonlySet<string> = new Set(),
): readonly Problem<SamplingProblemCode>[] {
  const titles = header.map((title) => title.trim());
  const problems: Problem<SamplingProblemCode>[] = [];
  for (const column of columns) {
    if (!optional.has(column) && !titles.includes(column)) {
      problems.push(fail("sampling.columnMissing", { column }).problem);
    }
  }
  for (const [index, title] of titles.entries()) {
    if (!columns.includes(title)) {
      problems.push(fail("sampling.columnUnknown", { position: index + 1 }).problem);
    } else if (titles.indexOf(title) < index) {
      problems.push(fail("sampling.columnTwice", { column: title }).problem);
    }
  }
  return problems;
}
