// An interviewer at the console, hands on the keyboard: reads what is on the screen and answers by key.

import type { Answer } from "@fieldline/instrument";
import type { InterviewState } from "@fieldline/interview";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { Fold } from "./fold.ts";
import { logInBrowser } from "./kept.ts";
import { type Keyboard, keyboardOf, type Layout } from "./keyboards.ts";
import { type OnThePad, pad } from "./outcome-pad.ts";
import { recordedLog } from "./records.ts";
import { type Site, signIn } from "./site.ts";
import { textOf } from "./text-of.ts";
import { typesAnswer } from "./types-answer.ts";

export interface Person {
  readonly name: string;
  readonly languages: readonly string[];
  readonly countries: readonly string[];
  readonly layout?: Layout;
  /** Language of the screens, chosen at the sign-in; otherwise the browser's. */
  readonly interfaceLanguage?: string;
}

/** What the respondent says; everything else is made up, the same way for the same question. */
export type Says = Readonly<Record<string, Answer>>;

export class Interviewer {
  readonly page: Page;
  readonly keys: Keyboard;
  /** Everything that has stood on the screen of the interview, one text a step. */
  readonly seen: string[] = [];
  readonly #site: Site;
  readonly #name: string;
  #fold: Fold | null = null;

  private constructor(site: Site, name: string, page: Page, keys: Keyboard) {
    this.#site = site;
    this.#name = name;
    this.page = page;
    this.keys = keys;
  }

  /** Signs in, in a new window, and is where this person was before. */
  static async arrives(site: Site, person: Person): Promise<Interviewer> {
    const page = await site.window();
    const { name, languages, countries, layout = "us", interfaceLanguage } = person;
    const password = await site.field.password({ name, languages, countries });
    await signIn(page, site.base, name, password, interfaceLanguage);
    await page.locator(".co-frame").waitFor();
    return new Interviewer(site, name, page, await keyboardOf(page, layout));
  }

  /** Opens the console on a page of a browser that may still know the session, and signs in where it does not. */
  static async returns(site: Site, person: Person, page: Page): Promise<Interviewer> {
    const { name, languages, countries, layout = "us" } = person;
    const password = await site.field.password({ name, languages, countries });
    await page.goto(site.base);
    const form = page.locator('input[name="name"]');
    await form.or(page.locator(".co-frame, .co-elsewhere")).first().waitFor();
    if (await form.isVisible()) await signIn(page, site.base, name, password);
    await page.locator(".co-frame, .co-elsewhere").waitFor();
    return new Interviewer(site, name, page, await keyboardOf(page, layout));
  }

  /** Signs in and sits at the desk. */
  static async atDesk(site: Site, person: Person): Promise<Interviewer> {
    const at = await Interviewer.arrives(site, person);
    await at.page.locator(".co-desk").waitFor();
    return at;
  }

  /** What was answered by key, folded beside the console. */
  get state(): InterviewState | null {
    return this.#fold?.state ?? null;
  }

  get fold(): Fold {
    if (!this.#fold) throw new Error("no interview is under way");
    return this.#fold;
  }

  /** The next case is on the desk, not dialled yet. */
  async takesCase(): Promise<void> {
    await this.keys.press("Enter");
    await this.page.locator('[data-line="idle"]').waitFor();
  }

  /** Chooses the language of the interview on the call screen: the one after that shown first. */
  async willSpeak(language: string): Promise<void> {
    await this.keys.press("l");
    await this.page.locator(`.co-call__say .co-spoken[lang="${language}"]`).waitFor();
  }

  async dials(line = "answered"): Promise<void> {
    await this.keys.press("Enter");
    await this.page.locator(`[data-line="${line}"]`).waitFor({ timeout: 40_000 });
  }

  /** Next case, dial, wait for the line. */
  async rings(line = "answered"): Promise<void> {
    await this.takesCase();
    await this.dials(line);
  }

  /** Somebody is there: opens the interview in the language shown first, or goes on with an interrupted one. */
  async begins(): Promise<void> {
    await this.keys.press("Enter");
    await this.page.locator(".co-interview").waitFor();
    await this.recalls();
  }

  /** Folds what the server has recorded, as after a reload. */
  async recalls(): Promise<void> {
    await this.saved();
    this.#fold = new Fold(await recordedLog(this.#site, this.#name));
  }

  /** Folds what the browser keeps, without network. */
  async recallsFromBrowser(): Promise<void> {
    await this.page.waitForFunction(() => document.querySelector(".co-interview") !== null);
    this.#fold = new Fold(await logInBrowser(this.page));
  }

  /** Until the screen says that everything is saved. */
  async saved(): Promise<void> {
    await this.page.locator('.co-badge[data-state="saved"]').waitFor();
  }

  /** Answers until `until`, a variable or a unit, is asked, or the route has ended. All texts are compared. */
  async interviews(says: Says = {}, until?: string): Promise<void> {
    for (;;) {
      const { step } = this.fold;
      if (step.kind === "end") return this.sees(this.fold.scriptWords(step.script));
      if (step.kind === "script") await this.chooses(1);
      else {
        const { variable, unit } = this.fold.question;
        if (until && [variable, unit].includes(until))
          return this.sees(this.fold.questionWords()?.question ?? "");
        await this.answers(says[variable] ?? this.fold.madeUp());
      }
    }
  }

  /** Answers so many steps. */
  async goesOn(steps: number): Promise<void> {
    for (let step = 0; step < steps; step++) await this.#takesStep();
    await this.seesStep();
  }

  /** Answers until the console asks for the quota verdict, and leaves it waiting. */
  async goesOnToCheck(): Promise<void> {
    let seq: number;
    do {
      ({ seq } = this.fold.state);
      await this.#takesStep();
    } while (this.fold.state.seq === seq + 1);
  }

  async #takesStep(): Promise<void> {
    if (this.fold.step.kind === "script") await this.chooses(1);
    else await this.answers(this.fold.madeUp());
  }

