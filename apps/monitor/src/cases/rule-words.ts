// The rules that spoke at an attempt, in words.

import type { CasePage } from "@fieldline/protocol";
import { localeOf, type Translate } from "@fieldline/wording";

export type Because = CasePage["attempts"][number]["because"];

/** `15 minutes`, `3 hours`, `7 days`: in the largest unit that is whole. */
export function spanWords(minutes: number, language: string): string {
  const [unit, size] =
    minutes > 0 && minutes % 1440 === 0
      ? (["day", 1440] as const)
      : minutes > 0 && minutes % 60 === 0
        ? (["hour", 60] as const)
        : (["minute", 1] as const);
  const style = { style: "unit", unit, unitDisplay: "long" } as const;
  return new Intl.NumberFormat(localeOf(language), style).format(minutes / size);
}

/** One after the other; a rule this page does not know is called by its code. */
export const becauseText = (because: Because, t: Translate, language: string): string =>
  because.map((one) => ruleText(one, t, language)).join("; ");

function ruleText({ code, params = {} }: Because[number], t: Translate, language: string): string {
  const { minutes, hours, daypart } = params;
  const span = minutes === undefined ? Number(hours ?? 0) * 60 : Number(minutes);
  return t(`monitor.cases.rule.${code as "delay"}`, {
    ...params,
    rest: spanWords(span, language),
    ...(daypart === undefined ? {} : { daypart: t(`monitor.queue.daypart.${daypart as "morning"}`) }),
    defaultValue: t("monitor.cases.rule.other", { code }),
  });
}
