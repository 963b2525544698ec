// Problems as an operator reads them: the registry's sentences, and those that only commands can run into.

import { problemSentence, problems } from "@fieldline/protocol";

const ofCommands: Readonly<Record<string, string>> = {
  "user.nameTaken": "There is already a user named {name}.",
  "user.unknown": "There is no user named {name}; npm run users -- list names them all.",
  "study.unknown": 'There is no study "{study}"; there are: {known}.',
  "study.severalToChooseFrom": "There are several studies; name one with --study: {known}.",
  "study.countryUnknown": 'The study {study} has no country "{country}"; it has {known}.',
  "wave.fieldTimeBackwards": "Field time only goes forward, and that time has passed in this wave.",
  "instrument.unsound":
    "The instrument has {count} faults; npm run instrument -- check FILE names them with their places.",
  "instrument.ofOtherStudy": "This instrument is already released in another study.",
  "sampling.columnMissing": "The column {column} is missing.",
  "sampling.columnUnknown": "The title of column {position} is not known.",
  "sampling.columnTwice": "The column {column} is there twice.",
  "sampling.cellUnreadable": "The {column} holds a character that is no text.",
  "sampling.recordMissing": "It has no record id.",
  "sampling.recordTooLong": "The record id is longer than {longest} characters.",
  "sampling.recordIsNumber": "The record id contains the telephone number; ids stand in exports.",
  "sampling.recordTwice": "The record id was already in row {firstRow}.",
  "sampling.countryUnknown": "The country is not one of the wave's.",
  "sampling.regionUnknown": "The region is not one of the instrument's for that country.",
  "sampling.numberMissing": "It has no number.",
  "sampling.kindUnknown": 'The kind of {column} must be "landline" or "mobile".',
  "sampling.kindWithoutNumber": "It has a second kind but no second number.",
  "sampling.nameTooLong": "The name is longer than {longest} characters.",
  "sampling.sameNumberTwice": "Both its numbers are the same.",
  "sampling.numberTwice": "A number of it was already in row {firstRow}.",
  "sampling.numberUnreadable": "The {column} cannot be read as a telephone number.",
  "sampling.numberInvalid": "There is no such {column} in that country.",
  "sampling.numberOfOtherCountry": "The {column} belongs to another country.",
  "sampling.notATestNumber": "The {column} might ring somebody; a test wave takes test numbers only.",
  "sampling.testNumber": "The {column} is a test number; a live wave takes none.",
};

/** Where the wave, not an earlier row of the file, had it first. */
const inTheWave: Readonly<Record<string, string>> = {
  "sampling.recordTwice": "The wave already has a record with this id.",
  "sampling.numberTwice": "The wave already has a record with a number of it.",
};

interface Told {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>> | undefined;
}

/** One sentence; the code itself where nobody has written one. */
export function problemForOperators({ code, params = {} }: Told): string {
  const sentence =
    params["firstRow"] === undefined ? (inTheWave[code] ?? ofCommands[code]) : ofCommands[code];
  if (sentence) {
    return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
  }
  return Object.hasOwn(problems, code) ? problemSentence(code, params) : code;
}
