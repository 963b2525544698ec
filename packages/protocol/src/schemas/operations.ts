// Operations on the wire: the same shapes the interview package folds.

import { z } from "zod";
import { isoInstant, language, quotaVerdict, uuid } from "./common.ts";

const base = { id: uuid, seq: z.int32().min(1), at: isoInstant };
const code = z.union([z.int32(), z.string().min(1).max(40)]);

export const answer = z.union([
  z.strictObject({ value: code }),
  z.strictObject({ missing: z.enum(["dontKnow", "refused", "notApplicable"]) }),
]);

export const beginOperation = z.strictObject({
  ...base,
  type: z.literal("begin"),
  interviewId: uuid,
  release: z.string(),
  country: z.string(),
  language,
  seed: z.string(),
  prefill: z.strictObject({ region: z.string().optional() }),
});

/** What a desk may post; an interview begins with a request of its own. */
export const postedOperation = z.discriminatedUnion("type", [
  z.strictObject({ ...base, type: z.literal("answer"), variable: z.string().max(60), answer }),
  z.strictObject({ ...base, type: z.literal("choose"), script: z.string().max(60), code: z.int32() }),
  z.strictObject({ ...base, type: z.literal("goBack") }),
  z.strictObject({ ...base, type: z.literal("goForward") }),
  z.strictObject({ ...base, type: z.literal("newRespondent") }),
  z.strictObject({ ...base, type: z.literal("switchLanguage"), language }),
  z.strictObject({ ...base, type: z.literal("checkQuota"), provisional: z.boolean().optional() }),
  z.strictObject({ ...base, type: z.literal("suspend") }),
  z.strictObject({ ...base, type: z.literal("resume"), language }),
  z.strictObject({ ...base, type: z.literal("breakOff") }),
  z.strictObject({ ...base, type: z.literal("screenOut") }),
  z.strictObject({ ...base, type: z.literal("complete") }),
]);

/** Any operation as the log holds it. */
export const loggedOperation = z.discriminatedUnion("type", [
  beginOperation,
  ...postedOperation.options.filter((option) => option.shape.type.value !== "checkQuota"),
  z.strictObject({
    ...base,
    type: z.literal("checkQuota"),
    provisional: z.boolean().optional(),
    verdict: quotaVerdict.optional(),
  }),
]);
