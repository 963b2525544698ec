// What Mette reads from her screen, question by question.

import { describe, expect, test } from "vitest";
import { filterFixture } from "../fixtures/filters.ts";
import type { Wording } from "../types.ts";
import { goodbyeFor, greetingFor, minutesLeft } from "./by-hour.ts";
import { fillQuestion, readQuestion } from "./question.ts";
import { say, sexOf } from "./say.ts";
import { readScript } from "./script.ts";

const dane = { language: "da", country: "DK" };

describe("one wording", () => {
  const wording: Wording = {
    text: { fr: "satisfait(e)", en: "satisfied" },
    bySex: { fr: { "1": "satisfait", "2": "satisfaite" } },
    byCountry: { CZ: { fr: "content" } },
  };
  test.each<[string, string, string, 1 | 2 | undefined]>([
    ["satisfait(e)", "fr", "FR", undefined],
    ["satisfaite", "fr", "FR", 2],
    ["satisfied", "en", "FR", 2],
    ["content", "fr", "CZ", 2],
    ["satisfied", "en", "CZ", undefined],
    ["", "da", "DK", undefined],
  ])("is “%s” in %s for %s, sex %s", (expected, language, country, sex) => {
    expect(say(wording, { language, country, sex })).toBe(expected);
  });
});

test("the respondent's sex is known once it is answered", () => {
  expect(sexOf(filterFixture, {})).toBeUndefined();
  expect(sexOf(filterFixture, { sex: { value: 2 } })).toBe(2);
  expect(sexOf(filterFixture, { sex: { missing: "refused" } })).toBeUndefined();
});

describe("a battery", () => {
  const ask = (variable: string, first: boolean, unit = "F06") =>
    readQuestion(filterFixture, unit, variable, { ...dane, first });

  test("reads the whole question with the answers first, then only the item", () => {
    expect(ask("job_boss", true)?.question).toBe(
      "Hvor tilfreds er du med din leder? Tilfreds eller utilfreds?",
    );
    expect(ask("job_pay", false)?.question).toBe("Og med din løn?");
    expect(ask("job_pay", false)?.readOut).toBe("Tilfreds eller utilfreds?");
  });

  test("of full statements reads its lead once", () => {
    expect(ask("go_walk", true, "F10")).toMatchObject({
      lead: "Hvordan kommer du omkring?",
      question: "Du går.",
    });
    expect(ask("go_walk", false, "F10")?.lead).toBeUndefined();
  });

  test("offers its scale's answers and its own missing reasons", () => {
    expect(ask("job_pay", false)).toMatchObject({
      options: [
        { code: 1, label: "tilfreds" },
        { code: 2, label: "utilfreds" },
      ],
      optionsRead: true,
      allow: ["dontKnow", "refused", "notApplicable"],
    });
  });
});

test("a Danish household interviewed in English hears of Danish regions", () => {
  const read = readQuestion(filterFixture, "F03", "region", { language: "en", country: "DK", first: true });
  expect(read?.question).toBe("Which region do you live in?");
  expect(read?.options.map(({ code }) => code)).toEqual(["DK01", "DK02"]);
  expect(read).toMatchObject({ optionsRead: false, prefill: "region" });
});

test("an age is typed, 999 is a refusal, and then age groups are read", () => {
  const age = readQuestion(filterFixture, "F02", "age", { ...dane, first: true });
  expect(age?.entry).toEqual({ min: 0, max: 110, refusedCode: 999 });
  const band = readQuestion(filterFixture, "F02", "age_band_asked", { ...dane, first: false });
  expect(band?.entry).toBeUndefined();
  expect(band?.options).toHaveLength(3);
});

test("a preface comes before the unit's first question only", () => {
  expect(readQuestion(filterFixture, "F04", "works", { ...dane, first: true })?.preface).toBe(
    "Nu til dit arbejde.",
  );
  expect(readQuestion(filterFixture, "F04", "works", { ...dane, first: false })?.preface).toBeUndefined();
});

test("instructions are in the interviewer's language, the script in the respondent's", () => {
  const consent = readScript(filterFixture, "S_CONSENT", { ...dane, staffLanguage: "en" });
  expect(consent?.instruction).toBe("Read in full.");
  expect(consent?.read).toBe("Det tager cirka {minutes} minutter. Må vi begynde?");
});

test("after a child of 15, “Yes, speaking” is not offered again", () => {
  const select = readScript(filterFixture, "S_SELECT", { ...dane, without: [1] });
  expect(select?.options?.map(({ code }) => code)).toEqual([2, 3, 4]);
});

test("what the instrument does not have is not read", () => {
  expect(readScript(filterFixture, "S_NOBODY", dane)).toBeNull();
  expect(readScript(filterFixture, "toString", dane)).toBeNull();
  expect(readQuestion(filterFixture, "F06", "works", { ...dane, first: true })).toBeNull();
  expect(readQuestion(filterFixture, "F99", "works", { ...dane, first: true })).toBeNull();
});

test("the wave's own words go into every part of a question", () => {
  const question = readQuestion(filterFixture, "F04", "works", { ...dane, first: true });
  if (!question) throw new Error("F04 asks works");
  const filled = fillQuestion({ ...question, preface: "Her er {institute}." }, { institute: "Nordmål" });
  expect(filled.preface).toBe("Her er Nordmål.");
  expect(filled.question).toBe(question.question);
  expect("lead" in filled).toBe(false);
});

test.each([
  ["en", 11 * 60 + 59, "Good morning", "Goodbye"],
  ["en", 12 * 60, "Good afternoon", "Goodbye"],
  ["da", 10 * 60, "Goddag", "Farvel"],
  ["da", 17 * 60 + 59, "Goddag", "Farvel"],
  ["da", 18 * 60, "Godaften", "Farvel"],
])("in %s at minute %i it is “%s”", (language, localMinute, greeting, goodbye) => {
  expect(greetingFor(filterFixture, language, localMinute)).toBe(greeting);
  expect(goodbyeFor(filterFixture, language, localMinute)).toBe(goodbye);
});

test("minutes left are the share of units left, and never fewer than two", () => {
  expect(minutesLeft(filterFixture, 12)).toBe(5);
  expect(minutesLeft(filterFixture, 7)).toBe(3);
  expect(minutesLeft(filterFixture, 0)).toBe(2);
});
