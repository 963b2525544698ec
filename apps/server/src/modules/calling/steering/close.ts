// Closes a case by a supervisor's decision, and opens again what one closed.

import { type DispositionKey, finalCode } from "@fieldline/calling";
import type { JournalNote } from "../../../platform/journal.ts";
import { refuse } from "../../../platform/problems/refusal.ts";
import { moveAppointment } from "../appointments.ts";
import { historyOf } from "../history.ts";
import { byTheRules } from "./by-the-rules.ts";
import { refuseOnDesk, refuseOutOfField, type Steer } from "./steered.ts";

const bySupervisor: DispositionKey = "closedBySupervisor";

/** The code is what all attempts amount to; an interview still open ends as the break-off it is. */
export const close: Steer = async (tx, ctx, steered) => {
  const { found, wave, onCaseClosed } = steered;
  if (found.state !== "open") throw refuse("calling.caseClosed");
  await refuseOnDesk(tx, steered);
  const { attempts } = await historyOf(tx, found, "");
  const decided = { disposition: bySupervisor, at: wave.fieldNow };
  await tx.case.update({
    where: { id: found.id },
    data: {
      ...{ state: "closed", dueAt: null, held: null, forUser: null, forUserUntil: null },
      finalDisposition: bySupervisor,
      finalCode: finalCode([...attempts, decided])?.code ?? null,
      closedAt: new Date(ctx.machineNow),
    },
  });
  const waiting = await tx.appointment.findMany({ where: { caseId: found.id, state: "open" } });
  const notes: JournalNote[] = [];
  for (const row of waiting) {
    notes.push({ ...(await moveAppointment(tx, row, "cancelled")), fieldAt: wave.fieldNow });
  }
  await onCaseClosed(tx, ctx, found.id);
  return notes;
};

/** @throws Refusal `calling.notClosedBySupervisor` */
export const reopen: Steer = async (tx, ctx, steered) => {
  refuseOutOfField(steered);
  if (steered.found.finalDisposition !== bySupervisor) throw refuse("calling.notClosedBySupervisor");
  return byTheRules(tx, ctx, steered);
};
