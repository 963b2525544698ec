// The simulated line: last digit to what happens, as test waves promise it.

import { expect, test } from "vitest";
import { simulatedLine } from "./simulated-line.ts";

test.each([
  [0, "answered"],
  [1, "answered"],
  [2, "answered"],
  [3, "answered"],
  [4, "answered"],
  [5, "noAnswer"],
  [6, "busy"],
  [7, "machine"],
  [8, "dropped"],
  [9, "notInService"],
])("a number ending in %i is %s", (digit, kind) => {
  const line = simulatedLine(digit);
  expect(line.kind).toBe(kind);
  const times = line.timeline.map(({ afterMs }) => afterMs);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(line.timeline.some(({ afterMs }) => afterMs === line.ringMs)).toBe(true);
});

test("a dropped line goes dead sixty seconds after the answer", () => {
  const line = simulatedLine(8);
  const time = (event: string) => line.timeline.find((entry) => entry.event === event)?.afterMs ?? 0;
  expect(line.dropAfterMs).toBe(60_000);
  expect(time("dropped") - time("answered")).toBe(60_000);
});

test("there is no line for what is not a digit", () => {
  expect(() => simulatedLine(10)).toThrow(RangeError);
  expect(() => simulatedLine(Number.NaN)).toThrow(RangeError);
});
