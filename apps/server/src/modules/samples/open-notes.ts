// Opening the sealed notes of a record: under the contact role, for the desk that holds the case and for supervisors.

import type { CaseNote } from "@fieldline/protocol";
import type { ReadTx } from "../../platform/tx.ts";
import { displayNames } from "../access/index.ts";
import type { ContactSeal } from "./contact-seal.ts";

/** What interviewers wrote down about a record, the oldest first. Needs the data class `contact`. */
export async function openNotes(tx: ReadTx, seal: ContactSeal, recordId: string): Promise<CaseNote[]> {
  const notes = await tx.contactNote.findMany({
    where: { recordId },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  const names = await displayNames(
    tx,
    notes.map(({ userId }) => userId),
  );
  return notes.map(({ id, at, userId, sealed }) => ({
    id,
    at: at.toISOString(),
    by: names.get(userId) ?? "",
    text: seal.open(sealed, id),
  }));
}
