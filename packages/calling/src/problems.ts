// Problem codes of calling: why a number is not dialled now, and why an appointment is not made.

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
  | "calling.liveNumberInTestWave"
  | "calling.appointmentOffGrid"
  | "calling.appointmentBackwards"
  | "calling.appointmentOutsideField"
  | "calling.appointmentClosedDay"
  | "calling.appointmentOutsideHours"
  | "calling.appointmentInGap"
  | "calling.appointmentPast";
