// What a cell of the file can hold: a value, or one of the four missing reasons.

import type { Code, MissingReason } from "@fieldline/instrument";

export type FileValue = { readonly value: Code } | { readonly missing: MissingReason };

export type FileValues = Readonly<Record<string, FileValue>>;

const notAsked: FileValue = { missing: "notAsked" };

/** The value under `name`; what a row does not hold was not asked. */
export const valueIn = (values: FileValues, name: string): FileValue =>
  Object.hasOwn(values, name) ? (values[name] ?? notAsked) : notAsked;

/** The number in a cell; `null` where it is missing or no number. */
export const numberIn = (value: FileValue): number | null =>
  "value" in value && typeof value.value === "number" ? value.value : null;
