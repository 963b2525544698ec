// A whole sample file: the records it holds, and every row refused with its reason.

import { fail, type Problem } from "@fieldline/kernel";
import type { SamplingProblemCode } from "./problems.ts";
import { readSampleRow, type SampleContext, type SampleRecord } from "./read-sample-row.ts";
import type { SampleFields } from "./sample-file.ts";

export interface SampleReading {
  readonly records: readonly SampleRecord[];
  /** One problem a refused row, `params.row` says which. */
  readonly refusals: readonly Problem<SamplingProblemCode>[];
}

/**
 * Reads the rows of a file, the first of them being row 2. A record id or a number that an accepted row has
 * already brought is refused; `params.firstRow` says where it stood first.
 */
export function readSample(rows: Iterable<SampleFields>, context: SampleContext): SampleReading {
  const records: SampleRecord[] = [];
  const refusals: Problem<SamplingProblemCode>[] = [];
  const rowOfRecord = new Map<string, number>();
  const rowOfNumber = new Map<string, number>();
  let row = 1;
  for (const fields of rows) {
    row++;
    const read = readSampleRow(fields, row, context);
    const problem = read.ok ? seenBefore(read.value, rowOfRecord, rowOfNumber) : read.problem;
    if (problem) {
      refusals.push(problem);
    } else if (read.ok) {
      records.push(read.value);
      rowOfRecord.set(read.value.record, row);
      for (const { e164 } of read.value.numbers) rowOfNumber.set(e164, row);
    }
  }
  return { records, refusals };
}

function seenBefore(
  { row, record, numbers }: SampleRecord,
  rowOfRecord: ReadonlyMap<string, number>,
  rowOfNumber: ReadonlyMap<string, number>,
): Problem<SamplingProblemCode> | null {
  const sameRecord = rowOfRecord.get(record);
  if (sameRecord !== undefined) return fail("sampling.recordTwice", { row, firstRow: sameRecord }).problem;
  for (const { e164 } of numbers) {
    const sameNumber = rowOfNumber.get(e164);
    if (sameNumber !== undefined) return fail("sampling.numberTwice", { row, firstRow: sameNumber }).problem;
  }
  return null;
}
