// Small readers that turn unknown JSON into typed values and report every misfit with its place.

import { type Finding, finding } from "../findings.ts";

/** Where a reader stands, and where it puts what it finds. */
export interface Spot {
  readonly place: string;
  readonly found: Finding[];
}

/** The typed value, or `undefined` after at least one finding was reported. */
export type Reader<T> = (value: unknown, at: Spot) => T | undefined;

interface Optional<T> {
  readonly optional: Reader<T>;
}
type Fields<T> = {
  readonly [K in keyof T]-?: Record<never, never> extends Pick<T, K>
    ? Optional<Exclude<T[K], undefined>>
    : Reader<T[K]>;
};

export const optional = <T>(read: Reader<T>): Optional<T> => ({ optional: read });

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const under = (at: Spot, key: string | number): Spot => ({
  place: at.place === "" ? String(key) : `${at.place}/${key}`,
  found: at.found,
});

export function malformed(at: Spot, expected: string): undefined {
  at.found.push(finding("instrument.malformed", at.place, { expected }));
  return undefined;
}

export const text: Reader<string> = (value, at) =>
  typeof value === "string" ? value : malformed(at, "text");
export const number: Reader<number> = (value, at) =>
  typeof value === "number" && Number.isFinite(value) ? value : malformed(at, "number");
export const truth: Reader<boolean> = (value, at) =>
  typeof value === "boolean" ? value : malformed(at, "true or false");
export const anything: Reader<unknown> = (value) => value ?? null;

export const oneOf =
  <const T extends string>(names: readonly T[]): Reader<T> =>
  (value, at) =>
    names.find((name) => name === value) ?? malformed(at, names.join(" | "));

/** Reads one field into `out`; false after a finding. */
function readField(
  out: Record<string, unknown>,
  [key, field]: readonly [string, Reader<unknown> | Optional<unknown>],
  value: Record<string, unknown>,
  at: Spot,
): boolean {
  const given = Object.hasOwn(value, key) ? value[key] : undefined;
  const isOptional = typeof field !== "function";
  if (given === undefined && isOptional) return true;
  const read = (isOptional ? field.optional : field)(given, under(at, key));
  if (read === undefined) return false;
  out[key] = read;
  return true;
}

/** An object with exactly these fields; others are reported, not dropped in silence. */
export function object<T extends object>(fields: Fields<T>): Reader<T> {
  const known = Object.entries<Reader<unknown> | Optional<unknown>>(fields);
  return (value, at) => {
    if (!isRecord(value)) return malformed(at, "object");
    const out: Record<string, unknown> = {};
    const read = known.map((field) => readField(out, field, value, at));
    for (const key of Object.keys(value).filter((name) => !Object.hasOwn(fields, name))) {
      at.found.push(finding("instrument.unknownField", at.place, { field: key }));
    }
    return read.every(Boolean) ? (out as T) : undefined;
  };
}

/** The name an element of a list goes by in places: its id, variable or code, else its rank from 1. */
function nameOf(value: unknown, index: number): string {
  if (isRecord(value)) {
    for (const key of ["id", "variable", "var", "code"]) {
      const name = value[key];
      if (typeof name === "string" || typeof name === "number") return String(name);
    }
  }
  return String(index + 1);
}

export const list =
  <T>(read: Reader<T>): Reader<readonly T[]> =>
  (value, at) => {
    if (!Array.isArray(value)) return malformed(at, "list");
    const out: T[] = [];
    value.forEach((element: unknown, index) => {
      const item = read(element, under(at, nameOf(element, index)));
      if (item !== undefined) out.push(item);
    });
    return out.length === value.length ? out : undefined;
  };

export const record =
  <T>(read: Reader<T>): Reader<Readonly<Record<string, T>>> =>
  (value, at) => {
    if (!isRecord(value)) return malformed(at, "object");
    const out: [string, T][] = [];
    for (const [key, given] of Object.entries(value)) {
      const item = read(given, under(at, key));
      if (item !== undefined) out.push([key, item]);
    }
    return out.length === Object.keys(value).length ? Object.fromEntries(out) : undefined;
  };

/** Where nothing is given, `fallback` stands in, so that the later checks can say exactly what is missing. */
export const orElse =
  <T>(read: Reader<T>, fallback: T): Reader<T> =>
  (value, at) =>
    value === undefined ? fallback : read(value, at);
