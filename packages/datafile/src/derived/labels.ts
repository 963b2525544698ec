// Value labels of derived variables, taken from the labels of what they are computed from.

import type { LocalText } from "@fieldline/instrument";
import type { FileVariable, ValueLabel } from "../variables/variable.ts";
import type { Computable } from "./definition.ts";

/** Labels side by side, in every language that all of them have. */
function joined(labels: readonly LocalText[]): LocalText {
  const languages = Object.keys(labels[0] ?? {});
  return Object.fromEntries(
    languages.map((language) => [language, labels.map((label) => label[language] ?? "").join(" / ")]),
  );
}

/** Values of `source` gathered under the value they become. */
function gathered(
  source: FileVariable | undefined,
  target: (value: ValueLabel) => number | string | undefined,
): ValueLabel[] {
  const groups = new Map<number | string, ValueLabel[]>();
  for (const value of source?.codes ?? []) {
    const to = target(value);
    if (to !== undefined) groups.set(to, [...(groups.get(to) ?? []), value]);
  }
  return [...groups].map(([code, values]) => {
    const country = values[0]?.country;
    return {
      code,
      label: joined(values.map(({ label }) => label)),
      ...(country === undefined ? {} : { country }),
    };
  });
}

/** The closed list of a derived variable's values; empty for indices. `known`: the variables defined before it. */
export function derivedCodes(
  definition: Computable,
  known: ReadonlyMap<string, FileVariable>,
): readonly ValueLabel[] {
  switch (definition.kind) {
    case "minMaxIndex":
    case "meanOf":
      return [];
    case "bestOf":
      return known.get(definition.items[0] ?? "")?.codes ?? [];
    case "bands":
      return definition.bands.map(([code, from, to]) => {
        const words = `${from}–${to}`;
        return { code, label: { cs: words, da: words, de: words, en: words, fr: words } };
      });
    case "recode":
      return gathered(known.get(definition.source), ({ code }) => definition.map[String(code)]);
    case "prefix":
      return gathered(known.get(definition.source), ({ code, country }) =>
        String(code).slice(0, definition.lengthByCountry[country ?? ""]),
      );
  }
}
