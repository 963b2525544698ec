// Problem codes of quota: why a cell is not changed as a supervisor asked.

export type QuotaProblemCode =
  | "quota.unknownCell"
  | "quota.targetNotWhole"
  | "quota.toleranceNotWhole"
  | "quota.counterOnlyStaysOpen";
