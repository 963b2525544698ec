// The 2008 questionnaire as release 1: complete, true to the delivered file, right for every country and language.

import { fingerprint, loadInstrument, readQuestion, readScript, release } from "@fieldline/instrument";
import { describe, expect, test } from "vitest";
import delivered from "../data/instrument-2008.json" with { type: "json" };
import { additions2008, instrument2008 } from "./instrument.ts";

const instrument = instrument2008();
const languages = ["cs", "da", "de", "en", "fr"];
const home = { CZ: "cs", DK: "da", FR: "fr", DE: "de", GB: "en" } as const;
const regionOf = { CZ: "cs-CZ", DK: "da-DK", FR: "fr-FR", DE: "de-DE", GB: "en-GB" } as const;

const ask = (unit: string, variable: string, language: string, country: string, sex?: 1 | 2) => {
  const question = readQuestion(instrument, unit, variable, { language, country, sex, first: true });
  if (!question) throw new Error(`${unit} does not ask ${variable}`);
  return question;
};

test("the loaded questionnaire can be released, and this is its fingerprint", () => {
  const result = release(1, instrument);
  expect(result.ok && result.value.fingerprint).toBe(
    "924c4a01b2e06187eb2eee9538f6e518b9412fb2b95bd2b6d8e3b3e73f6ec464",
  );
});

test("it has 18 units, 47 variables with the asked age group, and no filter", () => {
  const variables = instrument.units.flatMap((unit) => {
    if (unit.kind === "battery") return unit.items.map(({ variable }) => variable);
    return unit.kind === "numeric" && unit.fallback
      ? [unit.variable, unit.fallback.variable]
      : [unit.variable];
  });
  expect(instrument.units).toHaveLength(18);
  expect(new Set(variables).size).toBe(47);
  expect(instrument.units.some(({ when }) => when)).toBe(false);
});

describe("the route of the delivered file", () => {
  test("opens with introduction, selection and consent", () => {
    expect(instrument.opening).toEqual({ intro: "S_INTRO", steps: ["S_SELECT", "S_CONSENT"] });
    expect(instrument.scripts["S_SELECT"]?.options?.map(({ next }) => next)).toEqual([
      { to: "script", script: "S_CONSENT" },
      { to: "newRespondent" },
      { to: "end", end: "later" },
      { to: "end", end: "noEligibleRespondent" },
    ]);
    expect(instrument.scripts["S_CONSENT"]?.options?.map(({ next, set }) => ({ next, set }))).toEqual([
      { next: { to: "units" }, set: undefined },
      { next: { to: "units" }, set: { monitoringAllowed: false } },
      { next: { to: "end", end: "later" }, set: undefined },
      { next: { to: "end", end: "refused" }, set: undefined },
    ]);
  });

  test("asks for an adult when the person is under 18, in either answer, and not for the same person", () => {
    expect(instrument.screening).toEqual([
      {
        after: "U02",
        when: {
          any: [
            { variable: "age", is: "lt", value: 18 },
            { variable: "age_band_asked", is: "eq", value: 0 },
          ],
        },
        script: "S_SELECT",
        withoutOptions: [1],
      },
    ]);
  });

  test("reads the transitions before U05 and U16, and ends in six ways", () => {
    const prefaces = instrument.units.flatMap(({ id, preface }) => (preface ? [[id, preface]] : []));
    expect(prefaces).toEqual([
      ["U05", "T_START"],
      ["U16", "T_STATS"],
    ]);
    expect(instrument.ends).toEqual({
      complete: "S_CLOSE",
      quotaFull: "S_QUOTA_FULL",
      noPlace: "S_NO_PLACE",
      refused: "S_REFUSE",
      later: "S_APPOINT",
      noEligibleRespondent: "S_NOT_ELIGIBLE",
    });
  });
});

describe("who is interviewed in their country's language hears the delivered words", () => {
  const texts: readonly [unit: string, variable: string, place: "stem" | "options" | "items"][] = [
    ["U03", "region", "stem"],
    ["U04", "hoh_occ", "options"],
    ["U06", "sf_police", "items"],
    ["U07", "cr_report_self", "items"],
    ["U07", "cr_report_other", "items"],
    ["U16", "work", "options"],
    ["U17", "educ", "options"],
  ];
  const cases = (Object.keys(home) as (keyof typeof home)[]).flatMap((country) =>
    texts.map((text) => [country, ...text] as const),
  );
  test.each(cases)("%s, %s %s", (country, unit, variable, place) => {
    const source = delivered.units.find(({ id }) => id === unit);
    const tag = regionOf[country];
    const said = ask(unit, variable, home[country], country);
    if (place === "stem") expect(said.question).toBe(source?.stem?.[tag]);
    else if (place === "items") {
      expect(said.question).toBe(source?.items?.find((item) => item.var === variable)?.text[tag]);
    } else {
      const labels = source?.options?.map(({ label }) => label[tag]);
      expect(said.options.map(({ label }) => label)).toEqual(labels);
    }
  });
});

