// Problem codes of calling: why a number is not dialled now.

export type CallingProblemCode =
  | "calling.outsideHours"
  | "calling.closedDay"
  | "calling.beyondCeiling"
  | "calling.beyondDayCeiling"
  | "calling.doNotCall"
  | "calling.noDoNotCallImport"
  | "calling.unknownCountryRule"
  | "calling.unknownZone"
  | "calling.holidaysUnknown"
  | "calling.notInField"
  | "calling.testNumberInLiveWave"
  | "calling.liveNumberInTestWave";
