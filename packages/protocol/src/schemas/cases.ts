// Cases as supervisors search and read them: how they were worked and what comes next; no answers, no contact data.

import { z } from "zod";
import { caseStates } from "../states.ts";
import { appointmentBody } from "./appointments.ts";
import {
  country,
  daypart,
  heldBecause,
  interviewStatus,
  isoInstant,
  language,
  quotaVerdict,
  uuid,
} from "./common.ts";
import { dialNumber } from "./desk.ts";

export const caseState = z.enum(caseStates);

/** `number` is a telephone number as somebody would write it: in the body, since addresses are kept in logs. */
export const caseSearch = z.strictObject({
  /** Part of the record's reference. */
  text: z.string().trim().max(200).optional(),
  number: z.string().trim().max(40).optional(),
  state: caseState.optional(),
  country: country.optional(),
  /** Key of the last outcome. */
  disposition: z.string().max(60).optional(),
  /** As the outcome rates know it, `2.112`. */
  finalCode: z.string().max(20).optional(),
  sort: z.enum(["reference", "country", "state", "attempts", "disposition", "finalCode", "dueAt"]).optional(),
  down: z.boolean().optional(),
  offset: z.int32().min(0).default(0),
  limit: z.int32().min(1).max(500).default(50),
});

export const caseRow = z.object({
  id: uuid,
  reference: z.string(),
  country,
  region: z.string(),
  state: caseState,
  attempts: z.int(),
  lastDisposition: z.string().nullable(),
  finalCode: z.string().nullable(),
  /** Field time from which it may be called again; null for a closed one. */
  dueAt: isoInstant.nullable(),
  /** Who has it on the desk now. */
  heldBy: z.string().nullable(),
});

export const caseList = z.object({
  cases: z.array(caseRow),
  total: z.int(),
  /** False where `number` was asked for and cannot be a number of this wave. */
  numberRead: z.boolean(),
});

const caseAttempt = z.object({
  id: uuid,
  /** Which number of the record, by its position. */
  number: z.int(),
  interviewer: z.string(),
  /** Field time. */
  dialledAt: isoInstant,
  /** On the clock of the person called, `HH:MM`. */
  localDate: z.string(),
  localTime: z.string(),
  /** Null while the call is open. */
  disposition: z.string().nullable(),
  reason: z.string().nullable(),
  replyUsed: z.string().nullable(),
  languageNeeded: language.nullable(),
  ringSeconds: z.int().nullable(),
  talkSeconds: z.int().nullable(),
  /** The rules that spoke when it was closed, as those now in force would; codes as `ruleCodes` of calling. */
  because: z.array(
    z.object({
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    }),
  ),
});

/** An outline: nothing that was answered. */
const caseInterview = z.object({
  id: uuid,
  /** The call in which it was begun. */
  attemptId: uuid,
  status: interviewStatus,
  language,
  unit: z.int().nullable(),
  units: z.int().nullable(),
  /** Once it is closed. */
  minutes: z.number().nullable(),
  counted: z.boolean(),
  overQuota: z.boolean(),
  interviewer: z.string(),
  /** Field time. */
  startedAt: isoInstant,
  endedAt: isoInstant.nullable(),
  release: z.int(),
  /** What the quota checks said, in their order. */
  verdicts: z.array(quotaVerdict),
});

/** Steps of a desk that are no part of an interview: how many, never what was answered. */
const caseBranch = z.object({
  id: uuid,
  interviewId: uuid,
  /** Field time at which the first of it arrived. */
  at: isoInstant,
  interviewer: z.string(),
  steps: z.int(),
  /** Of the steps, how many were answers. */
  answers: z.int(),
  /** The step that closes it, if one does. */
  ends: z.enum(["complete", "screenOut", "breakOff", "suspend"]).nullable(),
  reason: z.enum(["continuedElsewhere", "refused"]),
  /** Why its first step was refused. */
  problem: z.string().nullable(),
});

const caseJournalEntry = z.object({
  id: uuid,
  /** Machine time and field time. */
  at: isoInstant,
  fieldAt: isoInstant.nullable(),
  /** A name, or `system` or `operator`. */
  by: z.string(),
  action: z.string(),
  entity: z.enum(["case", "attempt", "interview", "phoneNumber", "appointment"]),
  before: z.record(z.string(), z.unknown()),
  after: z.record(z.string(), z.unknown()),
});

export const casePage = caseRow.omit({ attempts: true, heldBy: true }).extend({
  waveId: uuid,
  timeZone: z.string(),
  /** Of the interview to go on with. */
  language: language.nullable(),
  finalDisposition: z.string().nullable(),
  /** Machine time. */
  closedAt: isoInstant.nullable(),
  /** Why it comes back when it is due; null for a closed one. */
  next: z
    .enum(["pinned", "appointment", "missedAppointment", "resume", "conversion", "retry", "fresh"])
    .nullable(),
  held: heldBecause.nullable(),
  /** Part of the day in which it is not rung again now. */
  avoids: daypart.nullable(),
  needsSkill: z.string().nullable(),
  /** Kept for this interviewer until then, in field time; without an end, for nobody else at all. */
  keptFor: z.object({ interviewer: z.string(), until: isoInstant.nullable() }).nullable(),
  /** Not for the one who heard the refusal. */
  notFor: z.string().nullable(),
  /** Position of the number to be rung next, where the case says. */
  nextNumber: z.int().nullable(),
  lease: z
    .object({
      holder: z.string(),
      /** Machine time. */
      since: isoInstant,
      until: isoInstant,
      connected: z.boolean(),
    })
    .nullable(),
  numbers: z.array(
    dialNumber.pick({ id: true, position: true, kind: true, attempts: true }).extend({
      /** The outcome that closed it. */
      closedAs: z.string().nullable(),
      doNotCall: z.boolean(),
    }),
  ),
  /** All of these the newest first. */
  attempts: z.array(caseAttempt),
  appointments: z.array(
    appointmentBody.extend({
      state: z.enum(["open", "kept", "missed", "cancelled"]),
      by: z.string(),
      /** Machine time. */
      madeAt: isoInstant,
    }),
  ),
  interviews: z.array(caseInterview),
  branches: z.array(caseBranch),
  journal: z.array(caseJournalEntry),
});
