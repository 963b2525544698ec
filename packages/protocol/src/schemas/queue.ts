// The queue of a wave as supervisors watch it: what waits, why it is not handed out, and appointments against staff.

import { waitingReasons } from "@fieldline/calling";
import { z } from "zod";
import { country, daypart, fieldDate, heldBecause, isoDate, isoInstant, language, uuid } from "./common.ts";

const count = z.int();
const reasonCounts = z.array(z.object({ reason: z.enum(waitingReasons), count }));

const queueRegion = z.object({
  region: z.string(),
  need: z.object({
    /** 0 (nothing more) to 10 (everything still to do). */
    level: z.int(),
    /** Interviews finished, in percent of the target; null where no cell counts the region. */
    filledPercent: z.int().nullable(),
    /** No place is left. */
    full: z.boolean(),
  }),
  /** They add up to the cases of the region. */
  counts: reasonCounts,
});

const queueCountry = z.object({
  country,
  timeZone: z.string(),
  /** What kind of day it is there by the call rules; null where nobody can say. */
  day: z.enum(["mon", "tue", "wed", "thu", "fri", "sat", "sun", "publicHoliday"]).nullable(),
  daypart: daypart.nullable(),
  /** This minute lies inside the hours for calls and the field. */
  callable: z.boolean(),
  /** Field time at which the hours begin again; null while they last, and where they do not within the field. */
  opensAt: isoInstant.nullable(),
  /** No place is left in the whole country. */
  full: z.boolean(),
  cases: count,
  /** Every case under one reason: they add up to `cases`. `waiting`: nothing stands in its way. */
  counts: reasonCounts,
  /** Field time at which the first case that waits for a time of its own, for hours or a part of the day has it. */
  nextDueAt: isoInstant.nullable(),
  regions: z.array(queueRegion),
});

const setApart = z.object({
  id: uuid,
  reference: z.string(),
  country,
  region: z.string(),
  held: heldBecause.nullable(),
  pinned: z.boolean(),
  /** For whom it is pinned; null: for whoever may take it. */
  forInterviewer: z.string().nullable(),
  /** Field time of its last dial; null where it was never rung. */
  lastDialledAt: isoInstant.nullable(),
});

export const waveQueue = z.object({
  waveId: uuid,
  /** Field time. */
  asOf: isoInstant,
  countries: z.array(queueCountry),
  /** Cases that a supervisor has to look at, or has pinned: the first of them, those pinned before the others. */
  setApart: z.array(setApart),
  /** How many of these there are. */
  setApartTotal: count,
});

/** A local date; the present one of the first country where none is named. */
export const loadOfDay = z.strictObject({ date: fieldDate.optional() });

const loadSlot = z.object({
  /** Local `HH:MM`, a quarter of an hour long. */
  time: z.string(),
  startsAt: isoInstant,
  exact: count,
  /** Parts of a day that begin here. */
  loose: count,
  /** More begin here than there are interviewers with the language. */
  overBooked: z.boolean(),
});

const languageLoad = z.object({
  language,
  /** The country whose clock the slots are told by. */
  country,
  timeZone: z.string(),
  /** Interviewers with the language who can sign in, and how many of them are at work now. */
  interviewers: count,
  inShift: count,
  /** Those with an open appointment, in order. */
  slots: z.array(loadSlot),
});

export const appointmentLoad = z.object({
  waveId: uuid,
  /** Field time. */
  asOf: isoInstant,
  date: isoDate,
  today: isoDate,
  /** Null where the field has no such day. */
  previous: isoDate.nullable(),
  next: isoDate.nullable(),
  languages: z.array(languageLoad),
});
