// Rules, their values and what speaks against them, in words.

import type { RuleFinding, RuleValue } from "@fieldline/calling";
import { countryName, outcomeLabel, type Strings, type useWording } from "@fieldline/wording";
import { number } from "../format.ts";
import { lastOf, unitOf } from "./places.ts";

type Words = Strings["monitor"]["rules"];
export type Wording = Pick<ReturnType<typeof useWording>, "t" | "language">;

const fieldName = (t: Wording["t"], path: string): string =>
  t(`monitor.rules.field.${lastOf(path) as keyof Words["field"]}.name`);

export const fieldText = (t: Wording["t"], path: string): string =>
  t(`monitor.rules.field.${lastOf(path) as keyof Words["field"]}.text`);

export const word = (t: Wording["t"], name: string): string =>
  t(`monitor.rules.word.${name as keyof Words["word"]}`);

/** `countries.DK.windows.sat` → Denmark, Saturday. */
export function ruleName({ t, language }: Wording, path: string): string {
  const [room, country = ""] = path.split(".");
  if (room === "countries") {
    const last = lastOf(path);
    const of = word(t, last === "timeZone" ? "zone" : last);
    return `${countryName(country, language)}, ${of}`;
  }
  return room === "delays" ? outcomeLabel(t, lastOf(path)) : fieldName(t, path);
}

export function ruleValue({ t, language }: Wording, path: string, value: RuleValue): string {
  if (value === null) return word(t, "closed");
  if (typeof value === "boolean") return word(t, value ? "on" : "off");
  if (typeof value === "string") return value;
  if (typeof value !== "number") return value.join(path.includes(".windows.") ? "–" : ", ");
  const unit = unitOf(path);
  const figure = number(unit === "percent" ? Math.round(value * 100) : value, language);
  return `${figure} ${t(`monitor.rules.unit.${unit}`)}`;
}

export function findingText(t: Wording["t"], { code, path, params = {} }: RuleFinding): string {
  const scale = unitOf(path) === "percent" ? 100 : 1;
  const scaled = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, value * scale]));
  return t(`monitor.rules.finding.${code}`, scaled);
}

/** A rule that spoke, of a preview. */
export const ruleWords = (t: Wording["t"], rule: string): string =>
  t(`monitor.rules.rule.${rule as keyof Words["rule"]}`, { rule, defaultValue: rule });
