// Opening the sealed notes of a record: under the contact role, for the desk that holds the case and for supervisors.

import type { CaseNote } from "@fieldline/protocol";
import type { ReadTx } from "../../platform/tx.ts";
import type { ContactSeal } from "./contact-seal.ts";

/** What interviewers wrote down about a record, the oldest first. Needs the data class `contact`. */
export async function openNotes(tx: ReadTx, seal: ContactSeal, recordId: string): Promise<CaseNote[]> {
  const notes = await tx.contactNote.findMany({
    where: { recordId },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  if (notes.length === 0) return [];
  const writers = await tx.user.findMany({
    where: { id: { in: [...new Set(notes.map(({ userId }) => userId))] } },
    select: { id: true, displayName: true },
  });
  const names = new Map(writers.map(({ id, displayName }) => [id, displayName]));
  return notes.map(({ id, at, userId, sealed }) => ({
    id,
    at: at.toISOString(),
    by: names.get(userId) ?? "",
    text: seal.open(sealed, id),
  }));
}
