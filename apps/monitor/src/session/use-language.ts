// Changing the interface's language, at once and for the next time.

import { changeLanguage, type InterfaceLanguage, useWording } from "@fieldline/wording";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { keepLanguage } from "./kept-language.ts";

/** The language shown, and how to choose another one in this browser. */
export function useLanguage() {
  const { i18n } = useTranslation();
  const { language } = useWording();
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return {
    language,
    choose: async (chosen: InterfaceLanguage): Promise<void> => {
      keepLanguage(chosen);
      await changeLanguage(i18n, chosen);
    },
    /** Shows a language without keeping it: the one the server knows for this user. */
    show: (known: InterfaceLanguage): Promise<void> => changeLanguage(i18n, known),
  };
}
