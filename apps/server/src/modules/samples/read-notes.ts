// The notes of a case for those who watch over the field. Who read them is journalled.

import { hour } from "@fieldline/kernel";
import { noteList } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { actorId } from "../../platform/actor.ts";
import { type CommandContext, command } from "../../platform/command.ts";
import type { WriteTx } from "../../platform/tx.ts";
import { caseInReach } from "./case-in-reach.ts";
import type { ContactSeal } from "./contact-seal.ts";
import { openNotes } from "./open-notes.ts";

const name = "samples.readNotes";

/**
 * A command although it only reads, because reading a contact leaves a trace: one journal entry a person, case and
 * hour of machine time. A case without notes gives nothing away, so it leaves none.
 */
export const readNotes = (seal: ContactSeal) =>
  command({
    name,
    action: "note.read",
    data: "contact",
    input: z.object({ case: z.uuid() }),
    reply: noteList,
    run: async (tx, ctx, { case: caseId }) => {
      const { recordId, wave } = await caseInReach(tx, ctx.actor, caseId);
      const notes = await openNotes(tx, seal, recordId);
      if (notes.length === 0 || (await readThisHour(tx, ctx, caseId))) {
        return { reply: { notes }, journal: "unchanged" };
      }
      const fieldAt = ctx.fieldNow(wave);
      const read = { entityKind: "case", entityId: caseId, waveId: wave.id, fieldAt };
      return { reply: { notes }, journal: { ...read, after: { notes: "read" } } };
    },
  });

/** Two windows of one person wait for each other here, so that the hour has one entry. */
async function readThisHour(tx: WriteTx, { actor, machineNow }: CommandContext, caseId: string) {
  const reader = actorId(actor);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${name} ${reader} ${caseId}`}, 0))`;
  const entry = await tx.journalEntry.findFirst({
    where: {
      entityKind: "case",
      entityId: caseId,
      action: name,
      actorId: reader,
      machineAt: { gte: new Date(machineNow - (machineNow % hour)) },
    },
    select: { seq: true },
  });
  return entry !== null;
}
