// Two clocks: a test wave stands where it was put, a live wave never leaves real time.

import { day, hour, instant } from "@fieldline/kernel";
import { expect, test } from "vitest";
import { fieldClock, fieldTime } from "./clocks.ts";

const monday = instant(Date.UTC(2026, 2, 2, 9));

test("a test wave runs on from its offset", () => {
  let now = monday;
  const clock = fieldClock({ mode: "test", fieldOffsetMs: BigInt(-3 * day) }, { now: () => now });
  expect(clock.now()).toBe(monday - 3 * day);
  now = instant(monday + hour);
  expect(clock.now()).toBe(monday - 3 * day + hour);
});

test("a live wave is in real time, whatever offset its row holds", () => {
  expect(fieldTime({ mode: "live", fieldOffsetMs: 12n }, monday)).toBe(monday);
});
