// Appointments of a case: made, kept, missed or cancelled with the outcomes of its calls.

import { type AgreedAppointment, appointmentState, type CallRules, missedAt } from "@fieldline/calling";
import { type Instant, instant, toIso } from "@fieldline/kernel";
import type { CommandContext } from "../../platform/command.ts";
import type { Appointment } from "../../platform/db/generated/client.ts";
import type { JournalNote } from "../../platform/journal.ts";
import type { WriteTx } from "../../platform/tx.ts";
import type { AttemptOfCase } from "./history.ts";

export type AppointmentState = "open" | "kept" | "missed" | "cancelled";

export const asAgreed = (row: Appointment): Pick<AgreedAppointment, "kind" | "startsAt" | "endsAt"> => ({
  kind: row.kind === "exact" ? "exact" : "loose",
  startsAt: instant(row.startsAt.getTime()),
  endsAt: instant(row.endsAt.getTime()),
});

interface Since {
  readonly attempts: readonly AttemptOfCase[];
  /** The desk keeps the case for another of its numbers. */
  readonly goesOn: boolean;
  readonly fieldNow: Instant;
  readonly rules: CallRules;
}

/** What the calls after the one that made an appointment, and time, made of it. */
export function stateByCalls(
  row: Appointment,
  { attempts, goesOn, fieldNow, rules }: Since,
): AppointmentState {
  const agreed = asAgreed(row);
  const made = attempts.findIndex(({ id }) => id === row.attemptId);
  const open = row.state === "open";
  const times = rules.pacing.appointments;
  const byCalls = appointmentState(agreed, attempts.slice(made + 1), open && goesOn, times);
  if (byCalls) return byCalls;
  return open && missedAt(agreed, times) <= fieldNow ? "missed" : (row.state as AppointmentState);
}

/** Writes another state of an appointment. @returns what to journal */
export async function moveAppointment(
  tx: WriteTx,
  row: Appointment,
  state: AppointmentState,
): Promise<JournalNote> {
  await tx.appointment.update({ where: { id: row.id }, data: { state } });
  return {
    entityKind: "appointment",
    entityId: row.id,
    waveId: row.waveId,
    before: { state: row.state },
    after: { state },
  };
}

interface Making {
  readonly call: { readonly id: string; readonly case: { readonly id: string; readonly waveId: string } };
  /** Whose appointment it is. */
  readonly userId: string;
  readonly agreed: AgreedAppointment;
}

/** Writes a new appointment; the case must have no other that is open. */
export async function makeAppointment(
  tx: WriteTx,
  ctx: CommandContext,
  { call, userId, agreed }: Making,
): Promise<JournalNote> {
  const id = ctx.newId();
  const { kind, localDate, localFrom, localTo, timeZone } = agreed;
  await tx.appointment.create({
    data: {
      id,
      caseId: call.case.id,
      waveId: call.case.waveId,
      attemptId: call.id,
      userId,
      kind,
      localDate,
      localFrom,
      localTo,
      timeZone,
      startsAt: new Date(agreed.startsAt),
      endsAt: new Date(agreed.endsAt),
      madeAt: new Date(ctx.machineNow),
      state: "open",
    },
  });
  return {
    entityKind: "appointment",
    entityId: id,
    waveId: call.case.waveId,
    after: { state: "open", kind, case: call.case.id, startsAt: toIso(agreed.startsAt) },
  };
}
