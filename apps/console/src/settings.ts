// What the interviewer has set on this computer: appearance, how one-digit answers advance, interface language.

import type { Advance } from "./interview/entry.ts";

export const themes = ["auto", "light", "dark"] as const;
export type Theme = (typeof themes)[number];
export const advances = ["digit", "enter"] as const satisfies readonly Advance[];

type Setting = "theme" | "advance" | "language";
const place = (setting: Setting): string => `fieldline.${setting}`;

export function readSetting(setting: Setting): string | null {
  try {
    return localStorage.getItem(place(setting));
  } catch {
    return null;
  }
}

export function keepSetting(setting: Setting, value: string): void {
  try {
    localStorage.setItem(place(setting), value);
  } catch {
    // Storage may be switched off; the setting then lasts as long as the page.
  }
}

export const readAdvance = (): Advance => (readSetting("advance") === "enter" ? "enter" : "digit");
export const readTheme = (): Theme => themes.find((theme) => theme === readSetting("theme")) ?? "auto";

/** Puts a theme on the page; anything but `light` and `dark` follows the computer. */
export function applyTheme(theme: string | null): void {
  if (theme === "light" || theme === "dark") document.documentElement.dataset["theme"] = theme;
  else delete document.documentElement.dataset["theme"];
}