describe("language is not country", () => {
  test.each([
    ["en", "DK", "Which region of Denmark do you live in?", "DK01"],
    ["fr", "DE", "Dans quel Land allemand habitez-vous\u00a0?", "DE1"],
    ["da", "GB", "Hvilken del af Det Forenede Kongerige bor du i?", "UKC"],
    ["de", "CZ", "In welcher Region der Tschechischen Republik wohnen Sie?", "CZ010"],
    ["cs", "FR", "Ve kterém francouzském regionu bydlíte?", "FR10"],
  ])("the region is asked in %s of a case in %s", (language, country, question, firstCode) => {
    const region = ask("U03", "region", language, country);
    expect(region.question).toBe(question);
    expect(region.options[0]?.code).toBe(firstCode);
    expect(region.instruction).not.toBe("");
  });

  test("no two countries share a school level, in any language", () => {
    for (const language of languages) {
      const levels = Object.keys(home).flatMap((country) =>
        ask("U17", "educ", language, country)
          .options.slice(0, 2)
          .map(({ label }) => label),
      );
      expect(new Set(levels).size).toBe(10);
    }
  });

  test("region names are proper names, the same in every language", () => {
    const inDanish = ask("U03", "region", "da", "GB").options;
    expect(inDanish).toEqual(ask("U03", "region", "en", "GB").options);
    expect(inDanish).toHaveLength(12);
  });

  test("liberal professions are managers and professionals in France, self-employed elsewhere", () => {
    const third = (language: string, country: string) =>
      ask("U04", "hoh_occ", language, country).options[2]?.label;
    const second = (language: string, country: string) =>
      ask("U04", "hoh_occ", language, country).options[1]?.label;
    expect(third("fr", "FR")).toContain("profession libérale");
    expect(second("fr", "DE")).toContain("profession libérale");
    expect(third("fr", "DE")).not.toContain("libérale");
    expect(third("de", "FR")).toContain("freier Beruf");
    expect(second("de", "FR")).not.toContain("frei");
  });

  test("the gendarmerie is French, efterløn Danish", () => {
    for (const language of languages) {
      for (const country of Object.keys(home)) {
        const police = ask("U06", "sf_police", language, country).question;
        expect(/gendarm|četnictv/i.test(police)).toBe(country === "FR");
        const retired = ask("U16", "work", language, country).options[5]?.label ?? "";
        expect(/efterl/.test(retired)).toBe(country === "DK");
      }
    }
  });
});

describe("wording by the respondent's sex", () => {
  test.each([
    ["cs", 1, "Jak jste spokojen s", "Velmi spokojen, "],
    ["cs", 2, "Jak jste spokojena s", "Velmi spokojena, "],
    ["fr", 1, "Êtes-vous satisfait de", "Très satisfait, "],
    ["fr", 2, "Êtes-vous satisfaite de", "Très satisfaite, "],
    ["cs", undefined, "Jak jste spokojen/a s", "Velmi spokojen/a, "],
  ] as const)("in %s, sex %s: stem, labels and reminder agree", (language, sex, stem, readOut) => {
    const said = ask("U12", "perf_safety", language, "CZ", sex);
    expect(said.question.startsWith(stem)).toBe(true);
    expect(said.readOut?.startsWith(readOut)).toBe(true);
    expect(said.question.endsWith(said.readOut ?? "")).toBe(true);
    expect(said.options[0]?.label).toBe(readOut.toLowerCase().replace(", ", ""));
  });

  test("a label of its own follows the sex too", () => {
    expect(ask("U16", "work", "fr", "FR", 2).options[0]?.label).toBe("salariée à temps plein");
  });
});

test("scripts are read in every language", () => {
  for (const id of Object.keys(instrument.scripts)) {
    for (const language of languages) {
      expect(readScript(instrument, id, { language, country: "DK" })?.read).not.toBe("");
    }
  }
});

test("what was added says so, in the texts and in the provenance", () => {
  const stem = instrument.units.find((unit) => unit.kind === "single" && unit.variable === "region");
  expect(stem?.kind === "single" && stem.stem.provenance).toBe("ours");
  expect(instrument.scripts["S_NO_PLACE"]?.read.provenance).toBe("ours");
  expect(instrument.provenance).toContain("Fieldline's own");
});

test("the delivered file alone, or with another study's additions missing a script, is refused with the places", () => {
  const alone = loadInstrument(delivered, undefined);
  expect(!alone.ok && alone.problem.findings.map(({ code }) => code)).toEqual([
    "instrument.additionsMissing",
  ]);
  const without = loadInstrument(delivered, { ...(additions2008 as object), scripts: {}, countryWords: [] });
  expect(without.ok).toBe(true);
  expect(without.ok && release(1, without.value).ok).toBe(false);
});

test("the fingerprint is that of the content, not of the loaded object", () => {
  expect(fingerprint(JSON.parse(JSON.stringify(instrument)))).toBe(fingerprint(instrument));
});
