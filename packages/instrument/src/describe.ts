// Findings in English, for whoever checks a file at a terminal.

import type { Finding, FindingCode } from "./findings.ts";

type Params = Finding["params"];

const sentences: Readonly<Record<FindingCode, (params: Params) => string>> = {
  "instrument.malformed": ({ expected }) => `should be: ${expected}`,
  "instrument.unknownField": ({ field }) => `has a field that means nothing here: ${field}`,
  "instrument.additionsMissing": () =>
    "a delivered file needs the study's additions (opening, ends, words by country)",
  "instrument.unknownPlace": () => "is named as a place, but the instrument has no such text",
  "instrument.tooManyUnits": ({ count, max }) => `${count} units, at most ${max} are allowed`,
  "instrument.noUnits": () => "there is no unit to ask",
  "instrument.openQuestion": ({ kind }) =>
    `is an open question (“${kind}”); every question needs closed answers`,
  "instrument.noOptions": () => "the list of answers is empty",
  "instrument.noItems": () => "the battery has no items",
  "instrument.rangeEmpty": ({ min, max }) => `the smallest number (${min}) is above the largest (${max})`,
  "instrument.refusedCodeInRange": ({ code }) => `${code} means refused, but is also a possible answer`,
  "instrument.fallbackUnreachable": () =>
    "the fallback question is never asked: the number cannot be refused",
  "instrument.textMissing": ({ language }) => `no text in “${language}”`,
  "instrument.placeholderMissing": ({ language, placeholder }) =>
    `{${placeholder}} is missing in “${language}”`,
  "instrument.placeholderUnknown": ({ placeholder }) => `nothing fills {${placeholder}} here`,
  "instrument.braceUnpaired": ({ language }) => `a stray brace in “${language}”`,
  "instrument.optionCountDiffers": ({ language, count, expected }) =>
    `${count} of ${expected} options have a label in “${language}”`,
  "instrument.countryTextMissing": ({ country, names }) => {
    if (names !== undefined) return `names ${names}, but does not vary by country`;
    return country === undefined ? "does not vary by country" : `no words for ${country}`;
  },
  "instrument.unknownLanguage": ({ language }) => `“${language}” is not a language of this instrument`,
  "instrument.unknownCountry": ({ country }) => `${country} is not a country of this instrument`,
  "instrument.unknownTimeZone": ({ timeZone }) => `${timeZone} is not a known time zone`,
  "instrument.unitNotUnique": ({ unit }) => `more than one unit is called ${unit}`,
  "instrument.codeNotUnique": ({ code }) => `code ${code} stands more than once`,
  "instrument.variableNotUnique": ({ variable }) => `variable ${variable} stands more than once`,
  "instrument.unknownScript": ({ script }) => `there is no script “${script}”`,
  "instrument.unknownScale": ({ scale }) => `there is no response scale “${scale}”`,
  "instrument.unknownVariable": ({ variable }) => `there is no variable “${variable}”`,
  "instrument.unknownUnit": ({ unit }) => `there is no unit “${unit}”`,
  "instrument.unknownOption": ({ script, code }) => `script ${script} has no option ${code}`,
  "instrument.unknownCode": ({ variable, code }) => `variable ${variable} never has the value ${code}`,
  "instrument.sexVariableMissing": () => "texts vary by sex, but no variable says the respondent's sex",
  "instrument.unitNotPlaced": ({ unit }) => `unit ${unit} stands in no block`,
  "instrument.unitPlacedTwice": ({ unit }) => `unit ${unit} stands in more than one place`,
  "instrument.unitUnreachable": ({ variables }) =>
    variables === ""
      ? "no way through the scripts leads to the questions"
      : `is never asked: its condition on ${variables} cannot hold there`,
  "instrument.conditionDependsOnRotation": ({ variable }) =>
    `the lot decides whether ${variable} is asked before or after`,
  "instrument.routeCannotEnd": ({ lacks }) => {
    if (lacks === "complete") return "lets nobody on: no interview can be completed";
    return lacks === "step" ? "the interview has no first step" : "no choice leads out of here to an end";
  },
};

/** One finding as `place: sentence (code)`. */
export const describeFinding = ({ code, place, params }: Finding): string =>
  `${place === "" ? "document" : place}: ${sentences[code](params)} (${code})`;

/** One line a finding; the empty string when there are none. */
export const describeFindings = (findings: readonly Finding[]): string =>
  findings.map(describeFinding).join("\n");
