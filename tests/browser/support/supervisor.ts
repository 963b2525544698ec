// Somebody who watches the field: a window on a page of the monitor, and waiting until it shows something by itself.

import type { Role } from "@fieldline/protocol";
import type { Page } from "playwright-core";
import { type Site, signIn } from "./site.ts";

export interface Watcher {
  readonly name: string;
  readonly role?: Role;
  /** Language of the screens; otherwise the browser's. */
  readonly language?: string;
  readonly countries?: readonly string[];
}

/** A page of the wave's monitor, `wall` or `countries/DK`, in a window of its own. */
export async function watches(here: Site, path: string, who: Watcher): Promise<Page> {
  const { name, role = "supervisor", language, countries = ["DK"] } = who;
  const page = await here.window();
  const password = await here.field.password({ name, roles: [role], countries });
  await signIn(page, `${here.base}/monitor/waves/${here.field.waveId}/${path}`, name, password, language);
  await page.locator("h1.mo-title").waitFor();
  await page.evaluate(() => document.body.setAttribute("data-never-reloaded", ""));
  return page;
}

/** Fails the test when the text is not pushed to the page: one that asks again after silence would be too late. */
export const shows = (page: Page, where: string, text: RegExp): Promise<void> =>
  page.locator(where, { hasText: text }).first().waitFor({ timeout: 8_000 });

/** The rows of a table that is downloaded when the button of this name is pressed, without the byte-order mark. */
export async function downloaded(page: Page, button: string): Promise<string[]> {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  let text = "";
  for await (const part of await (await coming).createReadStream()) text += String(part);
  return text.replace("\uFEFF", "").trim().split("\r\n");
}
