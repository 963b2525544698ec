// Enter at a region: confirm what the sample says, keep what was said before, or take what was typed.

import { describe, expect, it } from "vitest";
import { answerByEnter } from "./by-enter.ts";
import { filterChoices } from "./filter.ts";
import type { QuestionScreen } from "./on-screen.ts";

const choices = ["North East", "Yorkshire and the Humber", "Wales"].map((label, index) => ({
  code: `UK${"CEL"[index]}`,
  typed: String(index + 1),
  label,
}));
const region: QuestionScreen = {
  kind: "question",
  unit: "U03",
  variable: "region",
  before: [],
  question: "Which part of the United Kingdom do you live in?",
  answers: { kind: "choice", choices },
  byFilter: true,
  optionsRead: false,
  allow: ["dontKnow"],
  prefill: "UKE",
};
const enter = (screen: QuestionScreen, text = "", marked = 0) =>
  answerByEnter(screen, { text, marked }, filterChoices(choices, text));

describe("Enter at a list", () => {
  it("confirms the region of the sample", () => {
    expect(enter(region)).toEqual({ value: "UKE" });
  });

  it("keeps the answer given before, rather than the sample's", () => {
    expect(enter({ ...region, earlier: { missing: "dontKnow" } })).toEqual({ missing: "dontKnow" });
  });

  it("takes the marked match once something was typed or the arrows were used", () => {
    expect(enter(region, "wal")).toEqual({ value: "UKL" });
    expect(enter(region, "", 2)).toEqual({ value: "UKL" });
  });

  it("answers nothing where nothing matches, nor where nothing is offered", () => {
    expect(enter(region, "Bayern")).toBeNull();
    const { prefill: _, ...unknown } = region;
    expect(enter(unknown)).toBeNull();
  });
});
