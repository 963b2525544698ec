// Starts Chromium for a browser test, without anything that would talk to the outside by itself.

import { type Browser, chromium } from "playwright-core";
import { requireChromium } from "../../../scripts/lib/chromium.ts";

const QUIET = [
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A browser of one's own; close it in the test's `afterAll`. Fails with one sentence where no Chromium is found. */
export function launchChromium(): Promise<Browser> {
  const asRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: requireChromium(),
    args: asRoot ? ["--no-sandbox", ...QUIET] : QUIET,
  });
}
