// What stands on the screen, as it is laid out.

import type { Locator } from "playwright-core";

/** The visible words of everything the locator finds, once the first of it is there. */
export async function textOf(locator: Locator): Promise<string> {
  await locator.first().waitFor();
  return (await locator.allInnerTexts()).join("\n");
}
