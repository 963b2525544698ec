// Measures in the page itself how long a key takes until what it leads to is painted.

import type { Page } from "playwright-core";

export interface Press {
  /** From the key's event to the end of the frame that paints the new words, in milliseconds. */
  readonly ms: number;
  /** The part of it until the new words stand in the document. */
  readonly handledMs: number;
  /** The browser's own event timing of the same key, in steps of 8 ms; null below its threshold of 16. */
  readonly byBrowserMs: number | null;
}

interface Probe {
  readonly presses: { at: number; ms: number; handledMs: number }[];
  readonly byBrowser: Map<number, number>;
  told: () => void;
}
type Probed = typeof globalThis & { paintProbe: Probe };

/** Where the words stand that a key changes, on the console and on the bare page. */
const WORDS = '[data-testid="question"]';

/** The least a browser can do for a key: a page that changes one text. */
export const BARE_PAGE = `data:text/html,${encodeURIComponent(`<!doctype html><p data-testid="question">0</p><script>
  const words = document.querySelector("p");
  addEventListener("keydown", () => { words.textContent = Number(words.textContent) + 1; });
</script>`)}`;

/** Call before the page is opened. */
export async function watchPaint(page: Page): Promise<void> {
  await page.addInitScript((selector) => {
    const probe: Probe = { presses: [], byBrowser: new Map(), told: () => {} };
    (globalThis as Probed).paintProbe = probe;
    const words = (): string => document.querySelector(selector)?.textContent ?? "";
    let pressed: { at: number; words: string } | null = null;
    const painted = (at: number, handledMs: number): void => {
      probe.presses.push({ at, ms: performance.now() - at, handledMs });
      probe.told();
    };
    const changed = (): void => {
      const now = words();
      if (!pressed || now === "" || now === pressed.words) return;
      const { at } = pressed;
      pressed = null;
      const handledMs = performance.now() - at;
      // A message posted in the frame is heard once the frame is painted.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => painted(at, handledMs);
        port2.postMessage(null);
      });
    };
    const press = ({ timeStamp }: Event): void => {
      pressed = { at: timeStamp, words: words() };
    };
    window.addEventListener("keydown", press, true);
    new MutationObserver(changed).observe(document, { subtree: true, childList: true, characterData: true });
    const timing = { type: "event", durationThreshold: 16, buffered: true };
    new PerformanceObserver((list) => {
      for (const { name, startTime, duration } of list.getEntries())
        if (name === "keydown") probe.byBrowser.set(startTime, duration);
    }).observe(timing);
  }, WORDS);
}

/** How many keys have led to new words since the page was loaded. */
export const pressesSoFar = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as Probed).paintProbe.presses.length);

/** Waits until one key more than `before` has led to new words, and these are painted. */
export const paintedAfter = (page: Page, before: number): Promise<void> =>
  page.evaluate(
    (count) =>
      new Promise<void>((resolve) => {
        const { paintProbe } = globalThis as Probed;
        paintProbe.told = () => {
          if (paintProbe.presses.length > count) resolve();
        };
        paintProbe.told();
      }),
    before,
  );

/** All keys that have led to new words since the page was loaded, in their order. */
export const pressesOf = (page: Page): Promise<Press[]> =>
  page.evaluate(() => {
    const { presses, byBrowser } = (globalThis as Probed).paintProbe;
    return presses.map(({ at, ms, handledMs }) => ({
      ms,
      handledMs,
      byBrowserMs: byBrowser.get(at) ?? null,
    }));
  });
