// Faults in the words of the filter fixture: languages, placeholders, countries.

import { finding } from "../findings.ts";
import type { Example } from "./example.ts";

const texts: readonly Example[] = [
  [
    "a question without Danish",
    ({ drop }) => drop("units/F04/stem/text/da"),
    finding("instrument.textMissing", "units/F04/stem", { language: "da" }),
  ],
  [
    "a question of blanks",
    ({ set }) => set("units/F04/stem/text/da", "  "),
    finding("instrument.textMissing", "units/F04/stem", { language: "da" }),
  ],
  [
    "a question without any text",
    ({ drop }) => drop("units/F12/stem"),
    finding("instrument.textMissing", "units/F12/stem", { language: "en" }),
  ],
  [
    "no Danish hours for good morning",
    ({ drop }) => drop("greetings/boundaries/da"),
    finding("instrument.textMissing", "greetings/boundaries", { language: "da" }),
  ],
  [
    "a Danish consent that does not say how long it takes",
    ({ set }) => set("scripts/S_CONSENT/read/text/da", "Må vi begynde?"),
    finding("instrument.placeholderMissing", "scripts/S_CONSENT/read", {
      language: "da",
      placeholder: "minutes",
    }),
  ],
  [
    "a battery's question into which no item goes",
    ({ set }) => set("units/F06/reading/next/text", { en: "And?", da: "Og?" }),
    finding("instrument.placeholderMissing", "units/F06/next", { language: "en", placeholder: "item" }),
  ],
  [
    "a placeholder nobody fills",
    ({ set }) => set("probes/P_REPEAT", { en: "{boss} asks again", da: "{boss} spørger igen" }),
    finding("instrument.placeholderUnknown", "probes/P_REPEAT", { placeholder: "boss" }),
  ],
  [
    "an item named where there is none",
    ({ set }) => set("units/F12/stem/text", { en: "Is it {item}?", da: "Er det {item}?" }),
    finding("instrument.placeholderUnknown", "units/F12/stem", { placeholder: "item" }),
  ],
  [
    "half a placeholder",
    ({ set }) => set("scripts/S_CLOSE/read/text/da", "Mange tak. {goodbye}. {good"),
    finding("instrument.braceUnpaired", "scripts/S_CLOSE/read", { language: "da" }),
  ],
  [
    "three answers in English, two in Danish",
    ({ drop }) => drop("scales/FREQ3/options/3/label/text/da"),
    finding("instrument.optionCountDiffers", "scales/FREQ3/options", {
      language: "da",
      count: 2,
      expected: 3,
    }),
  ],
  [
    "Welsh words in an English and Danish questionnaire",
    ({ set }) => set("title/cy", "Gwaith"),
    finding("instrument.unknownLanguage", "title", { language: "cy" }),
  ],
  [
    "a variant for Danish men only",
    ({ set }) => set("units/F04/stem/bySex", { da: { "1": "Har du, hr., et arbejde?", "2": "" } }),
    finding("instrument.textMissing", "units/F04/stem/bySex/2", { language: "da" }),
  ],
];

const countries: readonly Example[] = [
  [
    "a list of regions by country under one question for all",
    ({ drop }) => drop("units/F03/stem/byCountry"),
    finding("instrument.countryTextMissing", "units/F03/stem", { country: "DK" }),
  ],
  [
    "no regions for Denmark",
    ({ drop }) => drop("units/F03/options/byCountry/DK"),
    finding("instrument.countryTextMissing", "units/F03/options", { country: "DK" }),
  ],
  [
    "school levels that are marked as a country's own and have no words by country",
    ({ set }) => set("units/F12/countryBound", ["options/2"]),
    finding("instrument.countryTextMissing", "units/F12/options/2", { country: "GB" }),
  ],
  [
    "a variant for one of two countries",
    ({ set }) => set("units/F12/stem/byCountry", { DK: { en: "Do you live in …", da: "Bor du …" } }),
    finding("instrument.countryTextMissing", "units/F12/stem", { country: "GB" }),
  ],
  [
    "“the United Kingdom”, also to Danes",
    ({ set }) => set("units/F12/stem/text/en", "Where in the United Kingdom do you live?"),
    finding("instrument.countryTextMissing", "units/F12/stem", { names: "United Kingdom" }),
  ],
  [
    "a mark on a text that is not there",
    ({ set }) => set("units/F12/countryBound", ["options/9"]),
    finding("instrument.unknownPlace", "units/F12/options/9"),
  ],
  [
    "regions of a country that is not in the study",
    ({ set }) => set("units/F03/options/byCountry/SE", []),
    finding("instrument.unknownCountry", "units/F03/options", { country: "SE" }),
  ],
  [
    "a time zone that does not exist",
    ({ set }) => set("countries/DK/timeZone", "Europe/Kopenhagen"),
    finding("instrument.unknownTimeZone", "countries/DK", { timeZone: "Europe/Kopenhagen" }),
  ],
];

export const faultsOfTexts: readonly Example[] = [...texts, ...countries];
