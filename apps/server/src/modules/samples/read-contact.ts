// Opening sealed contacts: under the contact role, for the desk that holds the case, and for nobody else.

import type { ReadTx } from "../../platform/tx.ts";
import type { ContactSeal } from "./contact-seal.ts";

/** Numbers in E.164 by their ids; a number that was erased is absent. Needs the data class `contact`. */
export async function openNumbers(
  tx: ReadTx,
  seal: ContactSeal,
  numberIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.contactNumber.findMany({ where: { numberId: { in: [...numberIds] } } });
  return new Map(rows.map(({ numberId, sealed }) => [numberId, seal.open(sealed, numberId)]));
}

/** Whom to ask for at a record, or null where the sample named nobody. Needs the data class `contact`. */
export async function openName(tx: ReadTx, seal: ContactSeal, recordId: string): Promise<string | null> {
  const row = await tx.contactPerson.findUnique({ where: { recordId } });
  return row ? seal.open(row.sealed, recordId) : null;
}
