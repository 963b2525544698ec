// The translator in React.

import { useTranslation } from "react-i18next";
import type { Translate } from "./i18n.ts";
import { type InterfaceLanguage, preferredLanguage } from "./languages.ts";

export { I18nextProvider as WordingProvider } from "react-i18next";

/** The translator of the nearest `WordingProvider` with the language it speaks now. */
export function useWording(): { readonly t: Translate; readonly language: InterfaceLanguage } {
  const { t, i18n } = useTranslation();
  return { t, language: preferredLanguage([i18n.language]) };
}
