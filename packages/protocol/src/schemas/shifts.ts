// An interviewer's working span and its breaks, in machine time.

import { z } from "zod";
import { commandId, isoInstant } from "./common.ts";

export const shiftBody = z.object({
  startedAt: isoInstant,
  /** Begin of the break under way; null while at work. */
  breakSince: isoInstant.nullable(),
});

export const changeShift = z.strictObject({
  commandId,
  change: z.enum(["start", "end", "breakStart", "breakEnd"]),
});
/** The shift as it stands then; null once it has ended. */
export const changeShiftReply = z.object({ shift: shiftBody.nullable() });
