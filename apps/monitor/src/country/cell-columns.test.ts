// Tables of cells sort by size and by words, and go into a file as plain figures.

import { createI18n } from "@fieldline/wording";
import { describe, expect, it } from "vitest";
import type { QuotaCellBody } from "../quotas/cells.ts";
import type { Reader } from "../quotas/reader.ts";
import { cellColumns, columnFile, columnText, ordered } from "./cell-columns.ts";

const { t } = await createI18n("de", ["monitor"]);
const german: Reader = { t, language: "de", instrument: undefined };
const region = (key: string, change: Partial<QuotaCellBody>): QuotaCellBody => ({
  id: `DE/region/${key}`,
  country: "DE",
  dimension: "region",
  key,
  target: 1_000,
  cap: 1_100,
  completed: 0,
  reserved: 0,
  policy: { kind: "tolerant", places: 2, percent: 10 },
  closed: false,
  state: "open",
  ...change,
});
const large = region("DEA", { completed: 1_020, reserved: 3 });
const small = region("DE5", { target: 8, cap: 10, completed: 7 });
const counting = region("unknown", { target: 0, cap: null, policy: { kind: "counterOnly" }, completed: 4 });
const line = (cell: QuotaCellBody, text: typeof columnText) =>
  cellColumns.map((column) => text(cell, column, german));

describe("a row of the table", () => {
  it("shows figures as the language writes them, also beyond the target", () => {
    expect(line(large, columnText)).toEqual([
      "DEA",
      "1.020",
      "1.000",
      "3",
      "-23",
      "1.100",
      "93\u00a0%",
      "tolerant: +2 / +10 %",
      "offen",
    ]);
  });

  it("goes into the file as figures that can be reckoned with, and words in full", () => {
    expect(line(large, columnFile)).toEqual([
      "DEA",
      "1020",
      "1000",
      "3",
      "-23",
      "1100",
      "0.930",
      "tolerant: bis 2 Plätze oder 10 % über dem Ziel, je nachdem, was mehr ist",
      "offen",
    ]);
  });

  it("has no limit and no share where a cell counts without a target", () => {
    expect(columnText(counting, "limit", german)).toBe("unbegrenzt");
    expect(columnText(counting, "fill", german)).toBe("–");
    expect([columnFile(counting, "limit", german), columnFile(counting, "fill", german)]).toEqual(["", ""]);
  });
});

describe("sorting", () => {
  const keys = (column: (typeof cellColumns)[number], down: boolean) =>
    ordered([large, small, counting], { sort: column, down }, german).map(({ key }) => key);

  it("goes by size in figures, cells without a limit last", () => {
    expect(keys("completed", false)).toEqual(["unknown", "DE5", "DEA"]);
    expect(keys("limit", false)).toEqual(["DE5", "DEA", "unknown"]);
    expect(keys("fill", true)).toEqual(["DEA", "DE5", "unknown"]);
  });

  it("goes by the alphabet in words, and is the plan's where none is chosen", () => {
    expect(keys("cell", false)).toEqual(["DE5", "DEA", "unknown"]);
    expect(ordered([large, small], null, german)).toEqual([large, small]);
  });
});
