// A respondent takes an interview back, by the code they were given.

import { z } from "zod";
import { commandId, uuid } from "./common.ts";

/** Case, blanks and hyphens of the code do not matter. */
export const withdrawInterview = z.strictObject({ commandId, code: z.string().min(1).max(20) });
export const withdrawInterviewReply = z.object({ interviewId: uuid });
