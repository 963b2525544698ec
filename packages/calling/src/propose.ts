// Which outcome to propose from what happened; the interviewer decides.

import type { DispositionKey } from "./disposition-keys.ts";

/** How the call ended, or what it is doing. `failed`: our own side or the network. */
export type LineEvent =
  | "ringing"
  | "answered"
  | "hungUp"
  | "dropped"
  | "noAnswer"
  | "busy"
  | "machine"
  | "notInService"
  | "failed";

/** State of the interview of this attempt, in the words of the interview's own states. */
export type InterviewStanding =
  | "inProgress"
  | "suspended"
  | "completed"
  | "partial"
  | "brokenOff"
  | "screenedOut"
  | "quotaFull"
  | "noPlace"
  | "void";

/** Where the interview's route has led, if it has ended. */
export type RouteEnd = "complete" | "noEligibleRespondent" | "quotaFull" | "noPlace" | "refused" | "later";

export interface WhatHappened {
  readonly line: LineEvent;
  /** Absent when no interview was begun in this attempt. */
  readonly interview?: { readonly status: InterviewStanding; readonly end?: RouteEnd };
}

const byLine: Readonly<Record<LineEvent, DispositionKey | null>> = {
  ringing: "noAnswer",
  answered: null,
  hungUp: null,
  dropped: "lineDropped",
  noAnswer: "noAnswer",
  busy: "busy",
  machine: "answeringMachine",
  notInService: "notInService",
  failed: "technicalFault",
};

const byEnd: Readonly<Record<RouteEnd, DispositionKey>> = {
  complete: "complete",
  noEligibleRespondent: "noEligibleRespondent",
  quotaFull: "quotaFull",
  noPlace: "noPlace",
  refused: "hardRefusal",
  later: "callLater",
};

const byStanding: Readonly<Record<Exclude<InterviewStanding, "inProgress">, DispositionKey | null>> = {
  suspended: "breakOffResumable",
  completed: "complete",
  partial: "partial",
  brokenOff: "breakOff",
  screenedOut: "noEligibleRespondent",
  quotaFull: "quotaFull",
  noPlace: "noPlace",
  void: null,
};

/**
 * The outcome to offer first, or `null` where only the interviewer knows. What the interview came to counts
 * before what the line did: a call cut off after the last question is a complete.
 */
export function proposeDisposition({ line, interview }: WhatHappened): DispositionKey | null {
  if (!interview) return byLine[line];
  if (interview.end === "refused" || interview.end === "later") return byEnd[interview.end];
  if (interview.status !== "inProgress") return byStanding[interview.status];
  if (interview.end) return byEnd[interview.end];
  return line === "dropped" ? "lineDropped" : line === "failed" ? "technicalFault" : "breakOffResumable";
}
