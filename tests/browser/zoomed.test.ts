// The console at twice its size, in German: nothing is cut off or covered, nothing scrolls sideways, all is in reach.

import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { cutOff } from "./support/inspector.ts";
import { Interviewer } from "./support/interviewer.ts";
import { screenshot } from "./support/screens.ts";
import { type Site, site } from "./support/site.ts";

/** What is left of 1440 × 900 and of 1024 × 768 where everything is twice as large. */
const large = { width: 720, height: 450 };
const small = { width: 512, height: 384 };
const here = await site([]);
const enlarged: Site = {
  ...here,
  window: async () => (await here.browser.newContext({ viewport: large, deviceScaleFactor: 2 })).newPage(),
};

/** Controls and spoken words that something else covers once they are scrolled to. */
const covered = (page: Page, within: string): Promise<string[]> =>
  page
    .locator(within)
    .first()
    .evaluate((part) => {
      const wanted = "button, a, summary, select, input, textarea, .co-spoken, .co-instruction";
      const found = [...part.querySelectorAll<HTMLElement>(wanted)].filter((one) => {
        if (!one.checkVisibility() || one.closest(".fl-visually-hidden")) return false;
        one.scrollIntoView({ block: "center" });
        const { x, y, width, height } = one.getBoundingClientRect();
        const top = document.elementFromPoint(x + width / 2, y + height / 2);
        return !(top && (one.contains(top) || top.contains(one)));
      });
      scrollTo(0, 0);
      return found.map((one) => `covered: ${one.textContent.slice(0, 60) || one.outerHTML.slice(0, 60)}`);
    });

it("from the desk to the outcome", async () => {
  const findings: string[] = [];
  const at = await Interviewer.atDesk(enlarged, {
    name: "jonas",
    languages: ["de", "en"],
    countries: ["DE"],
    interfaceLanguage: "de",
  });
  const { page, keys } = at;
  const looksAt = async (screen: string, within = "body"): Promise<void> => {
    for (const size of [small, large]) {
      await page.setViewportSize(size);
      await screenshot(page, `zoomed-${screen}-${size.width}`);
      const found = [...(await cutOff(page)), ...(await covered(page, within))];
      findings.push(...found.map((finding) => `${screen} at ${size.width}: ${finding}`));
    }
  };
  const seesWords = async (): Promise<void> => {
    await at.seesQuestion();
    const { top, bottom, size } = await page.locator('[data-testid="question"]').evaluate((words) => ({
      ...words.getBoundingClientRect().toJSON(),
      size: Number.parseFloat(getComputedStyle(words).fontSize),
    }));
    expect(top).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeLessThanOrEqual(450);
    expect(size).toBeGreaterThanOrEqual(24);
  };

  await looksAt("desk");
  await page.locator(".co-settings > summary").click();
  await page.locator(".co-settings__password > summary").click();
  await looksAt("settings", ".co-settings");
  await page.locator(".co-settings > summary").click();
  await page.locator("h1").click();
  await keys.press("w");
  await page.locator(".co-code-field input:focus").fill("0000 0000");
  await keys.press("Enter");
  await page.locator(".co-panel:focus").waitFor();
  await looksAt("take-back");
  await keys.press("Escape");
  await keys.press("Escape");

  const number = "+49 221 4710 011";
  await here.field.households([
    { record: "koeln", country: "DE", region: "DEA", number, number2: "+49 221 4710 012", name: "Frau Kühn" },
  ]);
  await page.locator(".co-desk").waitFor();
  await at.takesCase();
  await at.dials();
  await looksAt("call");
  await at.pressesKey("7");
  await page.locator('.co-follow[data-step="reason"]:focus').waitFor();
  expect(await page.locator(".co-follow").evaluate((box) => box.getBoundingClientRect().top)).toBeLessThan(
    450,
  );
  await looksAt("reason");
  await keys.press("Escape");
  await at.pressesKey("a");
  await page.locator(".co-slots").waitFor();
  await looksAt("appointment");
  await keys.press("Escape");

  await at.begins();
  await at.interviews({}, "age");
  await looksAt("number");
  await at.interviews({ age: { value: 44 } }, "region");
  await looksAt("filter");
  await at.interviews({ region: { value: "DEA" } }, "hoh_occ");
  await seesWords();
  await looksAt("question");
  await at.interviews({}, "U05");
  await seesWords();
  await looksAt("battery");
  await at.goesBack(1);
  await looksAt("gone-back");
  await at.interviews({}, "U05");
  await keys.press("o");
  await page.locator(".co-panel:focus").waitFor();
  await looksAt("leaving");
  await keys.press("Escape");
  await at.breaksOff();
  await looksAt("outcome");
  await at.pressesKey("8");
  await page.locator('.co-follow[data-step="neverAgain"]').waitFor();
  await looksAt("never-again");
  await at.enters();
  await looksAt("desk-afterwards");
  expect(findings).toEqual([]);
});
