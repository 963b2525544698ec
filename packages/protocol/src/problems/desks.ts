// Problems of desks as places of work: shifts, breaks, messages.

import type { ProblemEntry } from "./problem.ts";

export const deskProblems = {
  "desk.shiftOpen": { status: 409, sentence: "Your shift is already under way." },
  "desk.noShift": { status: 409, sentence: "No shift of yours is under way." },
  "desk.onBreak": { status: 409, sentence: "Your break is already under way." },
  "desk.notOnBreak": { status: 409, sentence: "No break of yours is under way." },
} as const satisfies Record<string, ProblemEntry>;
