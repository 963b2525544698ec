// Paradata: durations, changed answers, back steps, for each person asked.

import { expect, test } from "vitest";
import { type Operation, paradata } from "./index.ts";
import { filters } from "./testing/releases.ts";
import { opens } from "./testing/scenario.ts";

/** The scenario's operations with `second` as the second each is written at. */
const at = (operations: readonly Operation[], seconds: readonly number[]): readonly Operation[] =>
  operations.map((operation, index) => ({
    ...operation,
    at: new Date(Date.UTC(2008, 3, 16, 17, 0, seconds[index])).toISOString(),
  }));

test("a question lasts from the step before it to its first answer", () => {
  const { log } = opens(filters).agrees().answers("sex", 2).answers("age", 40);
  const { respondents, durationMs } = paradata(at(log.operations, [0, 4, 10, 13, 20]));
  expect(respondents).toEqual([
    {
      respondent: 1,
      questions: { sex: { durationMs: 3_000, changes: 0 }, age: { durationMs: 7_000, changes: 0 } },
      changes: 0,
      backSteps: 0,
      durationMs: 16_000,
    },
  ]);
  expect(durationMs).toBe(16_000);
});

test("the server's clock at the beginning does not lengthen an interview at a desk whose clock is ahead", () => {
  const { log } = opens(filters).agrees().answers("sex", 2);
  expect(paradata(at(log.operations, [0, 180, 184, 187])).durationMs).toBe(7_000);
});

test("a language switch does not cut the question in two, and is listed", () => {
  const { log } = opens(filters).agrees().does({ type: "switchLanguage", language: "en" }).answers("sex", 2);
  const { respondents, languageSwitches } = paradata(at(log.operations, [0, 1, 2, 6, 9]));
  expect(respondents[0]?.questions["sex"]?.durationMs).toBe(7_000);
  expect(languageSwitches).toEqual([{ seq: 4, language: "en" }]);
});

test("a changed answer is a change, the same answer again is none; the first duration stays", () => {
  const mette = opens(filters).agrees().answers("sex", 2).goesBack().answers("sex", 2);
  mette.goesBack().answers("sex", 1);
  const { respondents, backSteps } = paradata(at(mette.log.operations, [0, 1, 2, 5, 6, 10, 11, 30]));
  expect(respondents[0]?.questions["sex"]).toEqual({ durationMs: 3_000, changes: 1 });
  expect(respondents[0]?.changes).toBe(1);
  expect(backSteps).toBe(2);
});

test("each person has paradata of their own", () => {
  const mette = opens(filters).agrees().answers("sex", 2).answers("age", 12).handsOver().agrees();
  const { respondents } = paradata(mette.answers("sex", 1).log.operations);
  expect(respondents.map(({ respondent, questions }) => [respondent, Object.keys(questions)])).toEqual([
    [1, ["sex", "age"]],
    [2, ["sex"]],
  ]);
  expect(respondents[1]?.changes).toBe(0);
});

test("the time between suspending and resuming is nobody's", () => {
  const { log } = opens(filters).agrees().suspends().resumes().answers("sex", 2);
  const { durationMs, respondents } = paradata(at(log.operations, [0, 2, 4, 5, 3_600, 3_604]));
  expect(durationMs).toBe(7_000);
  expect(respondents[0]?.questions["sex"]?.durationMs).toBe(4_000);
});

test("a desk clock set back counts as no time", () => {
  const { log } = opens(filters).agrees().answers("sex", 2);
  const { durationMs, respondents } = paradata(at(log.operations, [0, 10, 20, 5]));
  expect(respondents[0]?.questions["sex"]?.durationMs).toBe(0);
  expect(durationMs).toBe(10_000);
});
