// The whole installation for a browser test: server, news, database, pages, a few households in five countries.

import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll } from "vitest";
import { startSequencer } from "../../../apps/server/src/platform/live/sequencer.ts";
import { danishField, type Field, type Household } from "../../integration/support/field.ts";
import { runningClock } from "../../integration/support/platform.ts";
import { launchChromium } from "./chromium.ts";
import { SCREEN_SIZE } from "./screens.ts";

export interface Site {
  readonly field: Field;
  readonly base: string;
  readonly browser: Browser;
  /** A browser window of one's own, as of another person at another desk. */
  window(locale?: string): Promise<Page>;
}

/**
 * Call at the top of a test file. With `worker` the pages have their service worker, which fetches all of them. Every
 * window is closed after its tests, and must have run without a script error.
 */
export async function site(
  households: readonly Household[],
  { worker = false }: { readonly worker?: boolean } = {},
): Promise<Site> {
  const field = await danishField(households, runningClock());
  afterAll(startSequencer(field.platform));
  const base = await field.app.listen({ port: 0, host: "127.0.0.1" });
  const browser = await launchChromium();
  const faults: string[] = [];
  const contexts: BrowserContext[] = [];
  afterAll(async () => {
    await browser.close();
    if (faults.length > 0) throw new Error(`Scripts failed on the pages: ${faults.join("; ")}`);
  });
  const window = async (locale = "en-GB") => {
    const context = await browser.newContext({
      viewport: SCREEN_SIZE,
      locale,
      serviceWorkers: worker ? "allow" : "block",
    });
    contexts.push(context);
    const page = await context.newPage();
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" && /Content Security Policy|React/.test(message.text()))
        faults.push(message.text());
    });
    return page;
  };
  return { field, base, browser, window };
}

/** Signs in through the form, by keyboard; another language of the screens is chosen first. */
export async function signIn(
  page: Page,
  url: string,
  name: string,
  password: string,
  interfaceLanguage?: string,
): Promise<void> {
  await page.goto(url);
  await page.locator('input[name="name"]').waitFor();
  if (interfaceLanguage) {
    await page.locator("form select").selectOption(interfaceLanguage);
    await page.locator(`html[lang="${interfaceLanguage}"]`).waitFor();
    await page.locator('input[name="name"]').focus();
  }
  await page.keyboard.type(name);
  await page.keyboard.press("Tab");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
}
