// Turns a delivered questionnaire file, with our additions, into a draft in our own form.

import type { InstrumentDraft } from "../draft.ts";
import { type Finding, finding } from "../findings.ts";
import type { LocalText } from "../types.ts";
import type { Additions } from "./additions.ts";
import { routesOf } from "./routing.ts";
import { scaleFrom } from "./scales.ts";
import { scriptsFrom } from "./scripts.ts";
import type { SourceDocument, SourceText } from "./source-types.ts";
import { unitFrom } from "./units.ts";
import { languageOf, local, wordsOf } from "./words.ts";

function mapped<Given, Made>(
  given: Readonly<Record<string, Given>>,
  make: (value: Given) => Made,
): Readonly<Record<string, Made>> {
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [key, make(value)]));
}

const byHour = (texts: Readonly<Record<"morning" | "day" | "evening", SourceText>>) => ({
  morning: local(texts.morning),
  day: local(texts.day),
  evening: local(texts.evening),
});

/** `units/U17/options/1` goes to `U17` as `options/1`. */
function boundByUnit(places: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const byUnit = new Map<string, string[]>();
  for (const place of places) {
    const [room, unit = "", ...inside] = place.split("/");
    if (room === "units") byUnit.set(unit, [...(byUnit.get(unit) ?? []), inside.join("/")]);
  }
  return byUnit;
}

export function draftFrom(source: SourceDocument, additions: Additions, found: Finding[]): InstrumentDraft {
  const { meta } = source;
  const languages = meta.languages.map(languageOf);
  const countries = meta.countries.map(({ code, language, timeZone }) => ({
    code,
    language: languageOf(language),
    timeZone,
  }));
  const words = wordsOf(additions, { languages, countries });
  const { intro } = additions.opening;
  const routes = routesOf(source, { intro, ends: additions.ends }, found);
  const { ends } = routes;
  const context = {
    words,
    found,
    prefaces: routes.prefaces,
    countryBound: boundByUnit(additions.countryBound),
  };
  const draft: InstrumentDraft = {
    id: meta.id,
    version: meta.version,
    title: local(meta.title),
    languages,
    sourceLanguage: languageOf(meta.sourceLanguage),
    countries,
    estimatedMinutes: meta.estimatedMinutes,
    provenance: `${meta.provenance} ${additions.provenance}`,
    ...(additions.sexVariable && { sexVariable: additions.sexVariable }),
    opening: additions.opening,
    ends: {
      complete: ends.complete ?? "",
      noEligibleRespondent: ends.noEligibleRespondent ?? "",
      quotaFull: ends.quotaFull ?? "",
      noPlace: ends.noPlace ?? "",
      refused: ends.refused ?? "",
      later: ends.later ?? "",
    },
    scripts: scriptsFrom(source, additions, { intro, ends }, words),
    probes: mapped(source.probes, local),
    scales: mapped(source.scales, (scale) => scaleFrom(scale, words, found)),
    blocks: source.blocks.map(({ id, units, rotation }) => ({
      id,
      role: id,
      units,
      ...(rotation && { rotated: rotation.unitsRotated }),
    })),
    units: source.units.map((unit) => unitFrom(unit, context)),
    screening: routes.screening,
    derived: source.derived,
    figures: source.figures,
    itemProvenance: source.itemProvenance,
    missingLabels: mapped(source.specialLabels, local) as Record<
      keyof typeof source.specialLabels,
      LocalText
    >,
    placeholders: source.placeholders,
    greetings: {
      boundaries: Object.fromEntries(
        Object.entries(source.greetings.boundaries).map(([tag, hours]) => [languageOf(tag), hours]),
      ),
      texts: byHour(source.greetings.texts),
    },
    goodbyes: { texts: byHour(source.goodbyes) },
    ageText: mapped(source.ageText, local),
  };
  found.push(
    ...words.unused(),
    ...additions.countryBound
      .filter((place) => !place.startsWith("units/"))
      .map((place) => finding("instrument.unknownPlace", place)),
  );
  return draft;
}
