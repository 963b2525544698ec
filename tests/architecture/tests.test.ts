// No test is left out of a run, and none runs alone.

import { describe, expect, test } from "vitest";
import { codeLines, filesOf, isTest } from "./support/read.ts";

const LEFT_OUT = new RegExp(
  [
    `\\.(${["only", "skip", "todo", "skipIf", "runIf", "fails"].join("|")})\\b\\s*[(.]`,
    `\\b(${["xit", "xtest", "xdescribe", "fit", "fdescribe"].join("|")})\\(`,
    `\\b(ctx|context)\\.${"skip"}\\(`,
  ].join("|"),
);

test("every test of the repository runs", () => {
  const files = filesOf(["apps", "packages", "tests"], isTest);
  expect(files.length).toBeGreaterThan(10);
  expect(files.flatMap((path) => codeLines(path, LEFT_OUT))).toEqual([]);
});

describe("the pattern finds what it is for", () => {
  const words = ["only", "skip", "todo"];
  test.each(words.flatMap((word) => [`test.${word}("x")`, `describe.each([1]).${word}("x")`]))(
    "%s",
    (line) => {
      expect(LEFT_OUT.test(line)).toBe(true);
    },
  );
  test("an ordinary test is let through", () => {
    expect(LEFT_OUT.test('test("Mette rings only once", () => {')).toBe(false);
  });
});
