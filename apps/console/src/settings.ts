// What the interviewer has set on this computer: appearance, answers by one digit, letters, sound, language.

import { useSyncExternalStore } from "react";
import type { Advance } from "./interview/entry.ts";
import type { Letters } from "./keys/key-to-intent.ts";

export const themes = ["auto", "light", "dark"] as const;
export type Theme = (typeof themes)[number];
export const advances = ["digit", "enter"] as const satisfies readonly Advance[];
export const letterSettings = ["plain", "alt"] as const satisfies readonly Letters[];
export const soundSettings = ["on", "off"] as const;

type Setting = "theme" | "advance" | "language" | "letters" | "sound";
const place = (setting: Setting): string => `fieldline.${setting}`;
const listeners = new Set<() => void>();
/** What could not be stored lasts as long as the page. */
const unstored = new Map<Setting, string>();

export function readSetting(setting: Setting): string | null {
  try {
    return unstored.get(setting) ?? localStorage.getItem(place(setting));
  } catch {
    return unstored.get(setting) ?? null;
  }
}

export function keepSetting(setting: Setting, value: string): void {
  try {
    localStorage.setItem(place(setting), value);
  } catch {
    unstored.set(setting, value);
  }
  for (const listener of listeners) listener();
}

export const readAdvance = (): Advance => (readSetting("advance") === "enter" ? "enter" : "digit");
export const readTheme = (): Theme => themes.find((theme) => theme === readSetting("theme")) ?? "auto";
export const readLetters = (): Letters => (readSetting("letters") === "alt" ? "alt" : "plain");
export const readSound = (): "on" | "off" => (readSetting("sound") === "off" ? "off" : "on");

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whether letters act by themselves; what is printed on the controls follows it. */
export const useLetters = (): Letters => useSyncExternalStore(subscribe, readLetters);

/** Puts a theme on the page; anything but `light` and `dark` follows the computer. */
export function applyTheme(theme: string | null): void {
  if (theme === "light" || theme === "dark") document.documentElement.dataset["theme"] = theme;
  else delete document.documentElement.dataset["theme"];
}
