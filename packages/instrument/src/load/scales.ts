// Turns response scales into ours; a scale's variants by sex give its labels and its reminder at once.

import { type Finding, finding } from "../findings.ts";
import type { ResponseScale } from "../types.ts";
import type { SourceBySex, SourceScale } from "./source-types.ts";
import { languageOf, type Words } from "./words.ts";

type Variants = NonNullable<SourceScale["byRespondentSex"]>;

function pick(
  variants: Variants,
  of: (variant: Variants[string]["1"]) => string | undefined,
): SourceBySex<string> {
  return Object.fromEntries(
    Object.entries(variants).map(([tag, both]) => [
      tag,
      { "1": of(both["1"]) ?? "", "2": of(both["2"]) ?? "" },
    ]),
  );
}

function labelCounts(scale: SourceScale, place: string): Finding[] {
  return Object.entries(scale.byRespondentSex ?? {}).flatMap(([tag, both]) =>
    (["1", "2"] as const)
      .filter((sex) => both[sex].labels.length !== scale.options.length)
      .map((sex) =>
        finding("instrument.optionCountDiffers", `${place}/options`, {
          language: languageOf(tag),
          sex,
          count: both[sex].labels.length,
          expected: scale.options.length,
        }),
      ),
  );
}

/** `found` receives label lists that are longer or shorter than the scale. */
export function scaleFrom(scale: SourceScale, words: Words, found: Finding[]): ResponseScale {
  const place = `scales/${scale.id}`;
  const variants = scale.byRespondentSex;
  found.push(...labelCounts(scale, place));
  return {
    id: scale.id,
    options: scale.options.map((option, index) => ({
      code: option.code,
      label: words.at(
        `${place}/options/${option.code}`,
        option.label,
        variants ? pick(variants, (variant) => variant.labels[index]) : option.byRespondentSex,
      ),
    })),
    readOut: words.at(
      `${place}/readOut`,
      scale.readOut,
      variants && pick(variants, (variant) => variant.readOut),
    ),
    ...(scale.score && { score: scale.score }),
  };
}
