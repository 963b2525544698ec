// The columns of the table of interviews: what each shows, sorts by, and writes into the downloaded table.

import type { InterviewRow } from "@fieldline/protocol";
import { countryName, languageName, type Translate } from "@fieldline/wording";
import { dayAndTime, number, shortDayAndTime } from "../format.ts";

export const columnIds = [
  "reference",
  "country",
  "language",
  "status",
  "counted",
  "interviewer",
  "startedAt",
  "endedAt",
  "minutes",
  "release",
] as const;
export type ColumnId = (typeof columnIds)[number];

export interface Reader {
  readonly t: Translate;
  readonly language: string;
  readonly zone: string;
}

/** Never broken over two lines. */
export const unbroken: ReadonlySet<ColumnId> = new Set(["reference", "startedAt", "endedAt"]);
/** Numbers align right. */
export const alignEnd: ReadonlySet<ColumnId> = new Set(["minutes", "release"]);

/** A cell in words of the interface. */
export function cellText(row: InterviewRow, column: ColumnId, { t, language, zone }: Reader): string {
  switch (column) {
    case "reference":
      return row.reference;
    case "country":
      return countryName(row.country, language);
    case "language":
      return languageName(row.language, language);
    case "status":
      return t(`monitor.interviews.statuses.${row.status}`);
    case "counted":
      return t(row.counted ? "monitor.yes" : "monitor.no");
    case "interviewer":
      return row.interviewer;
    case "startedAt":
      return shortDayAndTime(row.startedAt, zone, language);
    case "endedAt":
      return row.endedAt === null ? t("monitor.none") : shortDayAndTime(row.endedAt, zone, language);
    case "minutes":
      return row.minutes === null ? t("monitor.none") : number(row.minutes, language, 1);
    case "release":
      return number(row.release, language);
  }
}

/** A cell of the downloaded table: as on the screen, but times have their year. */
export function fileText(row: InterviewRow, column: ColumnId, reader: Reader): string {
  if (column !== "startedAt" && column !== "endedAt") return cellText(row, column, reader);
  const time = row[column];
  return time === null ? "" : dayAndTime(time, reader.zone, reader.language);
}
