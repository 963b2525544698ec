// Problems as sentences: what happened, what is safe, what to do next.

import { type ProblemCode, problems } from "@fieldline/protocol";
import { adviceFor, nothingChanged } from "./advice.ts";
import type { Translate } from "./i18n.ts";
import { countryName, localeOf } from "./names.ts";

export interface ProblemLike {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>> | undefined;
}

const ofThePage: Readonly<Record<string, "offline" | "timeout" | "unreadable">> = {
  "client.offline": "offline",
  "client.timeout": "timeout",
  "client.unreadable": "unreadable",
};

/** What happened, as one sentence in the interface's language. */
export function problemText(t: Translate, { code, params = {} }: ProblemLike, language: string): string {
  const own = ofThePage[code];
  if (own) return t(`common.problem.${own}`);
  if (!Object.hasOwn(problems, code)) return t("common.problem.unknown");
  return t(`problems.${code as ProblemCode}`, readable(params, language));
}

/** Params as a person reads them: dates in the language's own form, countries by name. */
function readable(
  params: NonNullable<ProblemLike["params"]>,
  language: string,
): Record<string, string | number> {
  const read = Object.entries(params).map(([name, value]) => {
    if (name === "country") return [name, countryName(String(value), language)];
    if (/^\d{4}-\d{2}-\d{2}$/.test(String(value))) return [name, longDate(String(value), language)];
    return [name, value];
  });
  return Object.fromEntries(read);
}

const longDate = (isoDate: string, language: string): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: "long", timeZone: "UTC" }).format(
    Date.parse(isoDate),
  );

/** What is safe and what to do next, one sentence each. */
export function problemAdvice(t: Translate, code: string): { readonly safe: string; readonly next: string } {
  return {
    safe: t(nothingChanged(code) ? "common.safe.nothingChanged" : "common.safe.unsure"),
    next: t(`common.advice.${adviceFor(code)}`),
  };
}
