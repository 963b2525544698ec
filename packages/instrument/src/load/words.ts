// Turns delivered texts into wordings: languages without region, variants by sex, variants by country.

import { type Finding, finding } from "../findings.ts";
import type { Country, Language, LocalText, Wording } from "../types.ts";
import type { Additions, CountryWords } from "./additions.ts";
import type { SourceBySex, SourceText } from "./source-types.ts";

/** `da-DK` becomes `da`: language is not country. */
export const languageOf = (tag: string): Language => tag.split("-")[0] ?? tag;

export const local = (text: SourceText): LocalText =>
  Object.fromEntries(Object.entries(text).map(([tag, words]) => [languageOf(tag), words]));

const same = (words: string, languages: readonly Language[]): LocalText =>
  Object.fromEntries(languages.map((language) => [language, words]));

export interface Words {
  /** The wording of one place, with its words by country where the additions hold some. */
  at(place: string, text: SourceText | string, bySex?: SourceBySex<string>): Wording;
  /** Places of the additions that no text of the file asked for. */
  unused(): readonly Finding[];
}

interface Setting {
  readonly languages: readonly Language[];
  readonly countries: readonly { readonly code: Country; readonly language: Language }[];
}

function wordsOfCountry(
  text: LocalText,
  added: CountryWords,
  country: Setting["countries"][number],
  languages: readonly Language[],
): LocalText {
  const given = added.byCountry[country.code] ?? {};
  const words: [Language, string][] = [];
  for (const language of languages) {
    const own = language === country.language || (added.otherwise && given[language] === undefined);
    const spoken = own ? text[language] : given[language];
    if (spoken !== undefined) words.push([language, spoken]);
  }
  return Object.fromEntries(words);
}

export function wordsOf(additions: Additions, setting: Setting): Words {
  const waiting = new Map(additions.countryWords.map((added) => [added.place, added]));
  return {
    at(place, text, bySex) {
      const plain = typeof text === "string" ? same(text, setting.languages) : local(text);
      const added = waiting.get(place);
      waiting.delete(place);
      return {
        text: plain,
        ...(bySex && {
          bySex: Object.fromEntries(Object.entries(bySex).map(([tag, both]) => [languageOf(tag), both])),
        }),
        ...(added && {
          byCountry: Object.fromEntries(
            setting.countries.map((country) => [
              country.code,
              wordsOfCountry(plain, added, country, setting.languages),
            ]),
          ),
          provenance: "ours" as const,
        }),
      };
    },
    unused: () => [...waiting.keys()].map((place) => finding("instrument.unknownPlace", place)),
  };
}
