// A wave set up in the browser: made, filled from files, let into the field, its clock set forward before all eyes.

import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { withPlan } from "../integration/support/quota-field.ts";
import { Inspector } from "./support/inspector.ts";
import { SCREEN_SIZE, SMALL_SCREEN } from "./support/screens.ts";
import { signIn, site } from "./support/site.ts";
import { downloaded, shows, watches } from "./support/supervisor.ts";
import { textOf } from "./support/text-of.ts";

const everywhere = ["CZ", "DK", "FR", "DE", "GB"];
const anna = { name: "anna", role: "administrator", countries: everywhere } as const;
const sofie = { name: "sofie", countries: everywhere } as const;

const part = (page: Page, title: string) =>
  page.locator("section.mo-card", { has: page.getByRole("heading", { name: title }) });
const file = (name: string, ...lines: string[]) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(`${lines.join("\n")}\n`),
});
const brings = async (page: Page, title: string, chosen: ReturnType<typeof file>) => {
  await part(page, title).locator('input[type="file"]').setInputFiles(chosen);
  await part(page, title).getByRole("button", { name: "Bring in" }).click();
};

describe("an administrator", async () => {
  const here = await site([]);

  it("makes a test wave, is told what it lacks, brings it in, and lets it into the field", async () => {
    const page = await here.window();
    const password = await here.field.password({ ...anna, roles: ["administrator"] });
    await signIn(page, `${here.base}/monitor/`, anna.name, password);
    await page.getByRole("link", { name: "New wave" }).click();
    await page.getByLabel("Title").fill("Autumn");
    await page.getByLabel(/^Code/).fill("autumn");
    await page.getByLabel("First day").fill("2008-04-16");
    await page.getByLabel("Last day").fill("2008-05-05");
    for (const country of ["Czechia", "Germany", "France", "United Kingdom"]) {
      await page.getByLabel(country, { exact: true }).uncheck();
    }
    await page.getByRole("button", { name: "Make the wave" }).click();

    await part(page, "Before the field").locator("li").first().waitFor();
    const lacks = () => part(page, "Before the field").locator("[data-missing]");
    expect(await lacks().allTextContents()).toEqual([
      "Institute",
      "Client",
      "Number to check the survey",
      "A do-not-call list; an empty one counts",
    ]);
    const form = part(page, "What the wave is set up with");
    await form.getByLabel("Institute").fill("Institute of Fieldwork");
    await form.getByLabel("Client").fill("Office of Doors");
    await form.getByLabel("Number to check the survey").fill("+45 13 00 00 00");
    await page.keyboard.press("Enter");
    await form.getByText("Saved and in force.").waitFor();
    expect(await lacks().count()).toBe(1);

    await brings(
      page,
      "Sample",
      file(
        "autumn.csv",
        "record,country,region,number,kind",
        "ribe,DK,DK03,+45 13 01 00 01,landline",
        "varde,DK,XX,+45 13 01 00 02,landline",
        "esbjerg,DK,DK03,+45 33 12 34 56,landline",
      ),
    );
    const sample = part(page, "Sample");
    await sample.getByText("1 record brought in. 2 rows refused.").waitFor();
    const rows = await downloaded(page, "Download refused rows (CSV)");
    expect(rows).toEqual([
      "File,Row,Why it was refused,Code",
      "autumn.csv,3,The region is not one of the instrument's for that country.,sampling.regionUnknown",
      "autumn.csv,4,The number might ring somebody; a test wave takes test numbers only.,sampling.notATestNumber",
    ]);
    expect(await textOf(sample)).not.toMatch(/13 01 00|33 12/);

    await page.getByRole("button", { name: "Record that there is no list" }).click();
    await page.getByText("Nothing is missing. The wave can go to the field.").waitFor();
    await page.getByRole("button", { name: "Let into the field …" }).click();
    expect(await textOf(page.locator(".mo-confirm"))).toContain("this is a test wave");
    await page.getByRole("button", { name: "Let into the field", exact: true }).click();
    await page.getByText("The wave is in the field.").waitFor();
    expect(await form.getByLabel("First day").isDisabled()).toBe(true);
  });

  it("brings a do-not-call list in and takes it out again", async () => {
    await here.field.households([{ record: "kolding", number: "+45 13 02 00 01" }]);
    const page = await watches(here, "settings", { ...anna });
    await brings(page, "Do not call", file("list.csv", "number,country", "+45 13 02 00 01,DK", "nobody,DK"));
    await part(page, "Do not call").getByText("1 number listed. 1 row refused.").waitFor();
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download the list (CSV)" }).click();
    const out = await coming;
    expect(out.suggestedFilename()).toMatch(/^spring_TEST_2008-04-16_do-not-call\.csv$/);
    expect(await readFile(await out.path(), "utf8")).toBe("number,country\r\n+4513020001,DK\r\n");
  });

  it("saves what she typed, and leaves what another administrator has changed meanwhile", async () => {
    const page = await watches(here, "settings", { ...anna });
    const form = part(page, "What the wave is set up with");
    await form.getByLabel("Institute").fill("Institute of Doors");
    const bodil = await here.field.person({
      name: "bodil",
      roles: ["administrator"],
      languages: [],
      countries: everywhere,
    });
    const wave = `/api/waves/${here.field.waveId}`;
    await bodil.ask("PATCH", wave, { commandId: randomUUID(), change: { client: "Office of Windows" } });
    await form.getByLabel("Institute").press("Enter");
    await form.getByText("Saved and in force.").waitFor();
    const { body } = await bodil.ask("GET", `${wave}/settings`);
    expect(body).toMatchObject({ institute: "Institute of Doors", client: "Office of Windows" });
  });

  it("switches Sundays on: the call rules are a version further", async () => {
    const page = await watches(here, "settings", { ...anna });
    const rules = part(page, "Days for calls");
    await rules.getByLabel("Call on Sundays").check();
    await rules.getByRole("button", { name: "Put in force" }).first().click();
    await rules.getByText("Version 2 of the call rules.").waitFor();
    expect(await rules.getByLabel("Call on Sundays").isChecked()).toBe(true);
  });
});

