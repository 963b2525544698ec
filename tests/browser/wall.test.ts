// The wall beside the desks: it rises while people are interviewed, wherever that is, and is acted on.

import { instrument2008 } from "@fieldline/study-2008";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { danishNumber } from "../integration/support/field.ts";
import { recount, withPlan } from "../integration/support/quota-field.ts";
import { accessibilityFindings } from "./support/accessibility.ts";
import { anotherNode } from "./support/another-node.ts";
import { Interviewer, type Says } from "./support/interviewer.ts";
import { screenshot } from "./support/screens.ts";
import { site } from "./support/site.ts";
import { downloaded, shows, watches } from "./support/supervisor.ts";

const mette = { name: "mette", languages: ["da"], countries: ["DK"] };
const freja = { name: "freja", languages: ["da", "en"], countries: ["DK"] };
const sofia = { name: "sofia" };
const aMan: Says = {
  sex: { value: 1 },
  age: { value: 40 },
  region: { value: "DK01" },
  hoh_occ: { value: 5 },
};

const completed = '[data-country="DK"] [data-testid="completed"]';
const target = '[data-country="DK"] [data-testid="target"]';
const underWay = '[data-country="DK"] .mo-legend';
const isLive = (page: Page) => page.locator('main[data-freshness="live"]').waitFor();

describe("a wall on another node than the desks, one place left for men", async () => {
  const here = await site([
    { record: "odense", number: danishNumber(1, 1) },
    { record: "vejle", number: danishNumber(2, 2) },
  ]);
  await here.field.password(mette);
  const node = await anotherNode(here.field);
  let wall: Page;

  beforeAll(async () => {
    await withPlan(here.field, { total: 9, men: 1, women: 5 });
    wall = await watches({ ...here, base: node.base }, "wall", sofia);
    await isLive(wall);
  });

  it("shows the man on the line as under way, then as completed, without a reload", async () => {
    await shows(wall, completed, /^0$/);
    await shows(wall, target, /^\/ 9$/);
    await shows(wall, ".mo-desks", /Nobody is at work/);
    const at = await Interviewer.atDesk(here, mette);
    await shows(wall, ".mo-desks", /Desks\s*1\s*Signed in, no case\s*1/);
    await at.rings();
    await at.begins();
    await at.interviews(aMan, "perf_safety");
    await at.seesQuestion();
    await shows(wall, underWay, /Under way\s*1/);
    await shows(wall, ".mo-desks", /Interviewing\s*1/);
    await shows(wall, completed, /^0$/);
    await at.interviews(aMan);
    await at.saved();
    await shows(wall, completed, /^1$/);
    await shows(wall, underWay, /Under way\s*0/);
    await shows(wall, ".mo-danger__refusing", /1 cell full/);
    await shows(wall, '[data-figure="today"]', /Today\s*1/);
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
    await isLive(wall);
    await recount(here.field.platform);
  });

  it("downloads what it shows, one row a country", async () => {
    const [head, ...rows] = await downloaded(wall, "Download table (CSV)");
    expect(head).toBe(
      "Wave,As of,Country,Target,Completed,Under way,Remaining,Today,Pace a day,Needed a day,Forecast,Over quota",
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatch(/,Denmark,9,1,0,8,1,1,0\.6,2008-\d\d-\d\d,0$/);
  });

  it.each(["light", "dark"] as const)("is readable for everybody: %s", async (colorScheme) => {
    await wall.emulateMedia({ colorScheme });
    expect(await accessibilityFindings(wall)).toEqual([]);
    await screenshot(wall, `wall ${colorScheme}`);
  });
});

describe("a country's page and the wall beside it", async () => {
  const here = await site([]);
  let wall: Page;
  let country: Page;

  beforeAll(async () => {
    await withPlan(here.field, { total: 9, men: 4, women: 5 });
    wall = await watches(here, "wall", sofia);
    country = await watches(here, "countries/DK", sofia);
    await isLive(wall);
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
    expect(await country.locator(".mo-total__big").textContent()).toBe("0 / 7");
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

  it("a researcher reads and cannot change, an interviewer sees none of it", async () => {
    const page = await watches(here, "countries/DK", { name: "henrik", role: "researcher" });
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
    const rows = await downloaded(country, "Download table (CSV): Gender");
    expect(rows[0]).toMatch(/^Wave,As of,Cell,Completed,Target/);
    expect(rows.slice(1).map((row) => /,(Men|Women),0,(\d)/.exec(row)?.slice(1))).toEqual([
      ["Women", "5"],
      ["Men", "4"],
    ]);
  });

  it.each(["light", "dark"] as const)("is readable for everybody: %s", async (colorScheme) => {
    await country.emulateMedia({ colorScheme });
    expect(await accessibilityFindings(country)).toEqual([]);
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
    const wall = await watches(here, "wall", sofia);
    await shows(wall, ".fl-empty", /This wave has no quota plan yet/);
    expect(await accessibilityFindings(wall)).toEqual([]);
  });
});
