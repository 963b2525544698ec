// What a supervisor does to a case: pins it, holds it, takes it off a desk, closes it, and the other way round.

import { z } from "zod";
import { caseState } from "./cases.ts";
import { commandId, heldBecause, isoInstant, language, uuid } from "./common.ts";

export const steerCase = z.strictObject({
  commandId,
  to: z.discriminatedUnion("kind", [
    /** Next in turn and due now, for this interviewer only, or, with null, for whoever may take it. */
    z.strictObject({ kind: z.literal("pin"), userId: uuid.nullable() }),
    /** Back to what the call rules say. */
    z.strictObject({ kind: z.literal("unpin") }),
    /** Handed to nobody until it is let go. */
    z.strictObject({ kind: z.literal("hold") }),
    z.strictObject({ kind: z.literal("letGo") }),
    /** Off the desk it is on. */
    z.strictObject({ kind: z.literal("recall") }),
    z.strictObject({ kind: z.literal("close") }),
    /** Only what a supervisor closed. */
    z.strictObject({ kind: z.literal("reopen") }),
  ]),
});

/** How the case stands now. */
export const steerCaseReply = z.object({
  state: caseState,
  /** As `ranks` of calling: -4 pinned to 2 fresh. */
  rank: z.int(),
  /** Field time; null for a closed one. */
  dueAt: isoInstant.nullable(),
  held: heldBecause.nullable(),
  /** Kept for this interviewer. */
  forUser: uuid.nullable(),
  finalCode: z.string().nullable(),
});

/** Interviewers who could take the case: its study, its country, a language it can be held in. */
export const candidateList = z.object({
  interviewers: z.array(
    z.object({
      id: uuid,
      name: z.string(),
      /** Languages of the wave that this person interviews in, the best first. */
      languages: z.array(language),
      /** Signed in now. */
      onDesk: z.boolean(),
    }),
  ),
});
