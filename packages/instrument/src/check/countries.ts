// Words bound to a country: whoever is interviewed in whatever language hears of their own country's things.

import { instant, localTime } from "@fieldline/kernel";
import { closedUnits, type InstrumentDraft } from "../draft.ts";
import { type Finding, finding } from "../findings.ts";
import type { Unit, Wording } from "../types.ts";
import { type PlacedWording, placeOf, wordings, wordingsOfUnit } from "./places.ts";

function missingCountries(
  draft: InstrumentDraft,
  place: string,
  given: Readonly<Record<string, unknown>>,
): Finding[] {
  return draft.countries
    .filter(({ code }) => !Object.hasOwn(given, code))
    .map(({ code }) => finding("instrument.countryTextMissing", place, { country: code }));
}

/** Places in this unit that have to vary: those it names, and the stem of a list that differs by country. */
function boundPlaces(unit: Unit): readonly string[] {
  const listDiffers = unit.kind === "single" && "byCountry" in unit.options;
  return [...new Set([...(unit.countryBound ?? []), ...(listDiffers ? ["stem"] : [])])];
}

function checkUnit(draft: InstrumentDraft, unit: Unit): Finding[] {
  const room = placeOf(unit);
  const found: Finding[] = [];
  const placed = new Map(wordingsOfUnit(unit).map((at) => [at.place, at.wording]));
  for (const inside of boundPlaces(unit)) {
    const place = `${room}/${inside}`;
    const wording = placed.get(place);
    if (!wording) found.push(finding("instrument.unknownPlace", place));
    else if (!wording.byCountry) found.push(...missingCountries(draft, place, {}));
  }
  if (unit.kind === "single" && "byCountry" in unit.options) {
    found.push(...missingCountries(draft, `${room}/options`, unit.options.byCountry));
  }
  return found;
}

/** A country's name in a language, where this runtime knows it. */
function nameOf(country: string, language: string): string | undefined {
  try {
    const name = new Intl.DisplayNames([language], { type: "region", fallback: "none" }).of(country);
    return name === country ? undefined : name;
  } catch {
    return undefined;
  }
}

type CountryNames = readonly (readonly [language: string, name: string])[];

function namedCountry(wording: Wording, names: CountryNames): string | undefined {
  return names.find(([language, name]) => wording.text[language]?.includes(name))?.[1];
}

/** A text that names one of the countries is bound to it, marked so or not. */
function namingOne(draft: InstrumentDraft, placed: readonly PlacedWording[]): Finding[] {
  const names = draft.countries.flatMap(({ code }) =>
    draft.languages.flatMap((language) => {
      const name = nameOf(code, language);
      return name === undefined ? [] : [[language, name] as const];
    }),
  );
  return placed
    .filter(({ wording }) => !wording.byCountry && namedCountry(wording, names) !== undefined)
    .map(({ place, wording }) =>
      finding("instrument.countryTextMissing", place, { names: namedCountry(wording, names) ?? "" }),
    );
}

function unknownCountries(draft: InstrumentDraft, placed: readonly PlacedWording[]): Finding[] {
  const known = new Set(draft.countries.map(({ code }) => code));
  const lists = closedUnits(draft).flatMap((unit) =>
    unit.kind === "single" && "byCountry" in unit.options
      ? [{ place: `${placeOf(unit)}/options`, countries: Object.keys(unit.options.byCountry) }]
      : [],
  );
  const words = placed.map(({ place, wording }) => ({
    place,
    countries: Object.keys(wording.byCountry ?? {}),
  }));
  return [...lists, ...words].flatMap(({ place, countries }) =>
    countries
      .filter((country) => !known.has(country))
      .map((country) => finding("instrument.unknownCountry", place, { country })),
  );
}

export function checkCountries(draft: InstrumentDraft): readonly Finding[] {
  const placed = wordings(draft);
  const regionNames = /^units\/[^/]+\/options\/[^/]+\/[^/]+$/;
  const incomplete = placed.flatMap(({ place, wording }) =>
    wording.byCountry ? missingCountries(draft, place, wording.byCountry) : [],
  );
  return [
    ...closedUnits(draft).flatMap((unit) => checkUnit(draft, unit)),
    ...incomplete,
    ...namingOne(
      draft,
      placed.filter(({ place }) => !regionNames.test(place)),
    ),
    ...unknownCountries(draft, placed),
    ...draft.countries
      .filter(({ timeZone }) => localTime(instant(0), timeZone) === null)
      .map(({ code, timeZone }) => finding("instrument.unknownTimeZone", `countries/${code}`, { timeZone })),
  ];
}
