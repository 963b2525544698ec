// Front door of the export formats: data file, codebook, manifest.

export { codebookCsv } from "./codebook/csv.ts";
export { codebookJson } from "./codebook/json.ts";
export { csvData } from "./csv.ts";
export { computeDerived } from "./derived/compute.ts";
export { csvExport, type ExportedFile } from "./files.ts";
export type { MadeBy } from "./manifest.ts";
export { type MissingCodes, missingCodes } from "./missing-codes.ts";
export type { FileInput, FileRow, FileWave, WaveMode } from "./row.ts";
export type { FileValue, FileValues } from "./values.ts";
export { fileVariables } from "./variables/index.ts";
export type { FileVariable } from "./variables/variable.ts";
