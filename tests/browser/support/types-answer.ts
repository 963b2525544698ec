// Types one answer as a hand at the keyboard does: signs, digits, a filter, a number.

import type { Answer } from "@fieldline/instrument";
import type { Interviewer } from "./interviewer.ts";

export async function typesAnswer(at: Interviewer, answer: Answer): Promise<void> {
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
