// The languages an interface can speak, and which one to begin with.

export const interfaceLanguages = ["cs", "da", "de", "en", "fr"] as const;
export type InterfaceLanguage = (typeof interfaceLanguages)[number];

/** Each language's name for itself, as the pickers show it. */
export const ownNames: Readonly<Record<InterfaceLanguage, string>> = {
  cs: "Čeština",
  da: "Dansk",
  de: "Deutsch",
  en: "English",
  fr: "Français",
};

export const isInterfaceLanguage = (text: string): text is InterfaceLanguage =>
  (interfaceLanguages as readonly string[]).includes(text);

/** The first of `wanted` (BCP 47, region ignored) that the interface speaks; English where none is. */
export function preferredLanguage(wanted: readonly string[]): InterfaceLanguage {
  for (const tag of wanted) {
    const [language = ""] = tag.toLowerCase().split("-");
    if (isInterfaceLanguage(language)) return language;
  }
  return "en";
}
