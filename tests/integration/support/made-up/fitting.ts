// Values that fit a JSON schema of the description, with real ids where the field has some.

import fc from "fast-check";
import type { Schema } from "./description.ts";
import { canary } from "./odd.ts";

/** The ends of the calendar, of field dates, of summer time, and a leap day. */
const dates = [
  ...["0000-01-01", "0001-01-01", "1899-12-31", "1990-01-01", "2008-02-29", "2008-03-30", "2008-10-26"],
  ...["2100-12-31", "9999-12-31"],
];
const inField = { min: new Date("2008-04-01"), max: new Date("2008-06-01"), noInvalidDate: true };
const instantOf = (date: Date): string => date.toISOString();
const dateOf = (date: Date): string => instantOf(date).slice(0, 10);

/** Ids that are really there, by the name of the place that takes one. */
export type Known = (place: string) => readonly string[];

export function fitting(schema: Schema, known: Known, place = ""): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return fc.oneof(...either.map((one) => fitting(one, known, place)));
  if (Array.isArray(schema.type)) {
    return fc.oneof(...schema.type.map((type: string) => fitting({ ...schema, type }, known, place)));
  }
  switch (schema.type) {
    case "string":
      return textFor(schema, known(place));
    case "integer":
      return fc.integer({ min: schema.minimum ?? -(2 ** 31), max: schema.maximum ?? 2 ** 31 - 1 });
    case "number":
      return fc.double({ min: schema.minimum ?? -1e9, max: schema.maximum ?? 1e9, noNaN: true });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "array":
      return fc.array(fitting(schema.items ?? {}, known, place), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 4, (schema.minItems ?? 0) + 3),
      });
    case "object":
      return objectFor(schema, known);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function textFor(schema: Schema, real: readonly string[]): fc.Arbitrary<string> {
  const madeUp = madeUpText(schema);
  if (real.length === 0) return madeUp;
  return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...real) }, { weight: 1, arbitrary: madeUp });
}

function madeUpText({ format, pattern, minLength = 0, maxLength = 60 }: Schema): fc.Arbitrary<string> {
  if (format === "uuid") return fc.uuid();
  if (format === "date") return fc.oneof(fc.constantFrom(...dates), fc.date(inField).map(dateOf));
  if (format === "date-time") {
    return fc.oneof(
      fc.constantFrom(...dates).map((date) => `${date}T23:59:59.999Z`),
      fc.date(inField).map(instantOf),
    );
  }
  const fits = (text: string): boolean => text.length >= minLength && text.length <= maxLength;
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern)).filter(fits);
  const rest = Math.max(0, maxLength - canary.length - 1);
  const free = fc
    .string({ unit: "grapheme", maxLength: Math.min(rest, 30) })
    .map((text) => `${canary} ${text}`.slice(0, maxLength).toWellFormed().replaceAll("\u0000", "0"));
  const long = fc.constant(canary.repeat(Math.ceil(maxLength / canary.length)).slice(0, maxLength));
  return fc.oneof({ weight: 5, arbitrary: free }, { weight: 1, arbitrary: long }).filter(fits);
}

function objectFor(schema: Schema, known: Known): fc.Arbitrary<object> {
  const { properties = {}, required = [], additionalProperties } = schema;
  const own = fc.record(
    Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, fitting(one, known, name)])),
    { requiredKeys: required.filter((name) => Object.hasOwn(properties, name)) },
  );
  if (typeof additionalProperties !== "object") return own;
  const free = fc.dictionary(fc.string({ maxLength: 20 }), fitting(additionalProperties, known), {
    maxKeys: 3,
  });
  return fc.tuple(free, own).map(([more, mine]) => ({ ...more, ...mine }));
}
