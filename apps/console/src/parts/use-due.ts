// Whether an appointment is due: as the server said when asked last, or because its time has come since.

import type { OwnAppointment } from "@fieldline/protocol";
import { useTicking } from "@fieldline/ui";
import { useSeat } from "../use-seat.ts";

/** A test that stays true to the field time. */
export function useDue(): (appointment: OwnAppointment) => boolean {
  const seat = useSeat();
  const fieldNow = useTicking(seat.fieldNow, 5_000);
  return ({ due, startsAt }) => due || Date.parse(startsAt) <= fieldNow;
}
