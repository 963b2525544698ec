// The respondent rings us: their case is found by the number, opened at the desk, and the call answered.

import { z } from "zod";
import { appointmentBody } from "./appointments.ts";
import { caseState } from "./cases.ts";
import { commandId, country, fence, isoInstant, uuid } from "./common.ts";
import { caseOnDesk } from "./desk.ts";

/** `number` as the caller says it, national or from the + on: in the body, since addresses are kept in logs. */
export const inboundSearch = z.strictObject({ waveId: uuid, number: z.string().trim().min(1).max(40) });

export const inboundSearchReply = z.object({
  /** At most 20, the one worked last first. */
  cases: z.array(
    z.object({
      id: uuid,
      reference: z.string(),
      country,
      region: z.string(),
      state: caseState,
      finalCode: z.string().nullable(),
      lastDisposition: z.string().nullable(),
      /** Field time of the last call. */
      lastAt: isoInstant.nullable(),
      /** The one still to be kept. */
      appointment: appointmentBody.nullable(),
      /** Whether there is an interview to go on with. */
      interviewOpen: z.boolean(),
      onOtherDesk: z.boolean(),
      /** Open, on no other desk, and no other case on this one. */
      mayTake: z.boolean(),
    }),
  ),
});

export const inboundCase = z.strictObject({ commandId, caseId: uuid });
export const inboundCaseReply = z.object({ case: caseOnDesk });

/** The caller is on the line: no dial, and no ceiling, hour or list forbids to talk. Answered as a dial is. */
export const answerCall = z.strictObject({ commandId, id: uuid, caseId: uuid, numberId: uuid, fence });
