// Interviewers' keyboards: Danish, Czech, French, German, British, numeric pads.

import { describe, expect, it } from "vitest";
import { bounceGuard, pointer } from "./bounce.ts";
import { callKeys, duringCallKeys, interviewKeys } from "./commands.ts";
import { type Intent, type KeyContext, type KeyPress, keyToIntent } from "./key-to-intent.ts";

const press = (key: string, code: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  repeat: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  isComposing: false,
  ...more,
});
const means = (event: KeyPress, context: Partial<KeyContext> = {}): Intent | null =>
  keyToIntent(event, { typing: false, letters: "plain", ...context });

describe("digits", () => {
  it.each([
    ["Danish", "2", "Digit2", false],
    ["Czech without Shift", "ě", "Digit2", false],
    ["Czech with Shift", "2", "Digit2", true],
    ["French without Shift", "é", "Digit2", false],
    ["French with Shift", "2", "Digit2", true],
    ["a numeric pad", "2", "Numpad2", false],
    ["a numeric pad without Num Lock", "ArrowLeft", "Numpad2", false],
  ])("are read by position on %s", (_, key, code, shiftKey) => {
    expect(means(press(key, code, { shiftKey }))).toEqual({ kind: "digit", digit: 2 });
  });

  it("answer 6 with the French key that prints a hyphen", () => {
    expect(means(press("-", "Digit6"))).toEqual({ kind: "digit", digit: 6 });
  });

  it("are not meant by the signs above them", () => {
    expect(means(press("@", "Digit2", { shiftKey: true }))).toBeNull();
  });
});

describe("don't know and refused", () => {
  it.each([
    ["German", press("?", "Minus", { shiftKey: true }), "dontKnow"],
    ["Czech", press("?", "Comma", { shiftKey: true }), "dontKnow"],
    ["French", press("?", "KeyM", { shiftKey: true }), "dontKnow"],
    ["Danish", press("!", "Digit1", { shiftKey: true }), "refused"],
    ["French", press("!", "Slash"), "refused"],
    ["Czech", press("!", "Quote", { shiftKey: true }), "refused"],
  ] as const)("are the signs ? and ! wherever a %s keyboard has them", (_, event, reason) => {
    expect(means(event)).toEqual({ kind: "missing", reason });
  });

  it("can be given while a region is being typed", () => {
    expect(means(press("?", "Minus", { shiftKey: true }), { typing: true })).toEqual({
      kind: "missing",
      reason: "dontKnow",
    });
  });
});

describe("other keys", () => {
  it.each([interviewKeys, callKeys, duringCallKeys])(
    "are letters that do not collide on a screen",
    (keys) => {
      const letters = Object.values(keys);
      expect(new Set([...letters, "x"]).size).toBe(letters.length + 1);
    },
  );

  it("are read by what is printed on them, also with Shift", () => {
    expect(means(press("b", "KeyB"))).toEqual({ kind: "letter", letter: "b" });
    expect(means(press("B", "KeyB"))).toEqual({ kind: "letter", letter: "b" });
    expect(means(press("a", "KeyQ"))).toEqual({ kind: "letter", letter: "a" });
  });

  it("act with Alt alone where letters are switched off", () => {
    const letters = "alt";
    expect(means(press("b", "KeyB"), { letters })).toBeNull();
    expect(means(press("x", "KeyX"), { letters })).toBeNull();
    expect(means(press("b", "KeyB", { altKey: true }), { letters })).toEqual({ kind: "letter", letter: "b" });
    expect(means(press("∫", "KeyB", { altKey: true }), { letters })).toEqual({ kind: "letter", letter: "b" });
    expect(means(press("2", "Digit2"), { letters })).toEqual({ kind: "digit", digit: 2 });
  });

  it("move through a grid, and go on while an arrow is held", () => {
    expect(means(press("ArrowRight", "ArrowRight"))).toEqual({ kind: "sideways", by: 1 });
    expect(means(press("ArrowDown", "ArrowDown", { repeat: true }))).toEqual({ kind: "move", by: 1 });
    expect(means(press("ArrowLeft", "ArrowLeft"), { typing: true })).toBeNull();
  });

  it("leave letters and digits to a text field", () => {
    expect(means(press("b", "KeyB"), { typing: true })).toBeNull();
    expect(means(press("2", "Digit2"), { typing: true })).toBeNull();
    expect(means(press("Enter", "Enter"), { typing: true })).toEqual({ kind: "confirm" });
  });

  it("mean nothing while they are held down, or with the browser's own combinations", () => {
    expect(means(press("1", "Digit1", { repeat: true }))).toBeNull();
    expect(means(press("p", "KeyP", { ctrlKey: true }))).toBeNull();
    expect(means(press("1", "Digit1", { altKey: true }))).toBeNull();
    expect(means(press("l", "KeyL", { metaKey: true }))).toBeNull();
  });
});

describe("a key that bounces", () => {
  it("does not answer the next question", () => {
    const guard = bounceGuard();
    guard.screenChanged("Digit1", 1_000);
    expect(guard.isBounce("Digit1", 1_080, "")).toBe(true);
    expect(guard.isBounce("Digit1", 1_151, "")).toBe(false);
  });

  it("is not seen in the second digit of an age, nor in another key pressed quickly", () => {
    const guard = bounceGuard();
    guard.screenChanged("Digit2", 1_000);
    expect(guard.isBounce("Digit2", 1_090, "2")).toBe(false);
    expect(guard.isBounce("Digit4", 1_040, "")).toBe(false);
  });

  it("is longer on the mouse, where a double click is meant as one", () => {
    const guard = bounceGuard();
    guard.screenChanged(pointer, 1_000);
    expect(guard.isBounce(pointer, 1_400, "")).toBe(true);
    expect(guard.isBounce(pointer, 1_501, "")).toBe(false);
  });

  it("is not seen before any screen has changed", () => {
    expect(bounceGuard().isBounce("Digit1", 0, "")).toBe(false);
  });
});
