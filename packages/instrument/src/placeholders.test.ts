// Placeholders: filled, or a pause; never a brace in somebody's ear.

import fc from "fast-check";
import { expect, test } from "vitest";
import { fill, hasStrayBrace, placeholdersIn, unfilled } from "./placeholders.ts";

test("Mette greets with her name and the institute's", () => {
  const text = "{greeting}, du taler med {interviewerName} fra {institute}.";
  const values = { greeting: "Godaften", interviewerName: "Mette", institute: "Nordmål" };
  expect(fill(text, values)).toBe("Godaften, du taler med Mette fra Nordmål.");
  expect(unfilled(text, values)).toEqual([]);
});

test("what is not known, or blank, becomes a pause", () => {
  expect(fill("Ring {verificationPhone}. {goodbye}.", { goodbye: " " })).toBe("Ring …. ….");
  expect(unfilled("Ring {verificationPhone}. {goodbye}.", { goodbye: " " })).toEqual([
    "verificationPhone",
    "goodbye",
  ]);
});

test("names of every object are not values", () => {
  expect(fill("{constructor} {toString}", {})).toBe("… …");
});

test("a value that looks like a placeholder is said, not filled again", () => {
  expect(placeholdersIn(fill("{a}", { a: "b" }))).toEqual([]);
  expect(fill("{client}", { client: "A {B} C" })).toBe("A {B} C");
});

test("stray braces are seen and are not read out", () => {
  expect(hasStrayBrace("Tak {goodbye")).toBe(true);
  expect(hasStrayBrace("Tak {goodbye}")).toBe(false);
  expect(hasStrayBrace("{{goodbye}}")).toBe(true);
  expect(fill("Tak } {goodbye", {})).toBe("Tak  goodbye");
});

test("no text reads a brace to a respondent", () => {
  fc.assert(
    fc.property(fc.string(), fc.dictionary(fc.string(), fc.constantFrom("Mette", "")), (text, values) => {
      expect(fill(text, values)).not.toMatch(/[{}]/);
    }),
  );
});
