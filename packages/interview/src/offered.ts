// Which answers a question takes: the codes of its list, whole numbers in its range, the missing reasons it allows.

import type { Answer, Code, Country, EnteredMissing, Instrument, Option, Unit } from "@fieldline/instrument";

export type Accepts = (answer: Answer, country: Country) => boolean;
type AcceptsValue = (value: Code, country: Country) => boolean;

/** What the main question (every item of a battery) of `unit` takes. */
export function acceptedBy(unit: Unit, instrument: Instrument): Accepts {
  switch (unit.kind) {
    case "single":
      return accepts(unit.allow, codesOf(unit.options));
    case "battery":
      return accepts(unit.allow, codesOf(instrument.scales[unit.scale]?.options ?? []));
    case "numeric": {
      const { entryMin, entryMax, refusedCode } = unit;
      return accepts(
        unit.allow,
        (value) =>
          typeof value === "number" &&
          Number.isInteger(value) &&
          value >= entryMin &&
          value <= entryMax &&
          value !== refusedCode,
      );
    }
  }
}

/** What the banded question takes that follows a refused number. */
export function acceptedByFallback(fallback: {
  readonly options: readonly Option[];
  readonly allow: readonly EnteredMissing[];
}): Accepts {
  return accepts(fallback.allow, codesOf(fallback.options));
}

function accepts(allow: readonly EnteredMissing[], acceptsValue: AcceptsValue): Accepts {
  return (answer, country) =>
    "missing" in answer ? allow.includes(answer.missing) : acceptsValue(answer.value, country);
}

function codesOf(
  options: readonly Option[] | { readonly byCountry: Readonly<Record<Country, readonly Option[]>> },
): AcceptsValue {
  if (!("byCountry" in options)) {
    const codes = codeSet(options);
    return (value) => codes.has(value);
  }
  const byCountry = new Map(
    Object.entries(options.byCountry).map(([country, list]) => [country, codeSet(list)]),
  );
  return (value, country) => byCountry.get(country)?.has(value) ?? false;
}

const codeSet = (options: readonly Option[]): ReadonlySet<Code> =>
  new Set(options.map((option) => option.code));

/** Same value, or same missing reason. */
export function sameAnswer(left: Answer | undefined, right: Answer | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  if ("missing" in left) return "missing" in right && left.missing === right.missing;
  return "value" in right && left.value === right.value;
}
