// The desk writes down something about the household for whoever calls next. It goes to the contacts, sealed.

import { addNoteReply, addNote as body } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { command } from "../../platform/command.ts";
import type { ContactSeal } from "./contact-seal.ts";
import { caseAtDesk, type RightToCase } from "./desk-right.ts";

/** The journal says that a note was added and by whom; what it says stands in the contact alone. */
export const addNote = (seal: ContactSeal, rightToCase: RightToCase) =>
  command({
    name: "samples.addNote",
    action: "note.add",
    data: "contact",
    input: body.extend({ case: z.uuid() }),
    reply: addNoteReply,
    run: async (tx, ctx, { case: caseId, fence, text }) => {
      const { userId, recordId, note } = await caseAtDesk(tx, ctx, { caseId, fence, rightToCase });
      const id = ctx.newId();
      const at = new Date(ctx.machineNow);
      await tx.contactNote.create({ data: { id, recordId, userId, at, sealed: seal.seal(text, id) } });
      return { reply: { id, at: at.toISOString() }, journal: { ...note, after: { note: "added" } } };
    },
  });
