// Listens to the keyboard for the screen that is shown.

import { useEffect, useEffectEvent } from "react";
import { readLetters } from "../settings.ts";
import { type Intent, keyToIntent } from "./key-to-intent.ts";

/** Handles an intent; the press itself is then no longer the browser's, unless `false` is returned. */
export type KeyHandler = (intent: Intent, press: KeyboardEvent) => unknown;

/** Fields whose every key is their own: those of the sign-in form and the settings. */
const ownsKeys = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches("input:not([role=combobox]), textarea, select, [contenteditable]");

/** The field that filters answers: letters and digits are its own, Enter and the arrows the screen's. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches("input[role=combobox]");

/** Controls that Enter works by itself. */
const worksByEnter = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches("button, a, summary");

export function useKeys(handle: KeyHandler): void {
  const onKey = useEffectEvent((press: KeyboardEvent): void => {
    if (ownsKeys(press.target)) return;
    if (press.key === "Enter" && worksByEnter(press.target)) return;
    const intent = keyToIntent(press, { typing: isTyping(press.target), letters: readLetters() });
    if (!intent) return;
    if (handle(intent, press) !== false) press.preventDefault();
  });
  useEffect(() => {
    const listener = (press: KeyboardEvent): void => onKey(press);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}
