// Names of the dispositions: what code and screens refer to. Codes, classes and ranks are data of the edition.

export const dispositionKeys = [
  "noAnswer",
  "busy",
  "answeringMachine",
  "answeringMachineHousehold",
  "callBlocked",
  "technicalFault",
  "temporarilyOutOfService",
  "notInService",
  "disconnected",
  "faxOrData",
  "numberChanged",
  "business",
  "outOfSample",
  "noEligibleRespondent",
  "callLater",
  "respondentNotAvailable",
  "appointmentExact",
  "appointmentLoose",
  "notSafeToTalk",
  "softRefusalHousehold",
  "softRefusalRespondent",
  "hardRefusal",
  "doNotCall",
  "languageProblem",
  "unable",
  "dead",
  "poorLine",
  "complete",
  "partial",
  "breakOffResumable",
  "breakOff",
  "lineDropped",
  "quotaFull",
  "noPlace",
  "withdrawn",
  "attemptsExhausted",
  "suppressed",
  "notWorked",
  "closedBySupervisor",
  "neverClosed",
] as const;

export type DispositionKey = (typeof dispositionKeys)[number];

export const isDispositionKey = (text: string): text is DispositionKey =>
  (dispositionKeys as readonly string[]).includes(text);
