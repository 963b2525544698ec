// The interface's translator: one language at a time, loaded when it is chosen.

import i18next, { type i18n, type TFunction } from "i18next";
import { initReactI18next } from "react-i18next";
import type {} from "./keys.ts";
import type { InterfaceLanguage } from "./languages.ts";
import { loadRooms, type Room } from "./rooms.ts";

export type I18n = i18n;
/** `t("common.signIn.name")`, `t("monitor.waves.title")`: the room is the first part of the key. */
export type Translate = TFunction;

/** By the store of its strings: React hands out a translator in other clothes each time, the store stays the same. */
const roomsOf = new WeakMap<object, readonly Room[]>();
const storeOf = (translator: I18n): object => translator.services.resourceStore;

/**
 * A translator for an app that uses `rooms`, beginning with `language`. `common`, `problems` and `outcomes`
 * come with every app. Rejects when the strings cannot be loaded.
 */
export async function createI18n(language: InterfaceLanguage, rooms: readonly Room[]): Promise<I18n> {
  const wanted: readonly Room[] = [...new Set<Room>(["common", "problems", "outcomes", ...rooms])];
  const strings = await loadRooms(wanted, language);
  const made = i18next.createInstance();
  await made.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: strings } },
    interpolation: { escapeValue: false },
    // A refusal that is kept without what it speaks of still reads as a sentence.
    missingInterpolationHandler: () => "…",
    returnNull: false,
  });
  roomsOf.set(storeOf(made), wanted);
  return made;
}

/** Changes the interface to `language`, loading its strings first; the page keeps the old one until then. */
export async function changeLanguage(translator: I18n, language: InterfaceLanguage): Promise<void> {
  if (!translator.hasResourceBundle(language, "translation")) {
    const rooms = roomsOf.get(storeOf(translator));
    if (!rooms) throw new Error("This translator was not made by createI18n.");
    const strings = await loadRooms(rooms, language);
    translator.addResourceBundle(language, "translation", strings);
  }
  await translator.changeLanguage(language);
}
