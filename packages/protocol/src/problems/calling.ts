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
  "calling.appointmentOffGrid": {
    status: 422,
    sentence: "An appointment needs a date and a time on the quarter of an hour.",
  },
  "calling.appointmentBackwards": { status: 422, sentence: "The part of the day ends before it begins." },
  "calling.appointmentOutsideField": {
    status: 422,
    sentence: "{localDate} is outside the dates of the wave ({first} to {last}).",
  },
  "calling.appointmentClosedDay": { status: 422, sentence: "Nobody is called there on {localDate}." },
  "calling.appointmentOutsideHours": {
    status: 422,
    sentence: "{localTime} is outside the hours for calls there on {localDate} ({opensAt} to {closesAt}).",
  },
  "calling.appointmentInGap": {
    status: 422,
    sentence: "{localTime} does not exist there on {localDate}: the clocks are put forward.",
  },
  "calling.appointmentPast": { status: 422, sentence: "{localTime} on {localDate} is already past there." },
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
  "calling.appointmentMissing": { status: 422, sentence: "This outcome needs a time for the appointment." },
  "calling.reasonMissing": {
    status: 422,
    sentence: "A refusal needs its reason and the reply that was used.",
  },
  "calling.languageMissing": {
    status: 422,
    sentence: "This outcome needs the language that is spoken there.",
  },
  "calling.followUpNotHere": {
    status: 422,
    sentence: "This was sent with an outcome that it does not belong to: {what}.",
  },
  "calling.correctionTooLate": {
    status: 409,
    sentence: "This outcome can no longer be mended at the desk: the next case has been taken.",
  },
  "calling.correctionAfterInterview": {
    status: 409,
    sentence: "The interview of this case counts as complete; its outcome cannot be corrected away.",
  },
  "calling.correctionListed": {
    status: 409,
    sentence: "The numbers of this case are on the do-not-call list; that outcome stands.",
  },
  "calling.caseAtDesk": { status: 409, sentence: "The case is on a desk at this moment." },
  "calling.caseClosed": { status: 409, sentence: "The case is closed." },
  "calling.caseOnNoDesk": { status: 409, sentence: "The case is on no desk." },
  "calling.callConnected": { status: 409, sentence: "Somebody is on the telephone with this household." },
  "calling.notPinned": { status: 409, sentence: "The case is not pinned." },
  "calling.notHeld": { status: 409, sentence: "The case is not held back." },
  "calling.noNumberToRing": { status: 409, sentence: "No number of this case may be rung." },
  "calling.interviewerElsewhere": {
    status: 409,
    sentence: "This person does not interview in this study and country.",
  },
  "calling.interviewerLanguage": {
    status: 409,
    sentence: "This interviewer does not speak the language of this household.",
  },
  "calling.notClosedBySupervisor": {
    status: 409,
    sentence: "Only a case that a supervisor closed can be opened again.",
  },
  "calling.numberElsewhere": { status: 409, sentence: "A number of this case is on a desk of another case." },
  "calling.numberUnreadable": {
    status: 422,
    sentence: "This is not a telephone number of the countries you interview in.",
  },
  "calling.interviewUnderWay": {
    status: 409,
    sentence: "The interview is still under way: finish, suspend or break it off first.",
  },
} as const satisfies Record<string, ProblemEntry>;
