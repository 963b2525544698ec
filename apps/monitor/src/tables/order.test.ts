// Tables are sorted as people expect it, whatever the column holds.

import { describe, expect, it } from "vitest";
import { inOrder } from "./order.ts";

interface Line {
  readonly name: string;
  readonly minutes: number | null;
}
const line = (name: string, minutes: number | null = 0): Line => ({ name, minutes });
const names = (rows: readonly Line[]) => rows.map(({ name }) => name);

describe("the order of a table", () => {
  it("is that of the interface's alphabet for words, and of numbers inside them", () => {
    const rows = [line("DK-10"), line("åse"), line("DK-9"), line("zita")];
    const by = ({ name }: Line) => name;
    expect(names(inOrder(rows, { down: false, by, language: "da" }))).toEqual([
      "DK-9",
      "DK-10",
      "zita",
      "åse",
    ]);
    expect(names(inOrder(rows, { down: true, by, language: "da" }))[0]).toBe("åse");
  });

  it("leaves rows with nothing in the column last, and equal ones where they stood, either way", () => {
    const rows = [line("none", null), line("long", 30), line("first", 5), line("second", 5)];
    const by = ({ minutes }: Line) => minutes;
    expect(names(inOrder(rows, { down: false, by, language: "en" }))).toEqual([
      "first",
      "second",
      "long",
      "none",
    ]);
    expect(names(inOrder(rows, { down: true, by, language: "en" }))).toEqual([
      "long",
      "first",
      "second",
      "none",
    ]);
  });
});
