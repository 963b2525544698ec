// Why this case was handed out, and why there is none: reason codes of the desk as words.

import type { Translate } from "./i18n.ts";
import type { Strings } from "./keys.ts";
import { languageName, timeOfDay } from "./names.ts";
import { outcomeLabel } from "./outcomes.ts";

type WhyNone = keyof Strings["console"]["nothing"]["reason"];
type Words = Strings["console"]["why"];
type WhyThis = Exclude<keyof Words, "title" | "other" | "saidThen" | "repliedThen" | "daypart">;

/** One of the counted reasons why nothing can be called; a code this page does not know is shown as it is. */
export const reasonWhyNone = (t: Translate, code: string): string =>
  t(`console.nothing.reason.${code as WhyNone}`, {
    code,
    defaultValue: t("console.nothing.reason.other", { code }),
  });

export interface WhyThisCase {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>> | undefined;
}

/** From what somebody wants or waits for to what would be so anyhow. */
const byWeight = [
  "pinned",
  "inbound",
  "appointment",
  "missedAppointment",
  "resume",
  "conversion",
  "language",
  "need",
  "daypart",
  "retry",
  "fresh",
];

/** The weightiest first; those this page does not know come last. */
export const weightiestFirst = <Reason extends WhyThisCase>(reasons: readonly Reason[]): Reason[] => {
  const weight = ({ code }: Reason): number =>
    (byWeight.indexOf(code) + byWeight.length + 1) % (byWeight.length + 1);
  return reasons.toSorted((one, other) => weight(one) - weight(other));
};

export interface ReasonNames {
  /** Of the interface. */
  readonly language: string;
  /** What a region is called. */
  readonly region: (code: string) => string;
}

/** Why this case; `disposition` among the params is the outcome of the last attempt. */
export function reasonWhyThis(t: Translate, { code, params = {} }: WhyThisCase, names: ReasonNames): string {
  if (code === "daypart") {
    const daypart = String(params["daypart"]) as keyof Words["daypart"];
    return t(`console.why.daypart.${daypart}`, { defaultValue: t("console.why.other", { code }) });
  }
  return t(`console.why.${code as WhyThis}`, {
    ...params,
    ...inWords(t, params, names),
    defaultValue: t("console.why.other", { code }),
  });
}

/** Codes among the params as people call them. */
function inWords(
  t: Translate,
  { disposition, language, region, localFrom, localTo }: NonNullable<WhyThisCase["params"]>,
  names: ReasonNames,
): Record<string, string> {
  const clock = (time: unknown): string =>
    timeOfDay(Date.parse(`1970-01-01T${time}:00Z`), "UTC", names.language);
  return {
    ...(disposition === undefined ? {} : { outcome: outcomeLabel(t, String(disposition)) }),
    ...(language === undefined ? {} : { language: languageName(String(language), names.language) }),
    ...(region === undefined ? {} : { region: names.region(String(region)) }),
    ...(localFrom === undefined
      ? {}
      : { time: [...new Set([localFrom, localTo ?? localFrom])].map(clock).join("–") }),
  };
}
