// The columns of the floor, and what they show that does not change by the second.

import type { DeskRow } from "@fieldline/protocol";
import { countryName, languageName, type Translate } from "@fieldline/wording";
import { number } from "../format.ts";

export const columnIds = [
  "name",
  "state",
  "country",
  "language",
  "unit",
  "length",
  "dials",
  "contacts",
  "completes",
  "refusals",
] as const;
export type ColumnId = (typeof columnIds)[number];

export const figureColumns = ["dials", "contacts", "completes", "refusals"] as const satisfies ColumnId[];

/** Numbers align right. */
export const alignEnd: ReadonlySet<ColumnId> = new Set(["unit", "length", ...figureColumns]);

export interface FloorReader {
  readonly t: Translate;
  readonly language: string;
}

/** `7 of 18`, nothing outside an interview. */
export const unitText = ({ unit, units }: DeskRow, { t, language }: FloorReader): string =>
  unit === null || units === null
    ? ""
    : t("monitor.floor.unitOf", { unit: number(unit, language), units: number(units, language) });

export const countryText = (desk: DeskRow, { language }: FloorReader): string =>
  desk.country === null ? "" : countryName(desk.country, language);

export const languageText = (desk: DeskRow, { language }: FloorReader): string =>
  desk.language === null ? "" : languageName(desk.language, language);
