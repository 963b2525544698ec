// What a desk asks for and is handed: cases with their numbers, attempts, figures of the day.

import { refusalReasons, repliesUsed } from "@fieldline/calling";
import { z } from "zod";
import { caseStates } from "../states.ts";
import { appointmentBody, appointmentWish, ownAppointment } from "./appointments.ts";
import { commandId, country, fence, isoInstant, language, uuid, wholeNumber } from "./common.ts";
import { shiftBody } from "./shifts.ts";

/** Contact data: goes to the desk that holds the lease, nowhere else. */
export const dialNumber = z.object({
  id: uuid,
  position: z.int(),
  kind: z.enum(["landline", "mobile", "unknown"]),
  /** Grouped as locals write it. */
  display: z.string(),
  /** For the telephone of the interviewer, in a live wave; a test wave rings nobody. */
  dialLink: z.string().startsWith("tel:").nullable(),
  attempts: z.int(),
  closed: z.boolean(),
  /** To be rung next by the rules. */
  next: z.boolean(),
});

/** One earlier attempt, as a line on the call page. */
export const attemptLine = z.object({
  id: uuid,
  numberId: uuid,
  dialledFieldAt: isoInstant,
  disposition: z.string().nullable(),
  /** Of a refusal: why, and what was replied; codes of closed lists. */
  reason: z.string().nullable(),
  replyUsed: z.string().nullable(),
  interviewer: z.string(),
});

/** What an interviewer wrote down about the record. Contact data. */
export const caseNote = z.object({ id: uuid, at: isoInstant, by: z.string(), text: z.string() });

/** What the line does after a dial, in milliseconds from it. */
export const lineScript = z.object({
  /**
   * `manual`: the interviewer dials on a telephone, and says what the line does; there are no events. `inbound`: the
   * respondent has rung and is on the line; no events either.
   */
  driver: z.enum(["simulated", "manual", "inbound"]),
  events: z.array(
    z.object({
      atMs: z.int().min(0),
      event: z.enum(["ringing", "answered", "busy", "noAnswer", "machine", "notInService", "dropped"]),
    }),
  ),
});

export const caseOnDesk = z.object({
  id: uuid,
  waveId: uuid,
  reference: z.string(),
  country,
  region: z.string(),
  timeZone: z.string(),
  fence,
  leaseExpiresAt: isoInstant,
  askFor: z.string().nullable(),
  numbers: z.array(dialNumber),
  attempts: z.array(attemptLine),
  attemptLimit: z.int(),
  /** Why this case: problem-style codes with params, worded by the pages. */
  reasons: z.array(
    z.object({
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    }),
  ),
  /** Languages this interviewer speaks of those the instrument has; the country's own first. */
  languages: z.array(language),
  /** Fingerprint of the release an interview begins under: that of the open call, else the wave's. */
  release: z.string(),
  /** What a desk without network does at the quota check; null where no plan is in force. */
  whenOffline: z.enum(["goOn", "close"]).nullable(),
  /** The open appointment of the case. */
  appointment: appointmentBody.nullable(),
  notes: z.array(caseNote),
  /** The interview to go on with, if one was suspended or was under way. */
  interviewId: uuid.nullable(),
  /** The attempt that is still open at this desk, with the line as it was told when dialled. */
  openAttempt: z
    .object({
      id: uuid,
      numberId: uuid,
      dialledFieldAt: isoInstant,
      line: lineScript,
      interviewId: uuid.nullable(),
    })
    .nullable(),
});

export const nothingToCall = z.object({
  counts: z.array(z.object({ reason: z.string(), count: z.int() })),
  nextDueAt: isoInstant.nullable(),
  /** Field time at which it was counted. */
  asOf: isoInstant,
});

export const nextCase = z.strictObject({ commandId, waveId: uuid });
export const nextCaseReply = z.union([z.object({ case: caseOnDesk }), z.object({ nothing: nothingToCall })]);

export const deskFigures = z.object({
  dials: z.int(),
  contacts: z.int(),
  completes: z.int(),
  refusals: z.int(),
  /** Start of the day they are counted from. */
  since: isoInstant,
});

/** Everything a desk needs after a reload. */
export const deskReply = z.object({
  case: caseOnDesk.nullable(),
  figures: deskFigures,
  /** The interviewer's open shift. */
  shift: shiftBody.nullable(),
  /** The interviewer's own open appointments of today and overdue ones, the earliest first. */
  appointments: z.array(ownAppointment),
  /** The last call this interviewer closed, while its outcome may still be mended: until the next case is taken. */
  lastAttempt: z.object({ id: uuid, caseId: uuid, disposition: z.string(), closedAt: isoInstant }).nullable(),
});

export const heartbeat = z.strictObject({ caseId: uuid, fence });
export const heartbeatReply = z.object({ leaseExpiresAt: isoInstant });

export const giveBack = z.strictObject({ commandId, fence });

export const dial = z.strictObject({ commandId, id: uuid, caseId: uuid, numberId: uuid, fence });
export const dialReply = z.object({
  id: uuid,
  dialledFieldAt: isoInstant,
  line: lineScript,
  leaseExpiresAt: isoInstant,
  /** Fingerprint of the release that stands in the wave now: an interview of this call begins under it. */
  release: z.string(),
});

/** What an outcome needs besides itself; see `followUpOf` of calling. */
const followUp = {
  reason: z.enum(refusalReasons).optional(),
  replyUsed: z.enum(repliesUsed).optional(),
  languageNeeded: language.optional(),
  appointment: appointmentWish.optional(),
};

export const closeAttempt = z.strictObject({
  commandId,
  fence,
  disposition: z.string(),
  ...followUp,
  ringSeconds: wholeNumber.optional(),
  talkSeconds: wholeNumber.optional(),
});
export const closeAttemptReply = z.object({
  caseState: z.enum(caseStates),
  /** Field time at which the case may come back; null for a closed one. */
  dueAt: isoInstant.nullable(),
  finalCode: z.string().nullable(),
  numberClosed: z.boolean(),
  /** The same case may be dialled again at once (another number is open, or the line dropped). */
  keepsCase: z.boolean(),
  /** The appointment that was made. */
  appointment: appointmentBody
    .pick({ localDate: true, localFrom: true, localTo: true, startsAt: true })
    .nullable(),
});

/** Another outcome in place of a wrong one, with what it needs. */
export const correctOutcome = z.strictObject({ commandId, disposition: z.string(), ...followUp });
export const correctOutcomeReply = closeAttemptReply.omit({ keepsCase: true });
