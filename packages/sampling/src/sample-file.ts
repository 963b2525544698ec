// The columns of a sample file, and the check of its header.

import type { Problem } from "@fieldline/kernel";
import { checkHeader } from "./file-header.ts";
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

/** All that is wrong with the header of a file. */
export const checkSampleHeader = (header: readonly string[]): readonly Problem<SamplingProblemCode>[] =>
  checkHeader(header, sampleColumns, optional);
