// A sample file as rows, or one sentence that says what is wrong with it; never what stands in it.

import { readFile } from "node:fs/promises";
import { type SampleFields, sampleColumns } from "@fieldline/sampling";
import { readSampleCsv, textOf } from "../modules/samples/index.ts";
import { OperatorError } from "../platform/problems/operator-error.ts";
import { problemForOperators } from "./problem-sentences.ts";

/** @throws OperatorError where the file, its form or its header is not right */
export async function readSampleFile(path: string): Promise<readonly SampleFields[]> {
  const text = textOf(await bytesOf(path));
  if (!text.ok) throw new OperatorError(`The file ${path}: ${problemForOperators(text.problem)}`);
  const read = readSampleCsv(text.value);
  if (read.ok) return read.rows;
  const sentences = read.problems.map(problemForOperators).join(" ");
  throw new OperatorError(`${sentences} The first row must name the columns ${sampleColumns.join(", ")}.`);
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new OperatorError(`The file ${path} cannot be read (${code ?? "unknown"}).`);
  }
}
