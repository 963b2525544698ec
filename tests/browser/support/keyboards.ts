// Keyboards of the five countries: what their keys send, place and printed sign apart.

import type { Page } from "playwright-core";

export type Layout = "us" | "cz" | "fr";

/** Printed on the top row from Digit1 to Digit0, without Shift. */
const topRow: Readonly<Record<Layout, string>> = {
  us: "1234567890",
  cz: "+ěščřžýáíé",
  fr: "&é\"'(-è_çà",
};

interface Sign {
  readonly code: string;
  readonly shift: boolean;
}

/** Where the field's two old signs are found. */
const signs: Readonly<Record<Layout, Readonly<Record<"?" | "!", Sign>>>> = {
  us: { "?": { code: "Slash", shift: true }, "!": { code: "Digit1", shift: true } },
  cz: { "?": { code: "Comma", shift: true }, "!": { code: "Quote", shift: true } },
  fr: { "?": { code: "KeyM", shift: true }, "!": { code: "Slash", shift: false } },
};

const shiftBit = 8;
/** A hand is no faster; the console takes a second press of the same key within 150 ms for a bounce. */
const betweenPresses = 170;

export interface Keyboard {
  /** A key of the top row, by its place: what is printed there is the layout's business. */
  digit(digit: number): Promise<void>;
  sign(sign: "?" | "!"): Promise<void>;
  /** Letters and named keys, the same on every layout here. */
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
}

/** Sends what a keyboard of that layout would send. */
export async function keyboardOf(page: Page, layout: Layout): Promise<Keyboard> {
  const session = await page.context().newCDPSession(page);
  const send = async (key: string, code: string, shift: boolean) => {
    await page.waitForTimeout(betweenPresses);
    const event = { key, code, modifiers: shift ? shiftBit : 0 };
    await session.send("Input.dispatchKeyEvent", {
      type: "keyDown",
      text: key,
      unmodifiedText: key,
      ...event,
    });
    await session.send("Input.dispatchKeyEvent", { type: "keyUp", ...event });
  };
  return {
    digit: (digit) => send(topRow[layout].charAt((digit + 9) % 10), `Digit${digit}`, false),
    sign: (sign) => send(sign, signs[layout][sign].code, signs[layout][sign].shift),
    press: async (key) => {
      await page.waitForTimeout(betweenPresses);
      await page.keyboard.press(key);
    },
    type: (text) => page.keyboard.type(text),
  };
}
