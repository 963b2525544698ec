// An appointment's row as the desk is told it.

import type { AppointmentBody } from "@fieldline/protocol";
import type { Appointment } from "../../platform/db/generated/client.ts";

export const appointmentAsBody = (row: Appointment): AppointmentBody => ({
  id: row.id,
  kind: row.kind === "exact" ? "exact" : "loose",
  localDate: row.localDate,
  localFrom: row.localFrom,
  localTo: row.localTo,
  timeZone: row.timeZone,
  startsAt: row.startsAt.toISOString(),
  endsAt: row.endsAt.toISOString(),
});
