// Appointments as they are wished for, stored and listed, and the free times of a day.

import { z } from "zod";
import { country, isoDate, isoInstant, uuid } from "./common.ts";

/** `HH:MM` on the clock of the person called; a part of the day may end at `24:00`. */
const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const wallTimeTo = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);

/** A time agreed with a person, or a part of a day that is a good guess; on the respondent's own clock. */
export const appointmentWish = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("exact"), date: isoDate, time: wallTime }),
  z.strictObject({ kind: z.literal("loose"), date: isoDate, from: wallTime, to: wallTimeTo }),
]);

/** An appointment as stored: local wall time, its zone, and the instants (field time) they fall on. */
export const appointmentBody = z.object({
  id: uuid,
  kind: z.enum(["exact", "loose"]),
  localDate: z.string(),
  localFrom: z.string(),
  /** Of an exact one the same as `localFrom`. */
  localTo: z.string(),
  timeZone: z.string(),
  startsAt: isoInstant,
  endsAt: isoInstant,
});

/** A line of the desk's own list. Contact data where somebody is to be asked for. */
export const ownAppointment = appointmentBody.extend({
  caseId: uuid,
  reference: z.string(),
  country,
  /** Its owner may take it now. */
  due: z.boolean(),
  askFor: z.string().nullable(),
});

export const slotsOfDays = z.strictObject({ date: isoDate.optional() });

/** The day asked for and up to six after it, no further than the wave's last day. */
export const freeSlots = z.object({
  zone: z.string(),
  /** Today, where the respondent is. */
  today: z.string(),
  lastDate: z.string(),
  /** Interviewers who work in the country in the language of the case; null where nobody has counted them. */
  staff: z.int().nullable(),
  days: z.array(
    z.object({
      date: z.string(),
      /** Weekday, or `publicHoliday`. */
      kind: z.enum(["mon", "tue", "wed", "thu", "fri", "sat", "sun", "publicHoliday"]),
      /** Every quarter of an hour inside the hours for calls; none on a closed day. */
      slots: z.array(
        z.object({
          time: z.string(),
          /** Still to come, and inside the wave. */
          callable: z.boolean(),
          /** Open appointments there for interviewers of the same language. */
          load: z.int(),
        }),
      ),
    }),
  ),
});
