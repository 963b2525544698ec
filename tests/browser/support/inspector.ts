// Looks at a screen as somebody would who tests it: every size, light and dark, what axe finds, what is cut off.

import type { Page } from "playwright-core";
import { accessibilityFindings } from "./accessibility.ts";
import { SCREEN_SIZE, SMALL_SCREEN, screenshot } from "./screens.ts";
import { textOf } from "./text-of.ts";

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Keeps its findings, each with the screen it was made on; an empty list is a clean bill. */
export class Inspector {
  readonly findings: string[] = [];
  readonly looked: string[] = [];
  readonly #of: string;
  readonly #sizes: readonly Size[];

  /** `of` begins the names of the pictures: which pages, in which language. */
  constructor(of: string, sizes: readonly Size[] = [SMALL_SCREEN, SCREEN_SIZE]) {
    this.#of = of;
    this.#sizes = sizes;
  }

  async looksAt(page: Page, screen: string): Promise<void> {
    for (const size of this.#sizes) {
      await page.setViewportSize(size);
      await screenshot(page, `${this.#of}-${screen}-${size.width}`);
      this.#notes(`${screen} at ${size.width}`, await cutOff(page));
      this.#notes(`${screen} at ${size.width}`, await wordsMissing(page));
    }
    for (const colorScheme of ["dark", "light"] as const) {
      await page.emulateMedia({ colorScheme });
      if (colorScheme === "dark") await screenshot(page, `${this.#of}-${screen}-dark`);
      this.#notes(`${screen}, ${colorScheme}`, await accessibilityFindings(page));
    }
    this.looked.push(screen);
  }

  /** Goes through the first controls with Tab: each that has the focus must show it. */
  async followsFocus(page: Page, screen: string, times: number): Promise<void> {
    for (let press = 1; press <= times; press++) {
      await page.keyboard.press("Tab");
      this.#notes(screen, await focusNotShown(page));
    }
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  }

  /** What Enter would take must be before the interviewer's eyes. */
  async seesMarked(page: Page, screen: string): Promise<void> {
    const hidden = await page.locator('[role=option][aria-selected="true"]').evaluate((option) => {
      const { x, y, width, height } = option.getBoundingClientRect();
      return !option.contains(document.elementFromPoint(x + width / 2, y + height / 2));
    });
    if (hidden) this.#notes(screen, ["the marked answer cannot be seen"]);
  }

  #notes(where: string, findings: readonly string[]): void {
    for (const finding of findings) this.findings.push(`${where}: ${finding}`);
  }
}

/** A page that scrolls sideways, and controls or words that do not fit their box. */
export const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const wide = scrollWidth > clientWidth ? [`scrolls sideways, ${scrollWidth} > ${clientWidth}`] : [];
    const boxes = document.querySelectorAll<HTMLElement>("button, p, h1, h2, legend, dt, dd, th, td, label");
    const cut = [...boxes].filter((box) => {
      if (box.closest(".fl-visually-hidden, .mo-scroll") || box.clientWidth === 0) return false;
      if (getComputedStyle(box).textOverflow === "ellipsis") return false;
      return box.scrollWidth > box.clientWidth + 1 || box.getBoundingClientRect().right > clientWidth + 1;
    });
    return [...wide, ...cut.map((box) => `does not fit: ${box.textContent?.slice(0, 60)}`)];
  });

/** A key where words should stand: the strings of the language were not there. */
async function wordsMissing(page: Page): Promise<string[]> {
  const text = await textOf(page.locator("body"));
  const keys = text.match(/\b(?:common|console|monitor|problems|outcomes)\.[a-z]\w*(?:\.\w+)*/g) ?? [];
  return [...new Set(keys)].map((key) => `words missing: ${key}`);
}

/** The control that has the focus must look otherwise than without it. */
const focusNotShown = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement) || at === document.body) return ["the focus is nowhere"];
    const looks = async (): Promise<string> => {
      await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null)));
      const { outlineStyle, outlineWidth, boxShadow, borderColor, backgroundColor } = getComputedStyle(at);
      return [outlineStyle, outlineWidth, boxShadow, borderColor, backgroundColor].join();
    };
    const focused = await looks();
    at.blur();
    const blurred = await looks();
    at.focus();
    return focused === blurred ? [`focus not shown on ${at.outerHTML.slice(0, 80)}`] : [];
  });
