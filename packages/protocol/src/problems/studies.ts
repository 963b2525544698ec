// Problems of waves, sample imports and exports.

import type { ProblemEntry } from "./problem.ts";

export const studyProblems = {
  "wave.settingMissing": { status: 409, sentence: "The wave cannot go to the field: {setting} is missing." },
  "wave.notATestWave": { status: 409, sentence: "Only a test wave's field time can be set." },
  "wave.nothingCallable": {
    status: 409,
    sentence: "No hour is left in the wave in which anybody may be called.",
  },
  "export.nothingToExport": { status: 409, sentence: "There are no completed interviews to export yet." },
} as const satisfies Record<string, ProblemEntry>;
