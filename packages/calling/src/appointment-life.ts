// From when an appointment may be taken up, by whom, and what became of it.
//
// open --a call at its time that reached somebody--> kept
// open --the last call at its time reached nobody--> missed
// open --nobody rang before its time was over--> missed, and the case goes to the top once
// open --another appointment made before its time, or its outcome corrected away--> cancelled

import { type Instant, later, minute } from "@fieldline/kernel";
import type { AgreedAppointment } from "./appointments.ts";
import type { DispositionKey } from "./disposition-keys.ts";
import { disposition } from "./dispositions.ts";
import type { Pacing } from "./rules.ts";

/** Minutes around an appointment, as the wave's rules have them. */
export type AppointmentTimes = Pick<Pacing["appointments"], "ownerBefore" | "missedAfter">;

/** When an appointment not kept counts as missed: an exact one some time after its start, a part of a day at its end. */
export const missedAt = (
  of: Pick<AgreedAppointment, "kind" | "startsAt" | "endsAt">,
  { missedAfter }: AppointmentTimes,
): Instant => (of.kind === "exact" ? later(of.startsAt, missedAfter * minute) : of.endsAt);

/** Whether its owner may take it at `at`. */
export const isDue = (
  of: Pick<AgreedAppointment, "kind" | "startsAt">,
  at: Instant,
  times: AppointmentTimes,
): boolean => at >= (of.kind === "exact" ? later(of.startsAt, -times.ownerBefore * minute) : of.startsAt);

/** A closed call of the case after the appointment was made. */
export interface CallAtAppointment {
  readonly disposition: DispositionKey;
  /** Field time of the dial. */
  readonly dialledAt: Instant;
}

/**
 * What the calls made of an appointment; `null` where none was dialled in its time. Without a contact it stays open
 * while the same desk goes on to another number of the record (`goesOn`).
 */
export function appointmentState(
  of: Pick<AgreedAppointment, "kind" | "startsAt" | "endsAt">,
  calls: readonly CallAtAppointment[],
  goesOn: boolean,
  times: AppointmentTimes,
): "kept" | "missed" | null {
  const inTime = calls.filter(
    ({ dialledAt }) => isDue(of, dialledAt, times) && dialledAt < missedAt(of, times),
  );
  if (inTime.some((call) => disposition(call.disposition).contacted)) return "kept";
  return inTime.length > 0 && !goesOn ? "missed" : null;
}
