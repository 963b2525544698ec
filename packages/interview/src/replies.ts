// Problem codes of the fold: why an operation is refused.

import type { Problem } from "@fieldline/kernel";

export type InterviewProblemCode =
  | "interview.offRoute"
  | "interview.notBegun"
  | "interview.alreadyBegun"
  | "interview.sequenceGap"
  | "interview.sequenceTaken"
  | "interview.idReused"
  | "interview.closed"
  | "interview.notSuspended"
  | "interview.answerNotAllowed"
  | "interview.optionNotOffered"
  | "interview.nothingBefore"
  | "interview.unknownLanguage"
  | "interview.unknownCountry"
  | "interview.notFinished"
  | "interview.noQuotaCheckDue"
  | "interview.verdictMissing"
  | "interview.otherRelease";

/** A refusal of the fold. Its params name variables, scripts and sequences, never answers. */
export type InterviewProblem = Problem<InterviewProblemCode>;
