// The interface language chosen in this browser, kept over reloads.

import { type InterfaceLanguage, isInterfaceLanguage } from "@fieldline/wording";

const key = "fieldline.language";

/** `null` where none was chosen here yet, or the browser keeps nothing. */
export function keptLanguage(): InterfaceLanguage | null {
  try {
    const kept = localStorage.getItem(key);
    return kept !== null && isInterfaceLanguage(kept) ? kept : null;
  } catch {
    return null;
  }
}

export function keepLanguage(language: InterfaceLanguage): void {
  try {
    localStorage.setItem(key, language);
  } catch {
    // A browser that keeps nothing asks again after a reload.
  }
}
