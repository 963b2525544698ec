// What desks write to a contact, and notes as supervisors read them. Contact data: never in an address or a journal.

import { z } from "zod";
import { commandId, fence, isoInstant, uuid } from "./common.ts";
import { caseNote } from "./desk.ts";

const written = (most: number) => z.string().trim().min(1).max(most);

export const addNote = z.strictObject({ commandId, fence, text: written(1_000) });
export const addNoteReply = z.object({ id: uuid, at: isoInstant });

/** Whom to ask for. */
export const nameContact = z.strictObject({ commandId, fence, name: written(120) });

/** The oldest first. */
export const noteList = z.object({ notes: z.array(caseNote) });
