// Problems of waves, releases and exports.

import type { ProblemEntry } from "./problem.ts";

export const studyProblems = {
  "wave.settingMissing": { status: 409, sentence: "The wave cannot go to the field: {setting} is missing." },
  "wave.notATestWave": { status: 409, sentence: "Only a test wave's field time can be set." },
  "wave.nothingCallable": {
    status: 409,
    sentence: "No hour is left in the wave in which anybody may be called.",
  },
  "wave.notReady": {
    status: 409,
    sentence: "The wave cannot go to the field yet; {count} settings are missing: {missing}.",
  },
  "wave.notWhole": { status: 409, sentence: "Only somebody who sees all countries of the wave may do this." },
  "wave.onlyWhilePreparing": {
    status: 409,
    sentence: "This can be changed only while the wave is in preparation: {setting}.",
  },
  "wave.notInField": { status: 409, sentence: "Only a wave that is in the field can be closed." },
  "wave.closed": { status: 409, sentence: "The wave is closed, and a closed wave stays so." },
  "wave.fieldTooLong": { status: 422, sentence: "A field lasts {days} days at most." },
  "wave.datesReversed": { status: 422, sentence: "The field ends before it begins." },
  "wave.codeTaken": { status: 409, sentence: "The study already has a wave with the code {code}." },
  "wave.countryNotOffered": { status: 422, sentence: "The release is not made for {country}." },
  "wave.languageNotOffered": {
    status: 422,
    sentence: "The release cannot be asked in this language: {language}.",
  },
  "wave.holidaysUnsound": {
    status: 422,
    sentence: "The public holidays of {country} do not lie within the dates given for them.",
  },
  "wave.fieldTimeBackwards": {
    status: 409,
    sentence: "Field time only goes forward, and that time has passed in this wave.",
  },
  "wave.fieldTimeAfterField": {
    status: 409,
    sentence: "That is after the last day of the field ({last}); from there field time could not come back.",
  },
  "wave.rulesChanged": {
    status: 409,
    sentence: "The call rules were changed meanwhile: version {version} is in force. Nothing was saved.",
  },
  "wave.rulesUnsound": { status: 422, sentence: "The call rules are not sound: {finding} at {place}." },
  "wave.spanTooLong": { status: 422, sentence: "A preview looks at {hours} hours at most." },
  "instrument.unsound": {
    status: 422,
    sentence:
      "The instrument has {count} faults; npm run instrument -- check FILE names them with their places.",
  },
  "instrument.ofOtherStudy": {
    status: 409,
    sentence: "This instrument is already released in another study.",
  },
  "export.nothingToExport": { status: 409, sentence: "There are no completed interviews to export yet." },
} as const satisfies Record<string, ProblemEntry>;
