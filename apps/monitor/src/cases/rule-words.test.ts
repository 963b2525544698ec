// Rules in words: spans in the unit people use, and codes of a newer server.

import { ruleCodes } from "@fieldline/calling";
import { createI18n } from "@fieldline/wording";
import { expect, it } from "vitest";
import { becauseText, spanWords } from "./rule-words.ts";

const { t } = await createI18n("en", ["monitor"]);

it("says a rest in minutes, hours or days", () => {
  expect([15, 90, 180, 1440, 7 * 1440].map((minutes) => spanWords(minutes, "en"))).toEqual([
    ...["15 minutes", "90 minutes", "3 hours", "1 day", "7 days"],
  ]);
  expect(spanWords(180, "de")).toBe("3 Stunden");
});

it("has words for every rule, and calls an unknown one by its code", () => {
  const params = {
    minutes: 180,
    hours: 72,
    cap: 8,
    ceiling: 10,
    inARow: 3,
    tries: 3,
    days: 2,
    daypart: "evening",
  };
  for (const code of ruleCodes) {
    const text = becauseText([{ code, params }], t, "en");
    expect(text, code).not.toMatch(/^rule /);
    expect(text, code).not.toMatch(/\{\{/);
  }
  expect(becauseText([{ code: "delay", params }, { code: "luck" }], t, "en")).toBe(
    "rests 3 hours; rule “luck”",
  );
});
