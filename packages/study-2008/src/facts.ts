// Facts of the study: countries, dates, sizes, where its bundled test wave stands at first.

import { type Instant, instant } from "@fieldline/kernel";
import instrument from "../data/instrument-2008.json" with { type: "json" };
import targets from "../data/quota-targets-2008.json" with { type: "json" };

/** ISO 3166, in the order of the study's documents. */
export const studyCountries = ["CZ", "DK", "FR", "DE", "GB"] as const;
export type StudyCountry = (typeof studyCountries)[number];

/** BCP 47 without region. */
export const studyLanguages = ["cs", "da", "de", "en", "fr"] as const;
export type StudyLanguage = (typeof studyLanguages)[number];

export interface CountryFacts {
  readonly code: StudyCountry;
  /** Language most spoken there; an interview may be held in any other. */
  readonly language: StudyLanguage;
  readonly timeZone: string;
  /** Completes wanted. */
  readonly target: number;
}

export interface StudyFacts {
  readonly id: string;
  readonly title: Readonly<Record<StudyLanguage, string>>;
  readonly countries: readonly CountryFacts[];
  /** First and last date of the field, both included. */
  readonly fieldDates: { readonly first: string; readonly last: string };
  /** Field time of the bundled test wave at its creation: Wednesday 16 April 2008, 17:00 in Paris. */
  readonly fieldTimeAtFirst: Instant;
}

const { meta } = instrument;
const bare = (tag: string) => tag.slice(0, 2) as StudyLanguage;

export const study2008: StudyFacts = {
  id: meta.id,
  title: Object.fromEntries(Object.entries(meta.title).map(([tag, title]) => [bare(tag), title])) as Readonly<
    Record<StudyLanguage, string>
  >,
  countries: studyCountries.map((code) => {
    const entry = meta.countries.find((country) => country.code === code);
    if (!entry) throw new Error(`The instrument names no country ${code}`);
    return {
      code,
      language: bare(entry.language),
      timeZone: entry.timeZone,
      target: targets.countries[code].n,
    };
  }),
  fieldDates: { first: "2008-04-16", last: "2008-05-05" },
  fieldTimeAtFirst: instant(Date.UTC(2008, 3, 16, 15)),
};
