// Opening an interview, posting its operations, reading it back, listing finished ones.

import { z } from "zod";
import {
  commandId,
  country,
  fence,
  interviewStatus,
  isoInstant,
  language,
  problemBody,
  uuid,
} from "./common.ts";
import { loggedOperation, postedOperation } from "./operations.ts";

export const beginInterview = z.strictObject({ commandId, id: uuid, attemptId: uuid, fence, language });

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

/** An ordered batch of one interview; each operation has a fate of its own. */
export const recordOperations = z.strictObject({
  fence,
  operations: z.array(postedOperation).min(1).max(200),
});

export const operationReply = z.object({
  id: uuid,
  status: z.enum(["ok", "duplicate", "conflict", "refused", "branched", "notTried"]),
  /** Of a quota check: what was decided. */
  verdict: z.enum(["noPlan", "granted", "full", "noPlace"]).optional(),
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
