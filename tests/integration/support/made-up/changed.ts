// Changes to a request that was in order: parts missing, too much, of another kind, or repeated.

import fc from "fast-check";
import { canary, oddText, oddValue } from "./odd.ts";

export interface Change {
  /** Which part, counted over all of them and round again. */
  readonly at: number;
  readonly what: "replace" | "leaveOut" | "add" | "repeat";
  readonly name: string;
  readonly value: unknown;
}

export const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(200),
  what: fc.constantFrom("replace", "replace", "replace", "leaveOut", "add", "repeat"),
  name: fc.oneof(fc.constantFrom(canary, "id", "waveId", "extra", "constructor", "toString"), oddText),
  value: oddValue,
});

type Path = readonly (string | number)[];

/** The value with one part of it changed; the whole is a part, too. */
export function changed(value: unknown, { at, what, name, value: odd }: Change): unknown {
  const paths = partsOf(value);
  return put(value, paths[at % paths.length] ?? [], (part, container) => {
    if (what === "leaveOut") return container ? undefined : null;
    if (what === "add" && isObject(part)) return { ...part, [name]: odd };
    if (what === "repeat" && Array.isArray(part)) return Array.from({ length: 300 }, () => part[0] ?? odd);
    if (what === "repeat") return [part, part];
    return odd;
  });
}

const isObject = (part: unknown): part is Readonly<Record<string, unknown>> =>
  part !== null && typeof part === "object" && !Array.isArray(part);

function partsOf(value: unknown, path: Path = []): Path[] {
  if (value === null || typeof value !== "object" || path.length > 6) return [path];
  const inner = Array.isArray(value)
    ? value.slice(0, 20).flatMap((one, index) => partsOf(one, [...path, index]))
    : Object.entries(value).flatMap(([name, one]) => partsOf(one, [...path, name]));
  return [path, ...inner];
}

function put(
  value: unknown,
  [first, ...rest]: Path,
  change: (part: unknown, inside: boolean) => unknown,
  inside = false,
): unknown {
  if (first === undefined) return change(value, inside);
  if (Array.isArray(value)) {
    return value
      .map((one, index) => (index === first ? put(one, rest, change, true) : one))
      .filter((one) => one !== undefined);
  }
  if (!isObject(value)) return value;
  return { ...value, [first]: put(value[first], rest, change, true) };
}
