// Browsers that are killed, tabs that crash or stand still, others at the same computer: nothing lost, nothing twice.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { minute } from "@fieldline/kernel";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { duties } from "../integration/support/day.ts";
import { danishNumber } from "../integration/support/field.ts";
import { accessibilityFindings } from "./support/accessibility.ts";
import { openProfile } from "./support/chromium.ts";
import { crashTab, killBrowser, standsStill } from "./support/crashes.ts";
import { Interviewer, type Person } from "./support/interviewer.ts";
import { entriesInBrowser, keptInBrowser, leftInBrowser } from "./support/kept.ts";
import { newerMark, ownPages } from "./support/newer-pages.ts";
import { caseOf, recordedLog } from "./support/records.ts";
import { type Site, site } from "./support/site.ts";
import { shows, watches } from "./support/supervisor.ts";
import { textOf } from "./support/text-of.ts";

const danish = (name: string): Person => ({ name, languages: ["da"], countries: ["DK"] });
const here = await site([]);
const household = (record: string, serial: number, name = "") =>
  here.field.households([{ record, number: danishNumber(serial, 1), name }]);

/** Every step once, in order, as it was said. */
const arrivedOnce = async ({ fold, state }: Interviewer, name: string) => {
  const log = await recordedLog(here, name);
  expect(log.map(({ seq }) => seq)).toEqual(Array.from(log, (_, index) => index + 1));
  expect(log).toHaveLength(fold.state.seq);
  return expect(state?.answers).toEqual(fold.state.answers);
};

const lightAndDark = async (page: Page): Promise<void> => {
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await accessibilityFindings(page)).toEqual([]);
  }
};

describe("another desk took the case meanwhile", () => {
  it("keeps what the first one said as a branch, says so at the desk and on the case's page, and the next case goes on", async () => {
    await household("aarhus", 1);
    const clara = await Interviewer.atDesk(here, danish("clara"));
    const { page } = clara;
    await clara.rings();
    await clara.begins();
    await clara.goesOn(2);
    await clara.saved();
    const reached = clara.fold.state.seq;
    await page.context().setOffline(true);
    await clara.goesOn(2);
    await page.locator('.co-badge[data-state="offline"]', { hasText: "2 steps kept here" }).waitFor();
    await lightAndDark(page);
    await clara.breaksOff();
    await clara.enters();

    here.field.clock.forward(46 * minute);
    await duties(here.field);
    here.field.clock.forward(91 * minute);
    const lars = await here.field.interviewer("lars");
    const { id } = await lars.next();

    await page.context().setOffline(false);
    await page.locator(".co-aside", { hasText: "An outcome was not taken." }).waitFor();
    await lightAndDark(page);
    expect(await caseOf(here, "aarhus")).toMatchObject({
      id,
      interviews: ["inProgress da"],
      outcomes: ["neverClosed"],
    });
    expect(await recordedLog(here, "clara")).toHaveLength(reached);
    const sofia = await watches(here, `cases/${id}`, { name: "sofia" });
    await shows(sofia, "tr", /clara\s*3.*another desk had the case/);
    await shows(sofia, "tr", /Refused, set aside by the desk/);

    await page.getByRole("button", { name: "Put away" }).click();
    await page.locator(".co-aside").waitFor({ state: "detached" });
    await household("horsens", 2);
    await clara.rings();
  });
});

describe("a browser killed in mid-interview", () => {
  it("has every step when it is started again that the screen had called kept, and sends it once", async () => {
    await household("odense", 3);
    const folder = mkdtempSync(join(tmpdir(), "fieldline-profile-"));
    const sitting = async () => {
      const browser = await openProfile(folder);
      const [page] = browser.pages();
      if (!page) throw new Error("the browser has no window");
      return Interviewer.returns(here, danish("mette"), page);
    };
    const before = await sitting();
    await before.rings();
    await before.begins();
    await before.goesOn(1);
    await before.saved();
    await before.page.context().setOffline(true);
    await before.goesOn(3);
    await before.page.locator(".co-badge", { hasText: "3 steps kept here" }).waitFor();
    await killBrowser(folder);

    const again = await sitting();
    await again.page.locator(".co-interview").waitFor();
    await again.recalls();
    await again.seesStep();
    expect(again.fold.state).toEqual(before.fold.state);
    await arrivedOnce(again, "mette");
    await again.page.context().close();
    rmSync(folder, { recursive: true });
  });
});

describe("two tabs at one desk", () => {
  it("hand the interview to each other, from one that stands still, one that waits for a verdict, one that crashes", async () => {
    await household("vejle", 4);
    const first = await Interviewer.atDesk(here, danish("anna"));
    const browser = first.page.context();
    await first.rings();
    await first.begins();

    const second = await Interviewer.returns(here, danish("anna"), await browser.newPage());
    await second.page.getByRole("heading", { name: "Your desk is open in another tab" }).waitFor();
    await lightAndDark(second.page);

    const goOn = await standsStill(first.page);
    const typedBlindly = first.keys.digit(1).catch(() => {});
    await second.keys.press("Enter");
    await second.page.locator(".co-interview").waitFor();
    await second.recalls();
    await second.goesOn(1);
    await second.saved();
    goOn();
    await typedBlindly;
    await first.page.locator(".co-elsewhere").waitFor();
    await first.page.keyboard.press("1");
    await second.recalls();
    await arrivedOnce(second, "anna");

    await browser.setOffline(true);
    await second.goesOnToCheck();
    await second.page.getByText("Checking").first().waitFor();
    await first.keys.press("Enter");
    await first.page.getByText("Checking").first().waitFor();
    await second.page.locator(".co-elsewhere").waitFor();
    await browser.setOffline(false);
    await first.recalls();
    await first.seesStep();
    const checks = (await recordedLog(here, "anna")).filter(({ type }) => type === "checkQuota");
    expect(checks).toMatchObject([{ verdict: "noPlan" }]);

    await first.goesOn(1);
    await first.saved();
    await crashTab(first.page);
    await second.page.locator(".co-interview").waitFor();
    await second.recalls();
    expect(second.fold.state.answers).toEqual(first.fold.state.answers);
    await second.goesOn(1);
    await second.saved();
    await arrivedOnce(second, "anna");
  });
});

