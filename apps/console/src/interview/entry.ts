// What has been typed at a question so far, and what it comes to.

import type { Code, EnteredMissing } from "@fieldline/instrument";

/** An answer as it can be picked: its key on the keyboard, its code in the data. */
export interface Choice {
  readonly code: Code;
  /** What is typed for it: the code itself, or its place in the list where codes are not numbers. */
  readonly typed: string;
  readonly label: string;
}

export type Question =
  | { readonly kind: "choice"; readonly choices: readonly Choice[] }
  | {
      readonly kind: "number";
      readonly min: number;
      readonly max: number;
      readonly refusedCode: number | null;
    };

export type Entered =
  /** Still typing; `text` is what stands there. */
  | { readonly kind: "typing"; readonly text: string }
  | { readonly kind: "value"; readonly value: Code }
  | { readonly kind: "missing"; readonly reason: EnteredMissing }
  /** Cannot be an answer; said beside the input, which keeps `text`. */
  | { readonly kind: "wrong"; readonly text: string; readonly why: "outOfRange" | "noSuchCode" };

/** `digit`: a one-digit code advances at once. `enter`: every answer waits for Enter. */
export type Advance = "digit" | "enter";

/** A digit typed after `text`. */
export function typeDigit(question: Question, text: string, digit: number, advance: Advance): Entered {
  const typed = text + String(digit);
  if (question.kind === "number") return typeNumber(question, text, typed);
  const longest = longestTyped(question.choices);
  if (longest > 1) return typed.length > longest ? { kind: "typing", text } : { kind: "typing", text: typed };
  const choice = question.choices.find((each) => each.typed === String(digit));
  if (!choice) return { kind: "wrong", text: String(digit), why: "noSuchCode" };
  return advance === "digit" ? { kind: "value", value: choice.code } : { kind: "typing", text: choice.typed };
}

/** Enter, or the pause after a code of two digits, with `text` typed. */
export function confirmEntry(question: Question, text: string): Entered {
  if (text === "") return { kind: "typing", text };
  if (question.kind === "choice") {
    const choice = question.choices.find((each) => each.typed === text);
    return choice ? { kind: "value", value: choice.code } : { kind: "wrong", text, why: "noSuchCode" };
  }
  const value = Number(text);
  if (value === question.refusedCode) return { kind: "missing", reason: "refused" };
  const inRange = value >= question.min && value <= question.max;
  return inRange ? { kind: "value", value } : { kind: "wrong", text, why: "outOfRange" };
}

/** Whether a pause after typing may confirm: only codes of two digits, never numbers. */
export const pauseConfirms = (question: Question, text: string, advance: Advance): boolean =>
  advance === "digit" && text !== "" && question.kind === "choice" && longestTyped(question.choices) > 1;

function typeNumber(
  { max, refusedCode }: Question & { kind: "number" },
  text: string,
  typed: string,
): Entered {
  const digits = Math.max(String(max).length, refusedCode === null ? 0 : String(refusedCode).length);
  return { kind: "typing", text: typed.length > digits ? text : typed };
}

const longestTyped = (choices: readonly Choice[]): number =>
  Math.max(1, ...choices.map(({ typed }) => typed.length));