  /** The question or the script that is on now stands on the screen. */
  async seesStep(): Promise<void> {
    if (this.fold.step.kind === "question") await this.seesQuestion();
    else await this.sees(this.fold.scriptWords(this.fold.script));
  }

  /** Takes an option of the script on screen. */
  async chooses(code: number): Promise<void> {
    await this.sees(this.fold.scriptWords(this.fold.script));
    await this.keys.digit(code);
    this.fold.chooses(code);
  }

  /** Types the answer to the question on screen. */
  async answers(answer: Answer): Promise<void> {
    await this.seesQuestion();
    await this.types(answer);
    this.fold.answers(answer);
  }

  /** Compares what stands on screen with the released words of the question asked now. */
  async seesQuestion(): Promise<void> {
    const words = this.fold.questionWords();
    await this.sees(words?.question ?? "");
    if (words?.lead) await this.sees(words.lead, ".co-spoken--before");
    this.seen.push(await textOf(this.page.locator(".co-interview")));
  }

  /** Waits until the spoken text is on screen, in its language; what fills a placeholder may be anything. */
  async sees(text: string, where = '[data-testid="question"]'): Promise<void> {
    const words = text.split(/\{\w+\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    const spoken = this.page.locator(where, { hasText: new RegExp(words.join(".*"), "s") }).first();
    await spoken.waitFor();
    expect(await spoken.getAttribute("lang")).toBe(this.state?.language);
  }

  async goesBack(steps: number): Promise<void> {
    for (let step = 0; step < steps; step++) {
      await this.#pressesBack();
      this.fold.goesBack();
      await this.seesQuestion();
    }
  }

  async goesBackTo(variable: string): Promise<void> {
    while (this.fold.step.kind !== "question" || this.fold.question.variable !== variable) {
      await this.goesBack(1);
    }
  }

  /** The respondent wants another language; chosen from the panel by its place. */
  async switchesTo(language: string, place: number): Promise<void> {
    await this.keys.press("l");
    await this.keys.digit(place);
    this.fold.switchesTo(language);
    await this.seesQuestion();
  }

  /** Leaves the interview for later. */
  async suspends(): Promise<void> {
    await this.keys.press("s");
    await this.page.locator(".co-panel").waitFor();
    await this.toOutcome();
  }

  /** Leaves the interview for good. */
  async breaksOff(): Promise<void> {
    await this.keys.press("o");
    await this.page.locator(".co-panel").waitFor();
    await this.keys.digit(2);
    await this.page.locator(".co-outcome").waitFor();
  }

  async toOutcome(): Promise<void> {
    await this.keys.press("Enter");
    await this.page.locator(".co-outcome").waitFor();
  }

  /** After an interview: takes the proposed outcome, back to the desk. */
  async closesAsProposed(): Promise<void> {
    await this.toOutcome();
    await this.enters();
  }

  /** Picks an outcome on the call screen; a refusal is told with the first reason and the second reply. */
  async picks(outcome: OnThePad): Promise<void> {
    await this.pressesKey(pad[outcome]);
    await this.page.locator(".co-entry, .co-follow").first().waitFor();
    if (!/Refusal/.test(outcome)) return;
    await this.tells("reason", "1");
    await this.tells("reply", "2");
    await this.page.locator(".co-entry").waitFor();
  }

  /** A digit by its place, a letter by what is printed on it. */
  async pressesKey(key: string): Promise<void> {
    await (/^\d$/.test(key) ? this.keys.digit(Number(key)) : this.keys.press(key));
  }

  /** Answers what a picked outcome asks for, by the key printed on the choice. */
  async tells(step: string, key: string): Promise<void> {
    await this.page.locator(`.co-follow[data-step="${step}"]`).waitFor();
    await this.pressesKey(key);
  }

  /** Enters the outcome that is picked or proposed, and reads at the desk what became of the case. */
  async enters(): Promise<string> {
    await this.page.locator('.co-entry, .co-follow[data-step="neverAgain"]').first().waitFor();
    await this.keys.press("Enter");
    await this.page.locator(".co-desk .co-last").waitFor();
    return textOf(this.page.locator(".co-last"));
  }

  /** Types an answer, whatever becomes of it. */
  types(answer: Answer): Promise<void> {
    return typesAnswer(this, answer);
  }

  async typesNumber(value: number | string): Promise<void> {
    for (const digit of String(value)) await this.keys.digit(Number(digit));
  }

  /** Presses what is printed on the control: a letter, where text is typed Escape before it. */
  async #pressesBack(): Promise<void> {
    const printed = await this.page.locator(".co-foot .fl-button").first().getAttribute("aria-keyshortcuts");
    const keys = printed?.split(" ") ?? [];
    if (keys.length > 1) await this.keys.press("Escape");
    await this.keys.press(keys.at(-1) ?? "");
  }
}
