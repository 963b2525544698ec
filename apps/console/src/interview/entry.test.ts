// Typing an answer: scales, codes of two digits, ages.

import { describe, expect, it } from "vitest";
import {
  type Advance,
  confirmEntry,
  type Entered,
  pauseConfirms,
  type Question,
  typeDigit,
} from "./entry.ts";

const howOften: Question = {
  kind: "choice",
  choices: ["ofte", "af og til", "aldrig"].map((label, i) => ({ code: i + 1, typed: String(i + 1), label })),
};
const occupation: Question = {
  kind: "choice",
  choices: [1, 2, 11, 12].map((code) => ({ code, typed: String(code), label: `H${code}` })),
};
const age: Question = { kind: "number", min: 0, max: 120, refusedCode: 999 };

function typed(question: Question, digits: string, advance: Advance = "digit"): Entered {
  let last: Entered = { kind: "typing", text: "" };
  for (const digit of digits) {
    const text = "text" in last ? last.text : "";
    last = typeDigit(question, text, Number(digit), advance);
  }
  return last;
}
const entered = (question: Question, digits: string): Entered => {
  const last = typed(question, digits);
  return "text" in last ? confirmEntry(question, last.text) : last;
};

describe("a scale of one digit", () => {
  it("is answered by the digit alone", () => {
    expect(typed(howOften, "2")).toEqual({ kind: "value", value: 2 });
  });

  it("waits for Enter where the interviewer has set it so", () => {
    expect(typed(howOften, "2", "enter")).toEqual({ kind: "typing", text: "2" });
    expect(typed(howOften, "23", "enter")).toEqual({ kind: "typing", text: "3" });
    expect(confirmEntry(howOften, "3")).toEqual({ kind: "value", value: 3 });
  });

  it("has no answer 7", () => {
    expect(typed(howOften, "7")).toEqual({ kind: "wrong", text: "7", why: "noSuchCode" });
  });
});

describe("codes of two digits", () => {
  it("wait for Enter or a pause, since 1 may become 11", () => {
    expect(typed(occupation, "1")).toEqual({ kind: "typing", text: "1" });
    expect(pauseConfirms(occupation, "1", "digit")).toBe(true);
    expect(pauseConfirms(occupation, "1", "enter")).toBe(false);
    expect(entered(occupation, "1")).toEqual({ kind: "value", value: 1 });
    expect(entered(occupation, "12")).toEqual({ kind: "value", value: 12 });
    expect(entered(occupation, "13")).toMatchObject({ kind: "wrong", why: "noSuchCode" });
  });
});

describe("age", () => {
  it("is typed as a number and confirmed, never by a pause", () => {
    expect(typed(age, "44")).toEqual({ kind: "typing", text: "44" });
    expect(pauseConfirms(age, "44", "digit")).toBe(false);
    expect(entered(age, "44")).toEqual({ kind: "value", value: 44 });
    expect(entered(age, "17")).toEqual({ kind: "value", value: 17 });
  });

  it("999 means refused", () => {
    expect(entered(age, "999")).toEqual({ kind: "missing", reason: "refused" });
  });

  it("says when the number cannot be an age, and keeps it to be mended", () => {
    expect(entered(age, "210")).toEqual({ kind: "wrong", text: "210", why: "outOfRange" });
  });

  it("takes no fourth digit", () => {
    expect(typed(age, "1204")).toEqual({ kind: "typing", text: "120" });
  });

  it("is not given by Enter alone", () => {
    expect(confirmEntry(age, "")).toEqual({ kind: "typing", text: "" });
  });
});