describe("a computer that two people share", () => {
  it("keeps what one has not sent from the other, and nothing else of it", async () => {
    await household("randers", 5, "Kanarie Fuglsang");
    const canaries = /Kanarie|13 ?05 ?00|130500|Nordlys/;
    const bodil = await Interviewer.atDesk(here, danish("bodil"));
    const { page } = bodil;
    await bodil.rings();
    await bodil.begins();
    const isOfCall = (url: URL) => /^\/api\/(interviews|attempts|cases)\//.test(url.pathname);
    await page.route(isOfCall, (route) => route.abort());
    await bodil.goesOn(1);
    await page.locator('.co-badge[data-state="offline"]').waitFor();
    await bodil.seesStep();
    await page.keyboard.press("1");
    await page.keyboard.press("1");
    await page.locator(".co-choice, .co-scale button").first().dblclick();
    await bodil.recallsFromBrowser();
    await bodil.seesStep();
    const { seq } = bodil.fold.state;
    await bodil.breaksOff();
    await bodil.keys.press("n");
    await page.locator("textarea").fill("Nordlys, the second door.");
    await page.keyboard.press("Control+Enter");
    await page.locator("textarea").waitFor({ state: "detached" });
    await bodil.enters();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("alertdialog").getByText("not been sent yet").waitFor();
    await lightAndDark(page);
    const unsent = (await keptInBrowser(page)).entries;
    await page.getByRole("button", { name: "Sign out all the same" }).click();
    await page.locator('input[name="name"]').waitFor();
    expect(await keptInBrowser(page)).toEqual({ entries: unsent, notes: 0, desks: 0 });
    expect(await leftInBrowser(page)).not.toMatch(canaries);

    await page.unroute(isOfCall);
    await household("skive", 6);
    const jonas = await Interviewer.returns(here, danish("jonas"), page);
    await jonas.takesCase();
    await jonas.keys.press("n");
    await page.locator("textarea").fill("Ring twice.");
    await page.keyboard.press("Control+Enter");
    await page.locator("textarea").waitFor({ state: "detached" });
    const [hers] = (await entriesInBrowser(page)).map(({ user }) => user);
    await expect
      .poll(async () => (await entriesInBrowser(page)).map(({ user }) => user))
      .toEqual(Array(unsent).fill(hers));
    expect(await textOf(page.locator("body"))).not.toMatch(canaries);
    expect(await caseOf(here, "randers")).toMatchObject({ outcomes: [null] });
    await jonas.keys.press("g");
    await page.locator(".co-desk").waitFor();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.locator('input[name="name"]').waitFor();

    await Interviewer.returns(here, danish("bodil"), page);
    await expect
      .poll(() => caseOf(here, "randers"))
      .toMatchObject({ interviews: ["brokenOff da"], outcomes: ["breakOff"] });
    expect((await recordedLog(here, "bodil")).map((step) => step.seq)).toEqual(
      Array.from({ length: seq + 1 }, (_, index) => index + 1),
    );
    await page.locator(".co-top .co-badge").waitFor({ state: "detached" });
    await page.context().setOffline(true);
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.locator('input[name="name"]').waitFor();
    expect(await keptInBrowser(page)).toEqual({ entries: 0, notes: 0, desks: 0 });
    expect(await leftInBrowser(page)).not.toMatch(canaries);
    await page.context().setOffline(false);
    await page.goto(here.base);
    await page.locator('input[name="name"]').waitFor();
  });
});

describe("a console one version older than the server", async () => {
  const { base, replace } = await ownPages(here.field.platform);

  it("works to the end of its interview, and only the free desk says that a newer one is here", async () => {
    await household("struer", 7);
    const context = await here.browser.newContext({ locale: "en-GB", serviceWorkers: "allow" });
    const there: Site = { ...here, base, window: () => context.newPage() };
    const dorte = await Interviewer.atDesk(there, danish("dorte"));
    const { page } = dorte;
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await dorte.rings();
    await dorte.begins();
    replace();
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await page.waitForFunction(async () => (await navigator.serviceWorker.ready).waiting !== null);
    await dorte.goesOn(1);
    await dorte.saved();
    await page.reload();
    await page.locator(".co-interview").waitFor();
    await dorte.seesStep();
    const mark = () =>
      page.evaluate((name) => getComputedStyle(document.documentElement).getPropertyValue(name), newerMark);
    expect(await mark()).toBe("");
    const news = page.getByText("A newer version of the console is here.");
    expect(await news.count()).toBe(0);
    await dorte.breaksOff();
    await dorte.enters();
    await news.waitFor();
    await lightAndDark(page);
    await page.getByRole("button", { name: "Load it now" }).click();
    await expect.poll(() => mark().catch(() => "")).toBe("yes");
    await page.locator(".co-desk").waitFor();
    await context.close();
  });
});
