// Days of field time: an ordinary evening, and the night and morning on which the clocks go back.

export const danishDays = {
  first: "2008-04-01",
  last: "2008-11-30",
  /** Wednesday, 17:00 in Copenhagen. */
  evening: "2008-04-16T15:00:00.000Z",
  /** Saturday 25 October 2008, 17:00 in Copenhagen, still by summer time. */
  eveningBeforeChange: "2008-10-25T15:00:00.000Z",
  /** Sunday, 11:25 by the winter time that began that night: half an hour before anybody may be rung. */
  morningAfterChange: "2008-10-26T10:25:00.000Z",
  /** The same Sunday, 13:00. */
  middayAfterChange: "2008-10-26T12:00:00.000Z",
} as const;
