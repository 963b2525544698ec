// Texts: present in every language, with the same placeholders, in lists of the same length.

import type { InstrumentDraft } from "../draft.ts";
import { type Finding, finding } from "../findings.ts";
import { hasStrayBrace, placeholdersIn } from "../placeholders.ts";
import type { Language, LocalText } from "../types.ts";
import { optionLists, type PlacedWording, plainTexts, wordings } from "./places.ts";

const spoken = (text: Readonly<Record<string, string>>, language: string): string | undefined => {
  const words = Object.hasOwn(text, language) ? text[language] : undefined;
  return words === undefined || words.trim() === "" ? undefined : words;
};

/** One text in one language. */
function checkWords(
  place: string,
  language: Language,
  words: string | undefined,
  needed: ReadonlySet<string>,
): Finding[] {
  if (words === undefined) return [finding("instrument.textMissing", place, { language })];
  const here = placeholdersIn(words);
  return [
    ...[...needed]
      .filter((placeholder) => !here.includes(placeholder))
      .map((placeholder) => finding("instrument.placeholderMissing", place, { language, placeholder })),
    ...(hasStrayBrace(words) ? [finding("instrument.braceUnpaired", place, { language })] : []),
  ];
}

/** One text in all its languages: what `needed` names, or any language has, has to stand in each of them. */
function checkText(
  draft: InstrumentDraft,
  place: string,
  text: LocalText,
  needed: readonly string[],
): Finding[] {
  const named = new Set([...needed, ...Object.values(text).flatMap(placeholdersIn)]);
  return [
    ...draft.languages.flatMap((language) => checkWords(place, language, spoken(text, language), named)),
    ...Object.keys(text)
      .filter((language) => !draft.languages.includes(language))
      .map((language) => finding("instrument.unknownLanguage", place, { language })),
  ];
}

function unknownPlaceholders(
  draft: InstrumentDraft,
  { place, wording, takesItem }: PlacedWording,
): Finding[] {
  const texts = [
    wording.text,
    ...Object.values(wording.byCountry ?? {}),
    ...Object.values(wording.bySex ?? {}),
  ].flatMap((text) => Object.values(text));
  return [...new Set(texts.flatMap(placeholdersIn))]
    .filter((name) => !Object.hasOwn(draft.placeholders, name) || (name === "item" && !takesItem))
    .map((placeholder) => finding("instrument.placeholderUnknown", place, { placeholder }));
}

function checkBySex(
  draft: InstrumentDraft,
  { place, wording }: PlacedWording,
  needed: readonly string[],
): Finding[] {
  return Object.entries(wording.bySex ?? {}).flatMap(([language, both]) => {
    if (!draft.languages.includes(language))
      return [finding("instrument.unknownLanguage", place, { language })];
    return (["1", "2"] as const).flatMap((sex) =>
      checkWords(`${place}/bySex/${sex}`, language, spoken(both, sex), new Set(needed)),
    );
  });
}

function checkWording(draft: InstrumentDraft, placed: PlacedWording): Finding[] {
  const { place, wording, takesItem } = placed;
  const needed = takesItem ? ["item"] : [];
  const inAny = [...new Set([...needed, ...Object.values(wording.text).flatMap(placeholdersIn)])];
  return [
    ...checkText(draft, place, wording.text, needed),
    ...checkBySex(draft, placed, inAny),
    ...Object.entries(wording.byCountry ?? {}).flatMap(([country, text]) =>
      checkText(draft, `${place}/byCountry/${country}`, text, inAny),
    ),
    ...unknownPlaceholders(draft, placed),
  ];
}

function optionCounts(draft: InstrumentDraft): Finding[] {
  return optionLists(draft).flatMap(({ place, options }) =>
    draft.languages.flatMap((language) => {
      const count = options.filter(({ label }) => spoken(label.text, language) !== undefined).length;
      return count === options.length
        ? []
        : [finding("instrument.optionCountDiffers", place, { language, count, expected: options.length })];
    }),
  );
}

export function checkTexts(draft: InstrumentDraft): readonly Finding[] {
  const languages = [draft.sourceLanguage, ...draft.countries.map(({ language }) => language)];
  return [
    ...wordings(draft).flatMap((placed) => checkWording(draft, placed)),
    ...plainTexts(draft).flatMap(({ place, text }) => [
      ...checkText(draft, place, text, []),
      ...unknownPlaceholders(draft, { place, wording: { text } }),
    ]),
    ...optionCounts(draft),
    ...draft.languages
      .filter((language) => !Object.hasOwn(draft.greetings.boundaries, language))
      .map((language) => finding("instrument.textMissing", "greetings/boundaries", { language })),
    ...[...new Set(languages)]
      .filter((language) => !draft.languages.includes(language))
      .map((language) => finding("instrument.unknownLanguage", "languages", { language })),
  ];
}
