// The files of one export, named after study, wave mode and field date, with their checksums.

import { createHash } from "node:crypto";
import { codebookCsv } from "./codebook/csv.ts";
import { codebookJson } from "./codebook/json.ts";
import { csvData } from "./csv.ts";
import { type Checked, type MadeBy, manifestJson, readme } from "./manifest.ts";
import type { FileInput } from "./row.ts";

export interface ExportedFile {
  readonly name: string;
  readonly contentType: string;
  readonly content: Uint8Array<ArrayBuffer>;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** Only what is safe in a file name and a header anywhere. */
const safe = (text: string): string => text.replace(/[^A-Za-z0-9.-]+/g, "-");

function file(name: string, contentType: string, text: string): ExportedFile {
  const content = new TextEncoder().encode(text);
  return { name, contentType, content, sha256: createHash("sha256").update(content).digest("hex") };
}

/**
 * `…_data.csv`, `…_codebook.csv`, `…_codebook.json`, `…_README.txt`, `…_manifest.json`. The same input gives the
 * same bytes. README and manifest hold the checksums of the other three.
 */
export function csvExport(input: FileInput, made: MadeBy): ExportedFile[] {
  const mode = input.wave.mode === "test" ? "TEST" : "LIVE";
  const stem = `${safe(input.wave.study.code)}_${mode}_${made.fieldAt.slice(0, 10)}`;
  const csvType = "text/csv; charset=utf-8";
  const jsonType = "application/json; charset=utf-8";
  const files = [
    file(`${stem}_data.csv`, csvType, csvData(input)),
    file(`${stem}_codebook.csv`, csvType, codebookCsv(input)),
    file(`${stem}_codebook.json`, jsonType, codebookJson(input)),
  ];
  const checked: Checked[] = files.map(({ name, content, sha256 }) => ({
    name,
    bytes: content.length,
    sha256,
  }));
  return [
    ...files,
    file(`${stem}_README.txt`, "text/plain; charset=utf-8", readme(input, made, checked)),
    file(`${stem}_manifest.json`, jsonType, manifestJson(input, made, checked)),
  ];
}
