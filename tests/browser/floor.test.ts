// The floor beside a desk: what an interviewer does is seen in another window, without a reload, from sign-in to sign-out.

import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { tell } from "../../apps/server/src/platform/live/tell.ts";
import { danishNumber } from "../integration/support/field.ts";
import { held } from "../integration/support/held-interviews.ts";
import { withPlan } from "../integration/support/quota-field.ts";
import { Interviewer, type Says } from "./support/interviewer.ts";
import { type Site, site } from "./support/site.ts";
import { downloaded, shows, watches } from "./support/supervisor.ts";
import { textOf } from "./support/text-of.ts";

const mette = { name: "mette", languages: ["da"], countries: ["DK"] };
const freja = { name: "freja", languages: ["da"], countries: ["DK"] };
const sofia = { name: "sofia" };
const aWoman: Says = { sex: { value: 2 }, age: { value: 40 }, region: { value: "DK01" } };

const line = '[data-desk="mette"]';
const household = (here: Site, record: string, number: string) => here.field.households([{ record, number }]);

describe("the floor beside a desk", async () => {
  const here = await site([]);
  let floor: Page;
  let country: Page;
  let at: Interviewer;

  beforeAll(async () => {
    await withPlan(here.field, { total: 9, men: 4, women: 5 });
    floor = await watches(here, "floor", sofia);
    country = await watches(here, "countries/DK", sofia);
  });

  it("is empty until an interviewer signs in", async () => {
    await shows(floor, ".fl-empty", /Nobody is at work/);
    at = await Interviewer.atDesk(here, mette);
    await shows(floor, line, /Signed in, no case\s*for \d+:\d\d min/);
  });

  it("follows a number that nobody answers: case, dialling, and back", async () => {
    await household(here, "odense", danishNumber(1, 5));
    await at.takesCase();
    await shows(floor, line, /Case open.*Denmark\s*odense/);
    await at.keys.press("Enter");
    await shows(floor, line, /Dialling/);
    await at.picks("noAnswer");
    await at.enters();
    await shows(floor, line, /Signed in, no case/);
    expect(await figures(floor)).toEqual(["1", "0", "0", "0"]);
  });

  it("follows an interview: on the line, the unit and the length so far, and back", async () => {
    await household(here, "vejle", danishNumber(2, 1));
    await at.rings();
    await shows(floor, line, /On the line/);
    await at.begins();
    await shows(floor, line, /Interviewing/);
    await shows(floor, line, /Danish/);
    await at.interviews(aWoman, "perf_safety");
    await at.seesQuestion();
    const asked = /unit (\d+) of (\d+)/.exec(await textOf(at.page.locator(".co-interview")));
    expect(asked).not.toBeNull();
    await shows(floor, line, new RegExp(`Danish${asked?.[1]} of ${asked?.[2]}`));
    await shows(floor, line, /\d+:\d\d\s*no median yet/);
  });

  it("meanwhile a cell of the woman on the line names who holds the place, and since when", async () => {
    await country.getByRole("button", { name: "Women", exact: true }).click();
    await shows(country, ".mo-held tbody tr", /vejle\s*mette\s*\d\d:\d\d:\d\d\s*\d\d:\d\d:\d\d/);
    await shows(country, ".mo-drawer", /Nothing has been changed on this cell yet/);
  });

  it("a change of the cell stands in its history at once: who, and what became of what", async () => {
    await country.getByLabel("New target").fill("3");
    await country.keyboard.press("Enter");
    await country.getByRole("button", { name: "Make the change" }).click();
    await shows(country, ".mo-story li", /sofia\s*Target: 5 → 3\s*At most: 5 → 3/);
    await country.getByRole("button", { name: "Close the cell …" }).click();
    await country.getByRole("button", { name: "Make the change" }).click();
    await shows(country, ".mo-story li:first-child", /State: open → closed/);
    expect(await country.locator(".mo-story li").count()).toBe(2);
  });

  it("the interview ends: the desk enters its outcome, the place is no longer held", async () => {
    await at.interviews(aWoman);
    await at.saved();
    await shows(floor, line, /Entering the outcome/);
    await shows(country, ".mo-drawer", /Nobody holds a place in this cell/);
    await at.closesAsProposed();
    await shows(floor, line, /Signed in, no case/);
    expect(await figures(floor)).toEqual(["2", "1", "1", "0"]);
    expect(await floor.locator("body").getAttribute("data-never-reloaded")).toBe("");
  });

  it("is narrowed and sorted, and downloaded as it stands", async () => {
    const other = await Interviewer.atDesk(here, freja);
    await shows(floor, '[data-desk="freja"]', /Signed in, no case/);
    await floor.getByRole("button", { name: "Dials" }).click();
    await floor.getByRole("button", { name: "Dials" }).click();
    const rows = await downloaded(floor, "Download table (CSV)");
    expect(rows[0]).toMatch(/^Wave,As of,Interviewer,State,In this state,Country,Record/);
    expect(rows.slice(1).map((row) => /(mette|freja),"?Signed in/.exec(row)?.[1])).toEqual([
      "mette",
      "freja",
    ]);
    await floor.getByLabel("Name or record").pressSequentially("MET");
    await shows(floor, ".mo-tools", /1 desk(?!s)/);
    await floor.getByLabel("State").selectOption("interviewing");
    await shows(floor, ".fl-empty", /No desk matches/);
    await floor.getByRole("button", { name: "Show all" }).click();
    await shows(floor, ".mo-tools", /2 desks/);
    await other.page.getByRole("button", { name: "Sign out" }).click();
    await floor.locator('[data-desk="freja"]').waitFor({ state: "detached" });
  });

  it("says since when it is not live, holds its clocks, and heals by itself", async () => {
    await floor.context().setOffline(true);
    await floor.locator('main[data-freshness="stale"]').waitFor({ timeout: 20_000 });
    await shows(floor, ".mo-stale", /Not live since \d\d:\d\d:\d\d/);
    const stood = await textOf(floor.locator(line));
    await household(here, "ribe", danishNumber(3, 5));
    await at.takesCase();
    await floor.waitForTimeout(1_500);
    expect(await textOf(floor.locator(line))).toBe(stood);
    await floor.context().setOffline(false);
    await shows(floor, line, /Case open/);
    await floor.locator('main[data-freshness="live"]').waitFor();
  });

  it("is not for a researcher, who is told why and has no link to it", async () => {
    const page = await watches(here, "floor", { name: "henrik", role: "researcher" });
    await shows(page, "main", /Only supervisors and administrators see it/);
    const links = await page.getByRole("navigation", { name: "Pages of this wave" }).getByRole("link").all();
    expect(await Promise.all(links.map((link) => link.textContent()))).toEqual([
      "Wall",
      "Interviews",
      "Over quota",
      "Exports",
    ]);
  });
});

