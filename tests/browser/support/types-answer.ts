// Types one answer as a hand at the keyboard does: signs, digits, a filter, a number.

import type { Answer } from "@fieldline/instrument";
import type { Page } from "playwright-core";
import type { Fold } from "./fold.ts";
import type { Keyboard } from "./keyboards.ts";

/** What of an interviewer is needed to type. */
interface AtTheKeys {
  readonly page: Page;
  readonly keys: Keyboard;
  readonly fold: Fold;
  readonly typesNumber: (value: number | string) => Promise<void>;
}

export async function typesAnswer(at: AtTheKeys, answer: Answer): Promise<void> {
  if ("missing" in answer) {
    if (answer.missing === "notApplicable") return at.keys.press("x");
    return at.keys.sign(answer.missing === "dontKnow" ? "?" : "!");
  }
  const { value } = answer;
  const options = at.fold.options();
  if (options.length > 9) {
    await at.page.locator(".co-filter input:focus").waitFor();
    await at.keys.type(options.find(({ code }) => code === value)?.label.text["en"] ?? "");
    return at.keys.press("Enter");
  }
  if (options.length > 0) return at.keys.digit(typeof value === "number" ? value : place(options, value));
  await at.typesNumber(value);
  return at.keys.press("Enter");
}

const place = (options: readonly { readonly code: unknown }[], code: unknown): number =>
  options.findIndex((option) => option.code === code) + 1;
