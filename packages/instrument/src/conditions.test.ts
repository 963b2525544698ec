// What filters mean, in the words of an interview about work.

import { expect, test } from "vitest";
import { atomsOf, holds, variablesOf } from "./conditions.ts";
import type { Answer, Condition } from "./types.ts";

const answers: Readonly<Record<string, Answer>> = {
  works: { value: 1 },
  age: { missing: "refused" },
  region: { value: "DK01" },
};

test.each<[string, boolean, Condition]>([
  ["has work", true, { variable: "works", is: "eq", value: 1 }],
  ["has anything but no work", true, { variable: "works", is: "ne", value: 2 }],
  ["work is 1 or 3", true, { variable: "works", oneOf: [1, 3] }],
  ["is 18 or over, age refused", false, { variable: "age", is: "ge", value: 18 }],
  ["is not 18, age refused", false, { variable: "age", is: "ne", value: 18 }],
  ["refused the age", true, { variable: "age", missing: "refused" }],
  ["does not know the age", false, { variable: "age", missing: "dontKnow" }],
  ["lives in Hovedstaden", true, { variable: "region", is: "eq", value: "DK01" }],
  ["a region has no order", false, { variable: "region", is: "ge", value: "DK00" }],
  ["was never asked", false, { variable: "hours", is: "ne", value: 1 }],
  ["not full-time, never asked", true, { not: { variable: "hours", is: "eq", value: 1 } }],
  ["all of nothing", true, { all: [] }],
  ["any of nothing", false, { any: [] }],
  ["a name of every object", false, { variable: "toString", is: "ne", value: 1 }],
])("%s: %s", (_case, expected, condition) => {
  expect(holds(condition, answers)).toBe(expected);
});

test("a condition names its variables once, in reading order", () => {
  const condition: Condition = {
    all: [
      { variable: "works", is: "eq", value: 1 },
      { any: [{ variable: "age", is: "lt", value: 50 }, { not: { variable: "works", oneOf: [2] } }] },
    ],
  };
  expect(variablesOf(condition)).toEqual(["works", "age"]);
  expect(atomsOf(condition)).toHaveLength(3);
});
