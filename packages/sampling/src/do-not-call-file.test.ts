// The header of a do-not-call list: both columns, nothing else, and nothing quoted of what is wrong.

import { describe, expect, it } from "vitest";
import { checkDoNotCallHeader } from "./do-not-call-file.ts";

describe("the header of a do-not-call list", () => {
  it("names number and country, in any order", () => {
    expect(checkDoNotCallHeader(["number", "country"])).toEqual([]);
    expect(checkDoNotCallHeader([" country ", "number"])).toEqual([]);
  });

  it("lacks a column where the file begins with numbers at once, which are not repeated", () => {
    const problems = checkDoNotCallHeader(["+45 33 12 34 56", "DK"]);
    expect(problems).toEqual([
      { code: "sampling.columnMissing", params: { column: "number" } },
      { code: "sampling.columnMissing", params: { column: "country" } },
      { code: "sampling.columnUnknown", params: { position: 1 } },
      { code: "sampling.columnUnknown", params: { position: 2 } },
    ]);
  });

  it("has no column twice", () => {
    expect(checkDoNotCallHeader(["number", "country", "number"])).toEqual([
      { code: "sampling.columnTwice", params: { column: "number" } },
    ]);
  });
});
