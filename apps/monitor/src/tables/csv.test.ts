// The downloaded table opens in a spreadsheet as it stood on the screen.

import { describe, expect, it } from "vitest";
import { csvForPeople } from "./csv.ts";

describe("a table for people", () => {
  it("begins with a byte-order mark and quotes what CSV must quote", () => {
    expect(
      csvForPeople([
        ["Interviewer", "Minutter"],
        ['Åse "Bo" Juul', "9,5"],
      ]),
    ).toBe('\uFEFFInterviewer,Minutter\r\n"Åse ""Bo"" Juul","9,5"\r\n');
  });

  it("writes a record that looks like a formula as text", () => {
    expect(csvForPeople([["=HYPERLINK(1)"], ["+45"], ["-"], ["@x"], ["DK-1"]])).toBe(
      "\uFEFF'=HYPERLINK(1)\r\n'+45\r\n'-\r\n'@x\r\nDK-1\r\n",
    );
  });
});
