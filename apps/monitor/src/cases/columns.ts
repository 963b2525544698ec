// The columns of the table of cases, and what a case shows in them.

import type { CaseRow } from "@fieldline/protocol";
import { countryName, outcomeLabel, type Translate } from "@fieldline/wording";
import { dayAndTime, number, shortDayAndTime } from "../format.ts";
import type { sorts } from "./view.ts";

export type ColumnId = (typeof sorts)[number];

export interface CaseReader {
  readonly t: Translate;
  readonly language: string;
  /** The zone of a country. */
  readonly zoneOf: (country: string) => string;
}

/** Never broken over two lines. */
export const unbroken: ReadonlySet<ColumnId> = new Set(["reference", "finalCode", "dueAt"]);
export const alignEnd: ReadonlySet<ColumnId> = new Set(["attempts"]);

export function cellText(row: CaseRow, column: ColumnId, { t, language, zoneOf }: CaseReader): string {
  switch (column) {
    case "reference":
      return row.reference;
    case "country":
      return countryName(row.country, language);
    case "state":
      return row.heldBy === null
        ? t(`monitor.cases.state.${row.state}`)
        : t("monitor.cases.heldBy", { name: row.heldBy });
    case "attempts":
      return number(row.attempts, language);
    case "disposition":
      return row.lastDisposition === null ? t("monitor.none") : outcomeLabel(t, row.lastDisposition);
    case "finalCode":
      return row.finalCode ?? t("monitor.none");
    case "dueAt":
      return row.dueAt === null
        ? t("monitor.none")
        : shortDayAndTime(row.dueAt, zoneOf(row.country), language);
  }
}

/** A cell of the downloaded table: as on the screen, but times have their year and nothing is empty. */
export function fileText(row: CaseRow, column: ColumnId, reader: CaseReader): string {
  if (column === "dueAt") {
    return row.dueAt === null ? "" : dayAndTime(row.dueAt, reader.zoneOf(row.country), reader.language);
  }
  if (column === "disposition" && row.lastDisposition === null) return "";
  return column === "finalCode" ? (row.finalCode ?? "") : cellText(row, column, reader);
}
