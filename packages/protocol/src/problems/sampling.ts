// Problems of samples and do-not-call lists: why a file or a row of it is refused.

import type { SamplingProblemCode } from "@fieldline/sampling";
import type { ProblemEntry } from "./problem.ts";

const rowProblems = {
  "sampling.columnMissing": { status: 422, sentence: "The column {column} is missing." },
  "sampling.columnUnknown": { status: 422, sentence: "The title of column {position} is not known." },
  "sampling.columnTwice": { status: 422, sentence: "The column {column} is there twice." },
  "sampling.cellUnreadable": { status: 422, sentence: "The {column} holds a character that is no text." },
  "sampling.recordMissing": { status: 422, sentence: "The row has no record id." },
  "sampling.recordTooLong": { status: 422, sentence: "The record id is longer than {longest} characters." },
  "sampling.recordIsNumber": {
    status: 422,
    sentence: "The record id contains the telephone number; ids stand in exports.",
  },
  "sampling.recordTwice": { status: 422, sentence: "The record id was already in row {firstRow}." },
  "sampling.countryUnknown": {
    status: 422,
    sentence: "The country is not one of the wave's, or not one of yours.",
  },
  "sampling.regionUnknown": {
    status: 422,
    sentence: "The region is not one of the instrument's for that country.",
  },
  "sampling.numberMissing": { status: 422, sentence: "The row has no number." },
  "sampling.kindUnknown": { status: 422, sentence: 'The kind of {column} must be "landline" or "mobile".' },
  "sampling.kindWithoutNumber": { status: 422, sentence: "The row has a second kind but no second number." },
  "sampling.nameTooLong": { status: 422, sentence: "The name is longer than {longest} characters." },
  "sampling.sameNumberTwice": { status: 422, sentence: "Both numbers of the row are the same." },
  "sampling.numberTwice": { status: 422, sentence: "A number of the row was already in row {firstRow}." },
  "sampling.numberUnreadable": {
    status: 422,
    sentence: "The {column} cannot be read as a telephone number.",
  },
  "sampling.numberInvalid": { status: 422, sentence: "There is no such {column} in that country." },
  "sampling.numberOfOtherCountry": { status: 422, sentence: "The {column} belongs to another country." },
  "sampling.notATestNumber": {
    status: 422,
    sentence: "The {column} might ring somebody; a test wave takes test numbers only.",
  },
  "sampling.testNumber": { status: 422, sentence: "The {column} is a test number; a live wave takes none." },
} as const satisfies Record<SamplingProblemCode, ProblemEntry>;

export const samplingProblems = {
  ...rowProblems,
  "sampling.fileNotText": { status: 422, sentence: "The file is not UTF-8 text." },
  "sampling.fileNotCsv": {
    status: 422,
    sentence:
      "The file is not CSV with commas: a row has another number of cells than the first, or a quote is open (line {line}).",
  },
  "sampling.tooManyRows": { status: 413, sentence: "The file has more than {most} rows; bring it in parts." },
  "sampling.recordInWave": { status: 422, sentence: "The wave already has a record with this id." },
  "sampling.numberInWave": {
    status: 422,
    sentence: "The wave already has a record with a number of the row.",
  },
} as const satisfies Record<string, ProblemEntry>;
