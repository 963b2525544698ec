// What a delivered file leaves to the application: the opening, the ends, and words for every country.

import { localText } from "../shape/instrument-texts.ts";
import { list, object, oneOf, optional, type Reader, record, text } from "../shape/reader.ts";
import type { Country, EndKind, LocalText } from "../types.ts";

/** Words of one place by country. A country's own language keeps the words of the delivered file. */
export interface CountryWords {
  /** `units/U17/options/1`, as findings name places. */
  readonly place: string;
  /** Pairs of country and language not given here keep the delivered words; without it they are missing. */
  readonly otherwise?: "delivered";
  readonly byCountry: Readonly<Record<Country, LocalText>>;
}

export interface Additions {
  /** Id of the study whose file they complete. */
  readonly study: string;
  readonly provenance: string;
  readonly sexVariable?: string;
  readonly opening: { readonly intro: string; readonly steps: readonly string[] };
  /** Ends that the file's routing does not name. */
  readonly ends: Readonly<Partial<Record<EndKind, string>>>;
  /** Scripts that the file lacks. */
  readonly scripts: Readonly<Record<string, { readonly use: string; readonly read: LocalText }>>;
  /** Places whose words name a country's own things. */
  readonly countryBound: readonly string[];
  readonly countryWords: readonly CountryWords[];
}

export const additionsShape: Reader<Additions> = object<Additions>({
  study: text,
  provenance: text,
  sexVariable: optional(text),
  opening: object<Additions["opening"]>({ intro: text, steps: list(text) }),
  ends: object<Additions["ends"]>({
    complete: optional(text),
    noEligibleRespondent: optional(text),
    quotaFull: optional(text),
    noPlace: optional(text),
    refused: optional(text),
    later: optional(text),
  }),
  scripts: record(object<{ readonly use: string; readonly read: LocalText }>({ use: text, read: localText })),
  countryBound: list(text),
  countryWords: list(
    object<CountryWords>({
      place: text,
      otherwise: optional(oneOf(["delivered"])),
      byCountry: record(localText),
    }),
  ),
});
