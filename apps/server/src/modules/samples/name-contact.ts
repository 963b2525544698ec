// The desk learns whom to ask for. The name goes to the contacts, sealed, in place of an earlier one.

import { nameContact as body } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { command } from "../../platform/command.ts";
import type { ContactSeal } from "./contact-seal.ts";
import { caseAtDesk, type RightToCase } from "./desk-right.ts";

/** The journal says that a name was set, and whether there was one before; never which. */
export const nameContact = (seal: ContactSeal, rightToCase: RightToCase) =>
  command({
    name: "samples.nameContact",
    action: "contact.name",
    data: "contact",
    input: body.extend({ case: z.uuid() }),
    reply: z.object({}),
    run: async (tx, ctx, { case: caseId, fence, name }) => {
      const { recordId, note } = await caseAtDesk(tx, ctx, { caseId, fence, rightToCase });
      const before = await tx.contactPerson.findUnique({ where: { recordId }, select: { sealed: true } });
      if (before && seal.open(before.sealed, recordId) === name) return { reply: {}, journal: "unchanged" };
      const sealed = seal.seal(name, recordId);
      await tx.contactPerson.upsert({
        where: { recordId },
        create: { recordId, sealed },
        update: { sealed },
      });
      return {
        reply: {},
        journal: { ...note, before: { name: before ? "set" : "none" }, after: { name: "set" } },
      };
    },
  });
