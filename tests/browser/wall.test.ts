// The wall beside the desks: it rises while people are interviewed, never shows old figures as new, and is acted on.

import type { Role } from "@fieldline/protocol";
import { instrument2008 } from "@fieldline/study-2008";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { danishNumber } from "../integration/support/field.ts";
import { recount, withPlan } from "../integration/support/quota-field.ts";
import { accessibilityFindings } from "./support/accessibility.ts";
import { Interviewer, type Says } from "./support/interviewer.ts";
import { screenshot } from "./support/screens.ts";
import { type Site, signIn, site } from "./support/site.ts";

const mette = { name: "mette", languages: ["da"], countries: ["DK"] };
const freja = { name: "freja", languages: ["da", "en"], countries: ["DK"] };
const aMan: Says = {
  sex: { value: 1 },
  age: { value: 40 },
  region: { value: "DK01" },
  hoh_occ: { value: 5 },
};

async function monitor(here: Site, path: string, name = "sofia", role: Role = "supervisor"): Promise<Page> {
  const page = await here.window();
  const password = await here.field.password({ name, roles: [role], countries: ["DK"] });
  await signIn(page, `${here.base}/monitor/waves/${here.field.waveId}/${path}`, name, password);
  await page.locator("h1.mo-title").waitFor();
  return page;
}

/** Fails the test when it does not come to stand there by itself. */
const shows = (page: Page, where: string, text: RegExp) =>
  page.locator(where, { hasText: text }).first().waitFor({ timeout: 15_000 });

const completed = '[data-country="DK"] [data-testid="completed"]';
const target = '[data-country="DK"] [data-testid="target"]';

describe("a wall beside two desks, one place left for men", async () => {
  const here = await site([
    { record: "odense", number: danishNumber(1, 1) },
    { record: "vejle", number: danishNumber(2, 2) },
  ]);
  let wall: Page;

  beforeAll(async () => {
    await withPlan(here.field, { total: 9, men: 1, women: 5 });
    wall = await monitor(here, "wall");
    await wall.evaluate(() => document.body.setAttribute("data-never-reloaded", ""));
  });

  it("shows the man on the line as under way, then as completed, without a reload", async () => {
    await shows(wall, completed, /^0$/);
    await shows(wall, target, /^\/ 9$/);
    const at = await Interviewer.atDesk(here, mette);
    await at.rings();
    await at.begins();
    await at.interviews(aMan, "perf_safety");
    await at.seesQuestion();
    await shows(wall, '[data-country="DK"] .mo-legend', /Under way\s*1/);
    await shows(wall, completed, /^0$/);
    await at.interviews(aMan);
    await at.saved();
    await shows(wall, completed, /^1$/);
    await shows(wall, '[data-country="DK"] .mo-legend', /Under way\s*0/);
    await shows(wall, ".mo-danger__refusing", /1 cell full/);
    expect(await wall.locator("body").getAttribute("data-never-reloaded")).toBe("");
    await at.closesAsProposed();
    expect(await recount(here.field.platform)).toMatchObject({
      "DK/total/all": { completed: 1, reserved: 0 },
    });
  });

  it("the second desk reads the words for a full group, in the language of its interview", async () => {
    const at = await Interviewer.atDesk(here, freja);
    await at.takesCase();
    await at.keys.press("l");
    await at.page.locator('.co-call__say [lang="en"]').waitFor();
    await at.dials();
    await at.begins();
    await at.interviews(aMan, "hoh_occ");
    await at.seesQuestion();
    await at.types({ value: 5 });
    const words = at.fold.scriptWords(instrument2008().ends.quotaFull);
    expect(words).toMatch(/[a-z]{3} [a-z]+/);
    await at.sees(words);
    expect(at.state?.language).toBe("en");
    await at.closesAsProposed();
    await shows(wall, completed, /^1$/);
    await recount(here.field.platform);
  });
});

