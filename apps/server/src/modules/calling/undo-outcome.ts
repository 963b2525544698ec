// Takes back what an outcome did to its number and to the appointment made with it, before another takes its place.

import { dispositions, effects, isDispositionKey } from "@fieldline/calling";
import type { JournalNote } from "../../platform/journal.ts";
import type { WriteTx } from "../../platform/tx.ts";
import { moveAppointment } from "./appointments.ts";
import type { Correctable } from "./correctable.ts";

const closeNumber = dispositions.map(({ key }) => key).filter((key) => effects(key).closes === "number");

/**
 * A number that another attempt has found dead, in whatever wave, stays closed.
 * @returns what to journal
 */
export async function undoOutcome(tx: WriteTx, call: Correctable): Promise<readonly JournalNote[]> {
  const notes: JournalNote[] = [];
  const made = await tx.appointment.findMany({
    where: { attemptId: call.id, state: { not: "cancelled" } },
  });
  for (const row of made) notes.push(await moveAppointment(tx, row, "cancelled"));
  if (isDispositionKey(call.disposition) && closeNumber.includes(call.disposition)) {
    notes.push(await reopenNumber(tx, call));
  }
  return notes;
}

async function reopenNumber(tx: WriteTx, { id, numberId, disposition }: Correctable): Promise<JournalNote> {
  const another = await tx.contactAttempt.findFirst({
    where: { numberId, id: { not: id }, disposition: { in: closeNumber } },
    orderBy: { dialledAt: "desc" },
  });
  const closedAs = another?.disposition ?? null;
  await tx.phoneNumber.update({ where: { id: numberId }, data: { closedAs } });
  return {
    entityKind: "phoneNumber",
    entityId: numberId,
    before: { closedAs: disposition },
    after: { closedAs },
  };
}