describe("a supervisor", async () => {
  const here = await site([]);

  it("sets a test wave's clock forward by keyboard, and a wall that is open elsewhere goes with it", async () => {
    await withPlan(here.field, { total: 9, men: 4, women: 5 });
    const wall = await watches(here, "wall", { name: "per", countries: ["DK"] });
    await shows(wall, ".fl-test-wave", /Wed.*17:\d\d:\d\d/);
    const page = await watches(here, "settings", sofie);
    expect(await page.getByRole("button", { name: "Save" }).count()).toBe(0);
    await page.getByText("Calls are allowed now.").waitFor();
    await page.getByLabel(/^Day and time/).fill("2008-04-17T12:30");
    await page.keyboard.press("Enter");
    await page.locator(".mo-confirm", { hasText: "12:30" }).waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByText(/Field time is now 17 Apr 2008, 12:30/).waitFor();
    await shows(page, ".fl-test-wave", /Thu.*12:3\d:\d\d/);
    await shows(wall, ".fl-test-wave", /Thu.*12:3\d:\d\d/);
    expect(await wall.locator("body[data-never-reloaded]").count()).toBe(1);
  });

  it("of one country sees the settings and changes nothing", async () => {
    const page = await watches(here, "settings", { name: "karen", countries: ["DK"] });
    await page.getByText("You see only some countries of this wave.").waitFor();
    expect(await page.locator("main button:not(:disabled)").count()).toBe(0);
    expect(await page.locator('main input:not(:disabled), main input[type="file"]').count()).toBe(0);
  });

  it("is told who makes waves; a researcher, who sees settings", async () => {
    const page = await watches(here, "settings", { name: "henrik", role: "researcher" });
    expect(await textOf(page.locator("main"))).toContain("Only supervisors and administrators see them.");
    await page.goto(`${here.base}/monitor/new-wave`);
    await page.getByText("New waves are made by administrators only.").waitFor();
  });
});

describe("the settings", async () => {
  const here = await site([]);

  it.each(["en", "de", "da"])("in %s", async (language) => {
    const inspector = new Inspector(`settings-${language}`, [SMALL_SCREEN, SCREEN_SIZE]);
    const page = await watches(here, "settings", { ...anna, language });
    await page.locator('input[type="file"]').first().waitFor();
    await inspector.looksAt(page, "settings");
    await inspector.followsFocus(page, "settings", 12);
    await page.locator(".mo-setup__row button:not(:disabled)").first().click();
    await page.locator(".mo-confirm").waitFor();
    await inspector.looksAt(page, "settings-confirm");
    await page.locator(".mo-confirm button").last().click();
    await page
      .locator('input[type="file"]')
      .first()
      .setInputFiles(
        file("s.csv", "record,country,region,number,kind", "x,DK,DK01,1,landline", ",DK,DK01,1,"),
      );
    await page.locator('form:has(input[type="file"]) button').first().click();
    await page.locator("tbody code").first().waitFor();
    await page.locator("summary").first().click();
    await page.locator("tbody code").first().scrollIntoViewIfNeeded();
    await inspector.looksAt(page, "settings-refused");
    await page.goto(`${here.base}/monitor/new-wave`);
    await page.locator("form select").first().waitFor();
    await inspector.looksAt(page, "new-wave");
    await inspector.followsFocus(page, "new-wave", 8);
    expect(inspector.looked).toHaveLength(4);
    expect(inspector.findings).toEqual([]);
  });
});
