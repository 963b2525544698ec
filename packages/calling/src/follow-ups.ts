// What an outcome needs besides itself: a time, a reason and the reply used, or a language.

import type { DispositionKey } from "./disposition-keys.ts";
import { disposition } from "./dispositions.ts";

/** Why somebody declined, as the interviewer heard it. */
export const refusalReasons = [
  "noTime",
  "noInterest",
  "tooLong",
  "tooManySurveys",
  "topic",
  "privacy",
  "distrust",
  "neverByPhone",
  "ageOrHealth",
  "hungUp",
  "other",
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** What the interviewer replied to a refusal; `none` where there was no chance to. */
export const repliesUsed = [
  "none",
  "howLong",
  "otherTime",
  "whoAsks",
  "chosenByChance",
  "confidential",
  "nothingToSell",
  "everyViewCounts",
  "verification",
  "other",
] as const;
export type ReplyUsed = (typeof repliesUsed)[number];

/** `refusal`: a reason, and the reply that was used. */
export type FollowUp = "none" | "appointment" | "refusal" | "language";

/**
 * The follow-up without which an outcome is not accepted, read off the table: an appointment where the outcome has
 * that effect; reason and reply where somebody reached declines and has not asked never to be called again; the
 * language where none was common.
 */
export function followUpOf(key: DispositionKey): FollowUp {
  const { effects, aaporClass, aaporCode, situation } = disposition(key);
  if (effects?.includes("appointment")) return "appointment";
  if (aaporCode.startsWith("2.33")) return "language";
  const declines = aaporClass === "R" && situation === "somebody reached";
  return declines && !effects?.includes("doNotCallList") ? "refusal" : "none";
}

/** Whether a reason, and a reply, may be told with an outcome: with every refusal and break-off of a person. */
export const takesReason = (key: DispositionKey): boolean => {
  const { effects, aaporClass } = disposition(key);
  return aaporClass === "R" && !effects?.includes("redialNow") && !effects?.includes("deleteAnswers");
};
