// Problem codes of sampling: why a file, a row or a number is refused. Params name rows and columns, never contents.

export type NumberProblemCode =
  | "sampling.numberUnreadable"
  | "sampling.numberInvalid"
  | "sampling.numberOfOtherCountry"
  | "sampling.notATestNumber"
  | "sampling.testNumber";

export type SamplingProblemCode =
  | NumberProblemCode
  | "sampling.columnMissing"
  | "sampling.columnUnknown"
  | "sampling.columnTwice"
  | "sampling.cellUnreadable"
  | "sampling.recordMissing"
  | "sampling.recordTooLong"
  | "sampling.recordIsNumber"
  | "sampling.recordTwice"
  | "sampling.countryUnknown"
  | "sampling.regionUnknown"
  | "sampling.numberMissing"
  | "sampling.kindUnknown"
  | "sampling.kindWithoutNumber"
  | "sampling.nameTooLong"
  | "sampling.sameNumberTwice"
  | "sampling.numberTwice";