describe("the list of interviews over quota", async () => {
  const here = await site([
    { record: "odense", number: danishNumber(1, 1) },
    { record: "vejle", number: danishNumber(2, 1) },
  ]);

  it("says that there is none, then names the one that found no place", async () => {
    const page = await watches(here, "over-quota", sofia);
    await shows(page, ".fl-empty", /No interview is over quota/);
    await here.field.password(mette);
    await held(here.field, [
      { record: "odense", by: "mette", answers: {}, overQuota: true },
      { record: "vejle", by: "mette", answers: {} },
    ]);
    await here.field.platform.database.write("plain", (tx) =>
      tell(tx, here.field.clock.now(), { topic: "interviews", waveId: here.field.waveId, country: "DK" }),
    );
    await shows(page, "tbody tr", /odense\s*Denmark\s*mette\s*16 Apr.*17:10\s*1/);
    expect(await page.locator("tbody tr").count()).toBe(1);
    await shows(page, "main", /kept, do not count, and are left out of the default export/);
    const rows = await downloaded(page, "Download table (CSV)");
    expect(rows[0]).toBe("Wave,Record,Country,Interviewer,Ended,Release");
    expect(rows.slice(1)).toHaveLength(1);
  });
});

/** Dials, contacts, completes, refusals. */
const figures = async (floor: Page): Promise<string[]> =>
  (await floor.locator(`${line} td`).allTextContents()).slice(-4);
