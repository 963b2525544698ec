// The tables of interviews there are: all of a wave, and those that found no place.

import { type ColumnId, columnIds } from "./columns.ts";

export interface InterviewList {
  /** Where its title, caption and empty screens are worded. */
  readonly words: "interviews" | "overQuota";
  readonly columns: readonly ColumnId[];
  /** Whether one can choose how they ended. */
  readonly byStatus: boolean;
  /** Ends the name of the downloaded table. */
  readonly file: string;
}

export const allInterviews: InterviewList = {
  words: "interviews",
  columns: columnIds,
  byStatus: true,
  file: "interviews",
};

export const overQuotaInterviews: InterviewList = {
  words: "overQuota",
  columns: ["reference", "country", "interviewer", "endedAt", "release"],
  byStatus: false,
  file: "over_quota",
};
