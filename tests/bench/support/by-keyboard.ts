// An interviewer at the console who answers a whole interview by keyboard, each key timed to the next question's paint.

import type { Answer } from "@fieldline/instrument";
import type { Operation } from "@fieldline/interview";
import type { Page } from "playwright-core";
import { Fold } from "../../browser/support/fold.ts";
import { type Keyboard, keyboardOf } from "../../browser/support/keyboards.ts";
import { type Press, paintedAfter, pressesOf, pressesSoFar, watchPaint } from "./paint-probe.ts";

/** Hands shall not keep step with the screen's frames. */
const unevenMs = 40;

/** The log of the interview that was begun last. */
export type ReadLog = () => Promise<readonly Operation[]>;

export class AtTheKeys {
  readonly page: Page;
  readonly #keys: Keyboard;

  private constructor(page: Page, keys: Keyboard) {
    this.page = page;
    this.#keys = keys;
  }

  /** Signs in and sits at the desk. */
  static async atDesk(page: Page, url: string, name: string, password: string): Promise<AtTheKeys> {
    await watchPaint(page);
    await page.goto(url);
    await page.locator('input[name="name"]').fill(name);
    await page.locator('input[name="password"]').fill(password);
    await page.keyboard.press("Enter");
    await page.locator(".co-desk").waitFor();
    return new AtTheKeys(page, await keyboardOf(page, "us"));
  }

  /** Takes the next case, dials, and begins where somebody answers. */
  async begins(readLog: ReadLog): Promise<Fold> {
    await this.#keys.press("Enter");
    await this.page.locator('[data-line="idle"]').waitFor();
    await this.#keys.press("Enter");
    await this.page.locator('[data-line="answered"]').waitFor({ timeout: 40_000 });
    await this.#keys.press("Enter");
    await this.page.locator(".co-interview").waitFor();
    await this.page.locator('.co-badge[data-state="saved"]').waitFor();
    return new Fold(await readLog());
  }

  /**
   * Answers all that is asked.
   * @returns every key that led to the next question; not the one that led to the quota check, which waits for a verdict
   */
  async answersAll(fold: Fold): Promise<Press[]> {
    const first = await pressesSoFar(this.page);
    const local: boolean[] = [];
    for (let { step } = fold; step.kind !== "end"; step = fold.step) {
      const { seq } = fold.state;
      const last =
        step.kind === "script" ? () => this.#keys.digit(1) : await this.#types(fold, fold.madeUp());
      await this.page.waitForTimeout(Math.random() * unevenMs);
      await last();
      if (step.kind === "script") fold.chooses(1);
      else fold.answers(fold.madeUp());
      local.push(fold.state.seq === seq + 1);
      await paintedAfter(this.page, first + local.length - 1);
    }
    return (await pressesOf(this.page)).slice(first).filter((_, index) => local[index]);
  }

  /** Takes the proposed outcome once everything is saved, back to the desk. */
  async closes(): Promise<void> {
    await this.page.locator('.co-badge[data-state="saved"]').waitFor();
    await this.#keys.press("Enter");
    await this.page.locator(".co-outcome .co-entry").first().waitFor();
    await this.#keys.press("Enter");
    await this.page.locator(".co-desk .co-last").waitFor();
  }

  /** Types an answer up to its last key, and hands that back. */
  async #types(fold: Fold, answer: Answer): Promise<() => Promise<void>> {
    const keys = this.#keys;
    if ("missing" in answer) {
      const { missing } = answer;
      if (missing === "notApplicable") return () => keys.press("x");
      return () => keys.sign(missing === "dontKnow" ? "?" : "!");
    }
    const { value } = answer;
    const options = fold.options();
    const place = options.findIndex(({ code }) => code === value);
    if (options.length > 9) {
      await this.page.locator(".co-filter input:focus").waitFor();
      await keys.type(options[place]?.label.text["en"] ?? "");
      return () => keys.press("Enter");
    }
    if (options.length > 0) return () => keys.digit(typeof value === "number" ? value : place + 1);
    for (const digit of String(value)) await keys.digit(Number(digit));
    return () => keys.press("Enter");
  }
}