describe("a country's page and the wall beside it", async () => {
  const here = await site([]);
  let wall: Page;
  let country: Page;

  beforeAll(async () => {
    await withPlan(here.field, { total: 9, men: 4, women: 5 });
    wall = await monitor(here, "wall");
    country = await monitor(here, "countries/DK");
  });

  const open = async (page: Page, cell: string) => {
    await page.getByRole("button", { name: cell, exact: true }).click();
    await page.locator("dialog.mo-drawer[open]").waitFor();
  };

  it("a target is lowered: the page says what will happen, the wall shows it, the change is journalled", async () => {
    await open(country, "Open the total: Denmark");
    await country.getByLabel("New target").fill("7");
    await country.keyboard.press("Enter");
    const told = await country.locator(".mo-confirm").textContent();
    expect(told).toContain("The target becomes 7 instead of 9.");
    expect(told).toContain("Then 7 places are left.");
    await shows(wall, target, /^\/ 9$/);
    await country.getByRole("button", { name: "Make the change" }).click();
    await shows(country, ".mo-change__done", /in force/);
    await shows(wall, target, /^\/ 7$/);
    const journalled = await here.field.platform.database.read("plain", (tx) =>
      tx.journalEntry.findMany({ where: { entityId: "DK/total/all" } }),
    );
    expect(journalled).toMatchObject([{ before: { target: 9 }, after: { target: 7 } }]);
    await country.keyboard.press("Escape");
    await country.locator("dialog").waitFor({ state: "detached" });
  });

  it("a cell is closed and opened again; what the rules refuse is said before anything is sent", async () => {
    await open(country, "Women");
    await country.getByRole("button", { name: "Close the cell …" }).click();
    expect(await country.locator(".mo-confirm").textContent()).toContain("Nothing is deleted");
    await country.getByRole("button", { name: "Make the change" }).click();
    await shows(wall, ".mo-danger__refusing", /1 closed/);
    await country.getByLabel("Policy").selectOption("counterOnly");
    await country.getByRole("button", { name: "Change policy …" }).click();
    await shows(country, ".mo-confirm", /quota\.counterOnlyStaysOpen/);
    await country.getByRole("button", { name: "Cancel" }).click();
    await country.getByRole("button", { name: "Reopen the cell …" }).click();
    await country.getByRole("button", { name: "Make the change" }).click();
    await shows(country, ".mo-drawer__state", /open – 5 places left/);
    await country.keyboard.press("Escape");
  });

  it("the wall's connection is cut: it says since when, shows nothing newer, and heals by itself", async () => {
    const supervisor = await here.field.person({ name: "sofia", roles: ["supervisor"], countries: ["DK"] });
    await wall.context().setOffline(true);
    await wall.locator('main[data-live="false"]').waitFor();
    await shows(wall, ".mo-stale", /Not live since \d\d:\d\d:\d\d/);
    const changed = await supervisor.ask(
      "PATCH",
      `/api/waves/${here.field.waveId}/quota-cells/${encodeURIComponent("DK/total/all")}`,
      { commandId: crypto.randomUUID(), change: { kind: "setTarget", target: 8 } },
    );
    expect(changed.status).toBe(200);
    await shows(country, ".mo-total__big", /\/ 8/);
    expect(await wall.locator(target).textContent()).toBe("/ 7");
    await wall.context().setOffline(false);
    await shows(wall, target, /^\/ 8$/);
    await wall.locator('main[data-live="true"]').waitFor();
    await shows(wall, ".mo-fresh", /As of \d\d:\d\d:\d\d, live/);
    expect(await wall.locator(".mo-fresh .mo-stale").count()).toBe(0);
  });

  it("a researcher reads and cannot change, an interviewer sees none of it", async () => {
    const page = await monitor(here, "countries/DK", "henrik", "researcher");
    await open(page, "Women");
    expect(await page.locator("dialog").textContent()).toContain(
      "changed by a supervisor or an administrator",
    );
    expect(await page.locator("dialog form, dialog input").count()).toBe(0);
    const desk = await here.field.person(mette);
    expect((await desk.ask("GET", `/api/waves/${here.field.waveId}/quota-board`)).status).toBe(403);
  });

  it("the table of a dimension is downloaded as it is sorted", async () => {
    const table = country.locator('table[data-dimension="sex"]');
    await table.getByRole("button", { name: "Target" }).click();
    await table.getByRole("button", { name: "Target" }).click();
    const coming = country.waitForEvent("download");
    await country.getByRole("button", { name: "Download table (CSV): Gender" }).click();
    const stream = await (await coming).createReadStream();
    let text = "";
    for await (const part of stream) text += String(part);
    const rows = text.trim().split("\r\n");
    expect(rows[0]).toMatch(/^Wave,As of,Cell,Completed,Target/);
    expect(rows.slice(1).map((row) => /,(Men|Women),0,(\d)/.exec(row)?.slice(1))).toEqual([
      ["Women", "5"],
      ["Men", "4"],
    ]);
  });

  it.each(["light", "dark"] as const)("is readable for everybody: %s", async (colorScheme) => {
    for (const page of [wall, country]) {
      await page.emulateMedia({ colorScheme });
      expect(await accessibilityFindings(page)).toEqual([]);
    }
    await open(country, "Men");
    expect(await accessibilityFindings(country)).toEqual([]);
    await screenshot(country, `country ${colorScheme}`);
    await country.keyboard.press("Escape");
    await country.locator("dialog").waitFor({ state: "detached" });
  });
});

describe("a wave without a quota plan", async () => {
  const here = await site([]);

  it("says so, instead of a wall of zeros", async () => {
    const wall = await monitor(here, "wall");
    await shows(wall, ".fl-empty", /This wave has no quota plan yet/);
    expect(await accessibilityFindings(wall)).toEqual([]);
  });
});
