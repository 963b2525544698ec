// Opening an interview, posting its operations, reading it back, listing finished ones.

import { interviewCodePattern } from "@fieldline/interview";
import { z } from "zod";
import {
  commandId,
  country,
  fence,
  interviewStatus,
  isoInstant,
  language,
  problemBody,
  quotaVerdict,
  uuid,
} from "./common.ts";
import { beginOperation, loggedOperation, postedOperation } from "./operations.ts";

/** All of an interview's first operation that the case does not say: made by the desk, which may be offline. */
export const beginInterview = z.strictObject({
  commandId,
  id: uuid,
  attemptId: uuid,
  fence,
  language,
  operationId: uuid,
  /** Of every rotation. */
  seed: uuid,
  /** By which the respondent can take the interview back. */
  code: z.string().regex(interviewCodePattern),
  at: isoInstant,
  /** Fingerprint of the release that stood in the wave when the call was dialled. */
  release: z.string().max(100),
});

export const interviewBody = z.object({
  id: uuid,
  caseId: uuid,
  waveId: uuid,
  release: z.string(),
  status: interviewStatus,
  /** By which the respondent can take the interview back; null in interviews held before there were codes. */
  code: z.string().nullable(),
  /** Empty once it was taken back. */
  operations: z.array(loggedOperation),
});

/** Where another desk has gone on with the case meanwhile: kept as a branch, for the supervisor. */
export const beginReply = z.union([interviewBody, z.object({ id: uuid, branched: z.literal(true) })]);

/** An ordered batch of one interview; each operation has a fate of its own. */
export const recordOperations = z.strictObject({
  fence,
  operations: z.array(postedOperation).min(1).max(200),
});

const problemCode = z
  .string()
  .regex(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/)
  .max(80);

/** Steps that were refused, with all behind them: kept beside the interview, for the supervisor. */
export const setAsideOperations = z.strictObject({
  commandId,
  fence,
  operations: z
    .array(z.union([beginOperation, ...postedOperation.options]))
    .min(1)
    .max(1_000),
  /** Why the first of them was refused. */
  problem: problemCode,
  /** Where the begin itself was refused, so that there is no such interview: what its request said of it. */
  begin: beginInterview.pick({ attemptId: true, code: true }).optional(),
});
export const setAsideReply = z.object({
  /** Operations kept by this and not before. */
  steps: z.int(),
});

/** A refused request of a desk, without what it contained. */
export const setAsideRequest = z.strictObject({
  commandId,
  fence,
  route: z.enum([
    "beginInterview",
    "closeAttempt",
    "correctOutcome",
    "addNote",
    "nameContact",
    "giveBack",
    "setAsideOperations",
    "withdrawInterview",
  ]),
  problem: problemCode,
});

export const operationReply = z.object({
  id: uuid,
  status: z.enum(["ok", "duplicate", "conflict", "refused", "branched", "notTried"]),
  /** Of a quota check: what was decided. */
  verdict: quotaVerdict.optional(),
  problem: problemBody.optional(),
});

export const recordReply = z.object({
  replies: z.array(operationReply),
  /** Sequence of the last operation in the server's log. */
  seq: z.int(),
  status: interviewStatus,
  leaseExpiresAt: isoInstant.nullable(),
});

/** One line of the monitor's list: no answers, no contact data. */
export const interviewRow = z.object({
  id: uuid,
  caseId: uuid,
  reference: z.string(),
  country,
  language,
  status: interviewStatus,
  counted: z.boolean(),
  /** A complete that found no place: kept, not counted. */
  overQuota: z.boolean(),
  interviewer: z.string(),
  startedAt: isoInstant,
  endedAt: isoInstant.nullable(),
  minutes: z.number().nullable(),
  release: z.int(),
});
export const interviewList = z.object({ interviews: z.array(interviewRow), total: z.int() });
export const interviewQuery = z.strictObject({
  status: interviewStatus.optional(),
  country: country.optional(),
  /** Only those over quota, or only the others. */
  overQuota: z.enum(["true", "false"]).optional(),
  offset: z.coerce.number().int().min(0).max(2_147_483_647).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
