// Keeps pictures of screens beside the browser tests, to be looked at: with SCREENS=yes; they are not committed.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";

const FOLDER = join(import.meta.dirname, "../.screens");

/** The size every screen is judged at. */
export const SCREEN_SIZE = { width: 1440, height: 900 } as const;

/** The smallest screen at a desk. */
export const SMALL_SCREEN = { width: 1024, height: 768 } as const;

/** A screen that hangs on a wall. */
export const WALL_SCREEN = { width: 1920, height: 1080 } as const;

/** Writes `.screens/NAME.png` of what is visible, where somebody wants to look; `name` tells screen and language. */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (process.env["SCREENS"] !== "yes") return;
  mkdirSync(FOLDER, { recursive: true });
  const path = join(FOLDER, `${name.replaceAll(/[^\w.-]+/g, "-")}.png`);
  await page.screenshot({ path, animations: "disabled" });
}
