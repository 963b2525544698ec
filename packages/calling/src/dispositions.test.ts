// The disposition table: complete, coherent, and in step with the names code refers to.

import { expect, test } from "vitest";
import { dispositionKeys, isDispositionKey } from "./disposition-keys.ts";
import { defaultDelays, disposition, dispositions, dispositionsOf, situations } from "./dispositions.ts";

test("the table holds exactly the dispositions that have names, each once", () => {
  expect(dispositions.map(({ key }) => key)).toEqual([...dispositionKeys]);
  expect(isDispositionKey("busy")).toBe(true);
  expect(isDispositionKey("constructor")).toBe(false);
});

test("every disposition belongs to one group of the outcome pad", () => {
  expect(situations.flatMap((situation) => dispositionsOf(situation))).toHaveLength(dispositions.length);
  expect(dispositionsOf("nobody reached").map(({ key }) => key)).toContain("busy");
});

test.each(dispositions)("$key carries a known class, a code and a rank", (entry) => {
  expect(["I", "P", "R", "NC", "O", "UH", "UO", "NE"]).toContain(entry.aaporClass);
  expect(["interim", "final"]).toContain(entry.phase);
  expect(["yes", "no", "unknown"]).toContain(entry.eligible);
  expect(entry.aaporCode).toMatch(/^[1-4]\.\d{1,3}$/);
  expect(entry.endOfFieldCode).toMatch(/^[1-4]\.\d{1,3}$/);
  expect(entry.foldRank).toBeGreaterThanOrEqual(0);
});

test("interim outcomes have a delay or an appointment, final ones neither", () => {
  for (const entry of dispositions) {
    const waits = entry.defaultDelayMinutes !== undefined || entry.effects?.includes("appointment") === true;
    expect([entry.key, waits]).toEqual([entry.key, entry.phase === "interim"]);
  }
  expect(defaultDelays()).toMatchObject({ busy: 15, noAnswer: 180, lineDropped: 0 });
  expect(defaultDelays()).not.toHaveProperty("complete");
  expect(disposition("complete").aaporCode).toBe("1.1");
});
