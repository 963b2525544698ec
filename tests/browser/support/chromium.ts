// Starts Chromium for a browser test, without anything that would talk to the outside by itself.

import { type Browser, type BrowserContext, chromium } from "playwright-core";
import { requireChromium } from "../../../scripts/lib/chromium.ts";

const QUIET = [
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A browser of one's own; close it in the test's `afterAll`. Fails with one sentence where no Chromium is found. */
export const launchChromium = (): Promise<Browser> => chromium.launch(started());

/** A browser whose windows are kept in a folder, as on a computer of one's own: started again, it has all of it. */
export const openProfile = (folder: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(folder, { ...started(), locale: "en-GB", serviceWorkers: "block" });

function started() {
  const asRoot = process.getuid?.() === 0;
  return { executablePath: requireChromium(), args: asRoot ? ["--no-sandbox", ...QUIET] : QUIET };
}
