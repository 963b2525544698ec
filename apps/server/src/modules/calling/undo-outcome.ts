// Takes back what an outcome did to its number and to the appointment made with it, before another takes its place.

import {
  closesItsNumber,
  type DispositionKey,
  defaultPacing,
  dispositions,
  isDispositionKey,
  mayCloseNumber,
} from "@fieldline/calling";
import type { JournalNote } from "../../platform/journal.ts";
import type { WriteTx } from "../../platform/tx.ts";
import { callRulesOf } from "../studies/index.ts";
import { moveAppointment } from "./appointments.ts";
import type { Correctable } from "./correctable.ts";

const closeNumber = dispositions.map(({ key }) => key).filter(mayCloseNumber);

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
    const reopened = await reopenNumber(tx, call);
    if (reopened) notes.push(reopened);
  }
  return notes;
}

/** Nothing where the number did not stand closed: one found out of service for the first time does not. */
async function reopenNumber(tx: WriteTx, call: Correctable): Promise<JournalNote | null> {
  const { id, numberId } = call;
  const number = await tx.phoneNumber.findUniqueOrThrow({ where: { id: numberId } });
  if (number.closedAs === null) return null;
  const others = await tx.contactAttempt.findMany({
    where: { numberId, id: { not: id }, disposition: { in: closeNumber } },
    orderBy: { dialledAt: "desc" },
    include: { case: { select: { wave: true } } },
  });
  const told = others.map(({ disposition, ...of }) => ({
    ...of,
    disposition: disposition as DispositionKey,
  }));
  let closedAs: string | null = null;
  for (const one of told) {
    const rules = await callRulesOf(tx, one.case.wave);
    const { pacing } = rules ?? { pacing: defaultPacing };
    if (closedAs === null && closesItsNumber(one, told, { pacing })) closedAs = one.disposition;
  }
  if (closedAs === number.closedAs) return null;
  await tx.phoneNumber.update({ where: { id: numberId }, data: { closedAs } });
  if (closedAs === null) await callableAgain(tx, numberId);
  return {
    entityKind: "phoneNumber",
    entityId: numberId,
    before: { closedAs: number.closedAs },
    after: { closedAs },
  };
}

/** Cases that were held because none of their numbers could be dialled are looked at again. */
const callableAgain = (tx: WriteTx, numberId: string) =>
  tx.case.updateMany({
    where: { held: "noNumber", record: { numbers: { some: { numberId } } } },
    data: { held: null },
  });
