// What is safe and what to do next after each problem: the second half of every error message.

import type { ProblemCode } from "@fieldline/protocol";
import type { Strings } from "./keys.ts";

export type AdviceKey = keyof Strings["common"]["advice"];

const advice: Readonly<Record<ProblemCode, AdviceKey>> = {
  "request.invalid": "administrator",
  "request.notFound": "otherAddress",
  "request.tooLarge": "administrator",
  "request.tooMany": "wait",
  "request.foreignOrigin": "otherAddress",
  "server.fault": "again",
  "server.draining": "again",
  "server.noDatabase": "again",
  "session.missing": "signIn",
  "session.wrongNameOrPassword": "correct",
  "access.notAllowed": "supervisor",
  "access.notFound": "reload",
  "command.differentContent": "reload",
  "wave.settingMissing": "supervisor",
  "wave.notATestWave": "nothing",
  "wave.nothingCallable": "supervisor",
  "export.nothingToExport": "nothing",
  "quota.unknownCell": "reload",
  "quota.targetNotWhole": "correct",
  "quota.toleranceNotWhole": "correct",
  "quota.counterOnlyStaysOpen": "nothing",
  "quota.planInForce": "correct",
  "quota.planUnsound": "correct",
  "calling.outsideHours": "later",
  "calling.closedDay": "later",
  "calling.beyondCeiling": "otherNumber",
  "calling.beyondDayCeiling": "otherNumber",
  "calling.doNotCall": "otherNumber",
  "calling.noDoNotCallImport": "supervisor",
  "calling.unknownCountryRule": "supervisor",
  "calling.unknownZone": "supervisor",
  "calling.holidaysUnknown": "supervisor",
  "calling.notInField": "supervisor",
  "calling.testNumberInLiveWave": "supervisor",
  "calling.liveNumberInTestWave": "supervisor",
  "calling.numberClosed": "otherNumber",
  "calling.waveNotInField": "supervisor",
  "calling.leaseLost": "nextCase",
  "calling.attemptOpen": "closeCall",
  "calling.attemptClosed": "reload",
  "calling.deskHasCase": "finishCase",
  "calling.dispositionUnknown": "reload",
  "calling.dispositionNotHere": "correct",
  "calling.interviewUnderWay": "finishInterview",
  "interview.offRoute": "goOn",
  "interview.notBegun": "reload",
  "interview.alreadyBegun": "reload",
  "interview.sequenceGap": "goOn",
  "interview.sequenceTaken": "goOn",
  "interview.idReused": "reload",
  "interview.closed": "closeCall",
  "interview.notSuspended": "goOn",
  "interview.answerNotAllowed": "correct",
  "interview.optionNotOffered": "correct",
  "interview.nothingBefore": "goOn",
  "interview.unknownLanguage": "goOn",
  "interview.unknownCountry": "supervisor",
  "interview.notFinished": "goOn",
  "interview.noQuotaCheckDue": "goOn",
  "interview.verdictMissing": "goOn",
  "interview.otherRelease": "supervisor",
  "interview.attemptNotOpen": "reload",
  "interview.underWay": "reload",
  "interview.alreadyCompleted": "nextCase",
};

/** Codes of the page itself, for requests that came to no answer. */
const ofThePage: Readonly<Record<string, AdviceKey>> = {
  "client.offline": "connection",
  "client.timeout": "connection",
  "client.unreadable": "again",
};

/** What to do after a problem; `reload` for a code this page does not know. */
export const adviceFor = (code: string): AdviceKey =>
  advice[code as ProblemCode] ?? ofThePage[code] ?? "reload";

/** Whether it is certain that nothing was changed: not so when the answer to a request was lost. */
export const nothingChanged = (code: string): boolean => !(code in ofThePage) && code !== "server.fault";
