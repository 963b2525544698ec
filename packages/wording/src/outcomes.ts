// Outcomes of a call in the interface's language.

import type { Translate } from "./i18n.ts";
import type { Strings } from "./keys.ts";

export type OutcomeKey = keyof Strings["outcomes"]["label"];

/** The label of a disposition; its key where the page is older than the table of outcomes. */
export const outcomeLabel = (t: Translate, disposition: string): string =>
  t(`outcomes.label.${disposition as OutcomeKey}`, { defaultValue: disposition });

/** A label short enough for a key of the outcome pad; the full one where there is no shorter. */
export const outcomeShortLabel = (t: Translate, disposition: string): string =>
  t(`outcomes.short.${disposition as keyof Strings["outcomes"]["short"]}`, {
    defaultValue: outcomeLabel(t, disposition),
  });
