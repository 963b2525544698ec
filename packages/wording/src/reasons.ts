// Why this case was handed out, and why there is none: reason codes of the desk as words.

import type { Translate } from "./i18n.ts";
import type { Strings } from "./keys.ts";
import { outcomeLabel } from "./outcomes.ts";

type WhyNone = keyof Strings["console"]["nothing"]["reason"];
type WhyThis = Exclude<keyof Strings["console"]["why"], "title" | "other">;

/** One of the counted reasons why nothing can be called; a code this page does not know is shown as it is. */
export const reasonWhyNone = (t: Translate, code: string): string =>
  t(`console.nothing.reason.${code as WhyNone}`, {
    code,
    defaultValue: t("console.nothing.reason.other", { code }),
  });

/** Why this case; `disposition` among the params is the outcome of the last attempt. */
export function reasonWhyThis(
  t: Translate,
  { code, params = {} }: { code: string; params?: Readonly<Record<string, string | number>> | undefined },
): string {
  const { disposition, ...others } = params;
  const outcome = disposition === undefined ? {} : { outcome: outcomeLabel(t, String(disposition)) };
  return t(`console.why.${code as WhyThis}`, {
    ...others,
    ...outcome,
    defaultValue: t("console.why.other", { code }),
  });
}
