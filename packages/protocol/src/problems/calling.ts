// Problems of cases and dials: why a number is not rung.

import type { CallingProblemCode } from "@fieldline/calling";
import type { ProblemEntry } from "./problem.ts";

const dialRules = {
  "calling.outsideHours": { status: 409, sentence: "It is {localTime} there: outside the hours for calls." },
  "calling.closedDay": { status: 409, sentence: "{localDate} is a closed day there." },
  "calling.beyondCeiling": {
    status: 409,
    sentence: "This number has been rung {ceiling} times: no more dials in this wave.",
  },
  "calling.beyondDayCeiling": {
    status: 409,
    sentence: "This number has been rung {ceiling} times today: no more dials today.",
  },
  "calling.doNotCall": { status: 409, sentence: "This number is on the do-not-call list." },
  "calling.noDoNotCallImport": {
    status: 409,
    sentence: "No do-not-call list has been read in for this wave (an empty one counts).",
  },
  "calling.unknownCountryRule": { status: 409, sentence: "There are no call rules for {country}." },
  "calling.unknownZone": { status: 409, sentence: "The time zone of {country} is not known." },
  "calling.holidaysUnknown": {
    status: 409,
    sentence: "The public holidays of {country} are not known for {localDate}.",
  },
  "calling.notInField": {
    status: 409,
    sentence: "{localDate} is outside the dates of the wave ({first} to {last}).",
  },
  "calling.testNumberInLiveWave": { status: 409, sentence: "A live wave does not ring a test number." },
  "calling.liveNumberInTestWave": { status: 409, sentence: "A test wave rings only test numbers." },
} as const satisfies Record<CallingProblemCode, ProblemEntry>;

export const callingProblems = {
  ...dialRules,
  "calling.numberClosed": { status: 409, sentence: "This number is closed." },
  "calling.waveNotInField": { status: 409, sentence: "The wave is not in the field." },
  "calling.leaseLost": { status: 409, sentence: "The case is no longer on this desk." },
  "calling.attemptOpen": { status: 409, sentence: "The last call of this case is not closed yet." },
  "calling.attemptClosed": { status: 409, sentence: "The call is already closed." },
  "calling.deskHasCase": { status: 409, sentence: "There is still a case on this desk." },
  "calling.dispositionUnknown": { status: 422, sentence: "There is no such outcome." },
  "calling.dispositionNotHere": { status: 422, sentence: "This outcome cannot be given here." },
  "calling.interviewUnderWay": {
    status: 409,
    sentence: "The interview is still under way: finish, suspend or break it off first.",
  },
} as const satisfies Record<string, ProblemEntry>;
