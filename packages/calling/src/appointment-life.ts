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

/** Minutes before an exact appointment from which its owner may take the case. */
export const ownerBefore = 5;
/** Minutes after its start from which anybody with the language may. */
export const anybodyAfter = 10;
/** Minutes after an exact appointment's start at which it is missed; a part of a day is missed at its end. */
export const missedAfter = 60;

/** When an appointment not kept counts as missed. */
export const missedAt = (of: Pick<AgreedAppointment, "kind" | "startsAt" | "endsAt">): Instant =>
  of.kind === "exact" ? later(of.startsAt, missedAfter * minute) : of.endsAt;

/** Whether its owner may take it at `at`. */
export const isDue = (of: Pick<AgreedAppointment, "kind" | "startsAt">, at: Instant): boolean =>
  at >= (of.kind === "exact" ? later(of.startsAt, -ownerBefore * minute) : of.startsAt);

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
): "kept" | "missed" | null {
  const inTime = calls.filter(({ dialledAt }) => isDue(of, dialledAt) && dialledAt < missedAt(of));
  if (inTime.some((call) => disposition(call.disposition).contacted)) return "kept";
  return inTime.length > 0 && !goesOn ? "missed" : null;
}
