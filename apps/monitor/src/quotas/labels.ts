// What cells and their dimensions are called on the screen.

import { type Instrument, type Listener, optionsFor, say } from "@fieldline/instrument";
import { unknownKey, wholeCountry } from "@fieldline/quota";
import { countryName } from "@fieldline/wording";
import type { QuotaCellBody } from "./cells.ts";
import type { Reader } from "./reader.ts";

const named = ["total", "sex", "sexByAgeBand", "region", "occupation"] as const;

/** A dimension this page has no words for is called by its id. */
export function dimensionLabel(id: string, { t }: Reader): string {
  const known = named.find((one) => one === id);
  return known ? t(`monitor.quotas.dimension.${known}`) : id;
}

export interface Crossing {
  readonly sex: "M" | "F";
  /** `18-24`, `65+`; absent in a dimension of sex alone. */
  readonly band?: string;
}

/** `M`, `F:65+` → sex and age band; `null` for any other key. */
export function crossingOf(key: string): Crossing | null {
  const [, sex, band] = /^([MF])(?::(\d+(?:-\d+|\+)))?$/.exec(key) ?? [];
  if (sex !== "M" && sex !== "F") return null;
  return band === undefined ? { sex } : { sex, band };
}

/** `18-24` with the dash between numbers. */
export const bandLabel = (band: string): string => band.replace("-", "–");

interface Labelled {
  /** Official code, where people know the thing by it, too. */
  readonly code?: string;
  /** Names; more than one where a cell puts several answers of the interview together. */
  readonly names: readonly string[];
}

/** Which question's answers name the cells of a dimension, and which of them belong to a cell. */
const questions = [
  { dimension: "region", variable: "region", isIn: (code: string, key: string) => code.startsWith(key) },
  { dimension: "occupation", variable: "hoh_occ", isIn: (code: string, key: string) => `H${code}` === key },
];

type Named = Pick<QuotaCellBody, "key" | "country" | "dimension">;

function labelled(cell: Named, reader: Reader): Labelled {
  const { t, language, instrument } = reader;
  const { key, country, dimension } = cell;
  if (key === wholeCountry) return { names: [countryName(country, language)] };
  if (key === unknownKey) return { names: [t("monitor.quotas.unknown")] };
  const crossing = crossingOf(key);
  if (crossing) {
    const sex = t(`monitor.quotas.sex.${crossing.sex}`);
    return { names: [crossing.band ? `${sex} ${bandLabel(crossing.band)}` : sex] };
  }
  const question = questions.find((one) => one.dimension === dimension);
  if (instrument && question) {
    const { variable, isIn } = question;
    return {
      code: key,
      names: answers(instrument, variable, { country, language }, (code) => isIn(code, key)),
    };
  }
  return { code: key, names: [] };
}

function answers(
  instrument: Instrument,
  variable: string,
  listener: Listener,
  wanted: (code: string) => boolean,
): readonly string[] {
  const unit = instrument.units.find((one) => one.kind === "single" && one.variable === variable);
  if (unit?.kind !== "single") return [];
  return optionsFor(unit, listener.country)
    .filter(({ code }) => wanted(String(code)))
    .map(({ label }) => say(label, listener))
    .filter((name) => name !== "");
}

/** The whole name of a cell: `DK01 Region Hovedstaden`, `Women 18–24`. */
export function cellLabel(cell: QuotaCellBody, reader: Reader): string {
  const { code, names } = labelled(cell, reader);
  return [code, names.join(", ")].filter(Boolean).join(" ");
}

/** The same in the width of a card: of several names the first, and how many there are besides. */
export function shortLabel(cell: Named, reader: Reader): string {
  const { code, names } = labelled(cell, reader);
  const [first, ...others] = names;
  return [code, first, others.length > 0 && `+${others.length}`].filter(Boolean).join(" ");
}

/** A region of a sample record: `DK01 Region Hovedstaden`; the code alone where the release does not name it. */
export const regionLabel = (
  { country, region }: { readonly country: string; readonly region: string },
  reader: Reader,
): string => shortLabel({ country, key: region, dimension: "region" }, reader);
