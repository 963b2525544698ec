// A respondent's code, typed as it was written on a slip of paper.

import { expect, it } from "vitest";
import { mayBeCode, typedCode } from "./typed-code.ts";

it.each(["ABCD1234", "abcd-1234", " abcd 1234 ", "ab cd–12 34", "A-B-C-D-1-2-3-4"])("reads %s", (text) => {
  expect(typedCode(text)).toBe("ABCD1234");
});

it("knows what cannot be a code", () => {
  expect(mayBeCode(typedCode("abcd-1234"))).toBe(true);
  expect(["", "ABCD123", "ABCD12345", "ABCD123!"].filter(mayBeCode)).toEqual([]);
});
