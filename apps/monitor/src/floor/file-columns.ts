// The floor as a downloaded table: what the screen shows at that second, one fact a column.

import type { DeskRow } from "@fieldline/protocol";
import { duration } from "@fieldline/wording";
import { clockTime, number } from "../format.ts";
import { countryText, type FloorReader, languageText, unitText } from "./columns.ts";

export const fileColumns = [
  "name",
  "state",
  "since",
  "country",
  "reference",
  "language",
  "unit",
  "length",
  "median",
  "lastSeen",
  "dials",
  "contacts",
  "completes",
  "refusals",
] as const;
export type FileColumn = (typeof fileColumns)[number];

interface Moment {
  /** Machine time in milliseconds since 1970. */
  readonly now: number;
  readonly medianMinutes: number | null;
}

/** Durations in minutes and seconds; nothing where the desk has nothing to say. */
export function fileText(
  desk: DeskRow,
  column: FileColumn,
  { now, medianMinutes }: Moment,
  reader: FloorReader,
): string {
  const { t, language } = reader;
  switch (column) {
    case "name":
      return desk.name;
    case "state":
      return t(`monitor.floor.state.${desk.state}`);
    case "since":
      return duration(now - Date.parse(desk.since));
    case "country":
      return countryText(desk, reader);
    case "reference":
      return desk.reference ?? "";
    case "language":
      return languageText(desk, reader);
    case "unit":
      return unitText(desk, reader);
    case "length":
      return desk.interviewSince === null ? "" : duration(now - Date.parse(desk.interviewSince));
    case "median":
      return desk.interviewSince === null || medianMinutes === null ? "" : number(medianMinutes, language, 1);
    case "lastSeen":
      return desk.lastSeen === null ? "" : clockTime(Date.parse(desk.lastSeen), language);
    default:
      return String(desk.figures[column]);
  }
}
