// Call rules taken apart into single values, each at its place, and what two versions differ in.

import type { CallRules } from "./rules.ts";

type Rules = Omit<CallRules, "version">;

/** A value that is changed as a whole: figures, times, switches; a window and a list of holidays too. */
export type RuleValue = string | number | boolean | readonly string[] | null;

export interface RuleChange {
  /** Keys from the top, joined by dots: `delays.noAnswer`, `countries.DK.windows.sat`. */
  readonly path: string;
  /** `null` where there was or is nothing. */
  readonly before: RuleValue;
  readonly after: RuleValue;
}

/** Every value by its place, in the order in which they stand. */
export function flatRules({ countries, switches, ceiling, softCap, delays, pacing }: Rules) {
  const found = new Map<string, RuleValue>();
  const walk = (part: unknown, path: string): void => {
    if (part === null || typeof part !== "object" || Array.isArray(part)) {
      found.set(path, part as RuleValue);
      return;
    }
    for (const [key, value] of Object.entries(part)) walk(value, path === "" ? key : `${path}.${key}`);
  };
  walk({ countries, switches, ceiling, softCap, delays, pacing }, "");
  return found as ReadonlyMap<string, RuleValue>;
}

/** What differs, in the order of the rules; what only one of the two knows has `null` on the other side. */
export function changesOfRules(before: Rules, after: Rules): RuleChange[] {
  const [old, now] = [flatRules(before), flatRules(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((path) => ({ path, before: old.get(path) ?? null, after: now.get(path) ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}

/** The rules with other values at those places, which exist already. */
export function withRules<Of extends Rules>(rules: Of, values: ReadonlyMap<string, RuleValue>): Of {
  const put = (part: unknown, path: string): unknown => {
    const value = values.get(path);
    if (value !== undefined) return value;
    if (part === null || typeof part !== "object" || Array.isArray(part)) return part;
    return Object.fromEntries(
      Object.entries(part).map(([key, inner]) => [key, put(inner, path === "" ? key : `${path}.${key}`)]),
    );
  };
  return put(rules, "") as Of;
}
