// Whether an interview has come to its end, whichever.

import type { InterviewStatus } from "./state.ts";

const ended: ReadonlySet<InterviewStatus> = new Set([
  "completed",
  "partial",
  "brokenOff",
  "screenedOut",
  "quotaFull",
  "noPlace",
]);

/** One that was taken back has not ended: it never was. */
export const hasEnded = (status: InterviewStatus): boolean => ended.has(status);
