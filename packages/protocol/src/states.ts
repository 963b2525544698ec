// How desks, cases and interviews can stand: the lists that schemas check against and pages choose from.

/** In the order a call goes through them. */
export const deskStates = [
  "signedIn",
  "break",
  "case",
  "ringing",
  "talking",
  "interviewing",
  "wrapUp",
] as const;

export const caseStates = ["open", "closed"] as const;

export const interviewStatuses = [
  "inProgress",
  "suspended",
  "completed",
  "partial",
  "brokenOff",
  "screenedOut",
  "quotaFull",
  "noPlace",
  "void",
] as const;
