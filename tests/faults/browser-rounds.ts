// Rounds of browser faults by seed: an interview goes through kills, crashes and other tabs, and every step arrives once.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seeded } from "@fieldline/kernel";
import type { BrowserContext, Page } from "playwright-core";
import { expect, it } from "vitest";
import { openProfile } from "../browser/support/chromium.ts";
import { crashTab, killBrowser, standsStill } from "../browser/support/crashes.ts";
import { Fold } from "../browser/support/fold.ts";
import { Interviewer } from "../browser/support/interviewer.ts";
import { logInBrowser } from "../browser/support/kept.ts";
import { recordedLog } from "../browser/support/records.ts";
import { site } from "../browser/support/site.ts";

const here = await site([]);
const from = Number(process.env["FAULTS_FROM"] ?? 0);
const count = Number(process.env["FAULTS_ROUNDS"] ?? 1);
const strikesARound = 6;

/** An interviewer at a browser of her own. */
interface Sitting {
  readonly name: string;
  readonly folder: string;
  browser: BrowserContext;
}

async function sits({ name, browser }: Sitting, page?: Page): Promise<Interviewer> {
  const who = { name, languages: ["da"], countries: ["DK"] };
  return Interviewer.returns(here, who, page ?? (await browser.newPage()));
}

async function takesOver(sitting: Sitting): Promise<Interviewer> {
  const other = await sits(sitting);
  await other.page.locator(".co-elsewhere").waitFor();
  await other.keys.press("Enter");
  await other.page.locator(".co-interview").waitFor();
  return other;
}

/** What befalls the page, and who sits at the desk afterwards; the network is back where a page has to be loaded. */
const strikes = {
  offline: async ({ browser }: Sitting, at: Interviewer) => {
    await browser.setOffline(false);
    return at;
  },
  reload: async (sitting: Sitting, at: Interviewer) => {
    await sitting.browser.setOffline(false);
    return sits(sitting, at.page);
  },
  kill: async (sitting: Sitting) => {
    await killBrowser(sitting.folder);
    sitting.browser = await openProfile(sitting.folder);
    return sits(sitting, sitting.browser.pages()[0]);
  },
  crash: async (sitting: Sitting, { page }: Interviewer) => {
    await crashTab(page);
    await sitting.browser.setOffline(false);
    return sits(sitting);
  },
  otherTab: async (sitting: Sitting, { page }: Interviewer) => {
    await sitting.browser.setOffline(false);
    const other = await takesOver(sitting);
    await page.locator(".co-elsewhere").waitFor();
    return other;
  },
  still: async (sitting: Sitting, { page }: Interviewer) => {
    await sitting.browser.setOffline(false);
    const goesOn = await standsStill(page);
    const other = await takesOver(sitting);
    goesOn();
    await page.locator(".co-elsewhere").waitFor();
    return other;
  },
} as const;
const twoDigits = (of: number): string => String(Math.floor(of) % 100).padStart(2, "0");
const names = Object.keys(strikes) as (keyof typeof strikes)[];

for (let round = from; round < from + count; round++) {
  const random = seeded(`${process.env["FAULTS_SEED"] ?? 1}/browser/${round}`);
  const plan = Array.from({ length: strikesARound }, () => ({
    strike: names[Math.floor(random() * names.length)] ?? "kill",
    steps: 1 + Math.floor(random() * 3),
    offline: random() < 0.5,
  }));
  const says = plan.map(({ strike, offline }) => `${strike}${offline ? " offline" : ""}`).join(", ");

  it(`round ${round}: ${says}`, async () => {
    const folder = mkdtempSync(join(tmpdir(), "fieldline-profile-"));
    const sitting: Sitting = { name: `desk${round}`, folder, browser: await openProfile(folder) };
    const number = `+45 13 ${twoDigits(round)} ${twoDigits(round / 100)} 01`;
    await here.field.households([{ record: `case${round}`, number }]);
    let at = await sits(sitting, sitting.browser.pages()[0]);
    await at.rings();
    await at.begins();
    for (const { strike, steps, offline } of plan) {
      await sitting.browser.setOffline(offline);
      await at.goesOn(steps);
      const { answers } = at.fold.state;
      const { page } = at;
      await expect.poll(async () => new Fold(await logInBrowser(page)).state.answers).toEqual(answers);
      at = await strikes[strike](sitting, at);
      await at.page.locator(".co-interview").waitFor();
      await at.recalls();
      expect(at.fold.state.answers).toEqual(answers);
      await at.seesStep();
    }
    const log = await recordedLog(here, sitting.name);
    expect(log.map(({ seq }) => seq)).toEqual(Array.from(log, (_, index) => index + 1));
    await sitting.browser.close();
    rmSync(folder, { recursive: true });
  });
}
