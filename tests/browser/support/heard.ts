// What a screen reader would say by itself: changes of live regions, in their order.

import type { Page } from "playwright-core";

/**
 * Begins to listen on the page as it is now. A region counts from when it is there, so what it holds when it comes is
 * not heard, unless it is an alert. What is hidden from screen readers is not heard either.
 */
export const listens = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const live = "[aria-live=polite], [aria-live=assertive], [role=status], [role=alert], output";
    const heard: string[] = [];
    Object.assign(window, { heard });
    const said = new WeakMap<Element, string>();
    const wordsOf = (region: Element): string => {
      const copy = region.cloneNode(true) as Element;
      for (const hidden of copy.querySelectorAll("[aria-hidden=true]")) hidden.remove();
      return copy.textContent.replaceAll(/\s+/g, " ").trim();
    };
    const hears = (region: Element): void => {
      const words = wordsOf(region);
      const before = said.get(region) ?? (region.matches("[role=alert]") ? "" : words);
      if (words !== "" && words !== before) heard.push(words);
      said.set(region, words);
    };
    const listen = (): void => document.querySelectorAll(live).forEach(hears);
    listen();
    new MutationObserver(listen).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });

/** What has been heard since this was asked last. */
export const heard = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0));

/** Waits until something is heard that matches, and hands back all that was heard up to then. */
export async function hears(page: Page, words: RegExp): Promise<string[]> {
  await page.waitForFunction(
    ([source]) => {
      const { heard } = window as unknown as { heard: string[] };
      return heard.some((one) => new RegExp(source ?? "").test(one));
    },
    [words.source],
  );
  return heard(page);
}
