// Problems of operations: why a step of an interview is refused.

import type { InterviewProblemCode } from "@fieldline/interview";
import type { ProblemEntry } from "./problem.ts";

export const interviewingProblems = {
  "interview.offRoute": { status: 409, sentence: "The interview does not stand at this question." },
  "interview.notBegun": { status: 409, sentence: "The interview has not begun." },
  "interview.alreadyBegun": { status: 409, sentence: "The interview has already begun." },
  "interview.sequenceGap": { status: 409, sentence: "A step before this one is missing." },
  "interview.sequenceTaken": {
    status: 409,
    sentence: "Another step already has this place in the interview.",
  },
  "interview.idReused": { status: 409, sentence: "This step was already recorded with other content." },
  "interview.closed": { status: 409, sentence: "The interview is closed." },
  "interview.notSuspended": { status: 409, sentence: "The interview is not suspended." },
  "interview.answerNotAllowed": { status: 422, sentence: "This answer is not possible here." },
  "interview.optionNotOffered": { status: 422, sentence: "This option is not offered here." },
  "interview.nothingBefore": { status: 409, sentence: "There is nothing to go back to." },
  "interview.unknownLanguage": { status: 422, sentence: "The instrument is not available in this language." },
  "interview.unknownCountry": { status: 422, sentence: "The instrument is not made for {country}." },
  "interview.notFinished": { status: 409, sentence: "There are still questions to ask." },
  "interview.noQuotaCheckDue": { status: 409, sentence: "No quota check is due here." },
  "interview.verdictMissing": { status: 409, sentence: "The quota check has no verdict yet." },
  "interview.otherRelease": { status: 409, sentence: "The interview belongs to another release." },
  "interview.releaseUnknown": {
    status: 409,
    sentence: "The interview was begun under a release that did not stand when the call was dialled.",
  },
  "interview.codeTaken": { status: 409, sentence: "Another interview already has this code." },
  "interview.attemptNotOpen": { status: 409, sentence: "The call this interview belongs to is not open." },
  "interview.underWay": { status: 409, sentence: "An interview of this case is already under way." },
  "interview.alreadyCompleted": { status: 409, sentence: "This case already has a completed interview." },
} as const satisfies Record<InterviewProblemCode, ProblemEntry> & Record<string, ProblemEntry>;
