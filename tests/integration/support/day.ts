// A day of appointments and corrections: a clock that says where it stands, and the duties between two calls.

import { randomUUID } from "node:crypto";
import { fromIso, minute, second } from "@fieldline/kernel";
import type { CaseOnDesk } from "@fieldline/protocol";
import { expect } from "vitest";
import { missAppointments, reclaim } from "../../../apps/server/src/modules/calling/index.ts";
import { breakOffOpenInterview } from "../../../apps/server/src/modules/interviewing/index.ts";
import { systemActor } from "../../../apps/server/src/platform/actor.ts";
import type { Desk, Reply } from "./desk.ts";
import type { Field } from "./field.ts";

const asDuty = { actor: systemActor, commandId: null, input: {} } as const;

/** What the server does by itself between two calls. */
export async function duties(field: Field): Promise<void> {
  await field.platform.execute(reclaim(breakOffOpenInterview), asDuty);
  await field.platform.execute(missAppointments, asDuty);
}

/** Mette's desk is silent for so many minutes, and the server does what it does then. @returns her desk, signed in again */
export async function silence(field: Field, minutes: number): Promise<Desk> {
  field.clock.forward(minutes * minute);
  await duties(field);
  return field.interviewer("mette");
}

/** Danish wall time in the summer of 2008 as an instant of field time. */
export const danish = (date: string, time: string): string =>
  new Date(Date.parse(`${date}T${time}:00+02:00`)).toISOString();

/**
 * Sets the wave's field time forward to a Danish wall time; the field opens on 16 April 2008 at 17:00. On the machine
 * a second goes by, so that nobody's session or lease runs out.
 */
export async function until(field: Field, date: string, time: string): Promise<void> {
  field.clock.forward(second);
  const at = fromIso(danish(date, time)) ?? 0;
  await field.platform.database.write("plain", async (tx) => {
    const wave = await tx.wave.findUniqueOrThrow({ where: { id: field.waveId } });
    const fieldOffsetMs = BigInt(at - field.clock.now());
    if (fieldOffsetMs < wave.fieldOffsetMs - BigInt(second)) throw new Error(`It is past ${date} ${time}.`);
    await tx.wave.update({ where: { id: field.waveId }, data: { fieldOffsetMs } });
  });
}

export const exact = (date: string, time: string) => ({ kind: "exact", date, time });
export const loose = (date: string, from: string, to: string) => ({ kind: "loose", date, from, to });

/** Next case, dial, and an appointment agreed with whoever answers. */
export async function agrees(
  desk: Desk,
  appointment: { kind: string },
): Promise<{ case: CaseOnDesk; attemptId: string }> {
  const outcome = appointment.kind === "exact" ? "appointmentExact" : "appointmentLoose";
  const rung = await desk.rings(outcome, { appointment });
  expect(rung.after).toMatchObject({ caseState: "open", keepsCase: false });
  return rung;
}

export const corrects = (desk: Desk, attemptId: string, disposition: string, followUp = {}): Promise<Reply> =>
  desk.ask("POST", `/api/attempts/${attemptId}/correction`, {
    commandId: randomUUID(),
    disposition,
    ...followUp,
  });

/** A case as the server keeps it, with its appointments and attempts in the order of time. */
export const caseRow = (field: Field, id: string) =>
  field.platform.database.read("plain", (tx) =>
    tx.case.findUniqueOrThrow({
      where: { id },
      include: {
        appointments: { orderBy: { madeAt: "asc" } },
        attempts: { orderBy: { dialledAt: "asc" } },
        record: { include: { numbers: { include: { number: true }, orderBy: { position: "asc" } } } },
      },
    }),
  );
