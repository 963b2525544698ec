// Case search and case page at the screen: found by reference or number, read, notes on demand, an outcome corrected.

import { randomUUID } from "node:crypto";
import { hour } from "@fieldline/kernel";
import type { CaseOnDesk } from "@fieldline/protocol";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import type { Desk } from "../integration/support/desk.ts";
import { danishNumber } from "../integration/support/field.ts";
import { held } from "../integration/support/held-interviews.ts";
import { Inspector } from "./support/inspector.ts";
import { SCREEN_SIZE, SMALL_SCREEN } from "./support/screens.ts";
import { type Site, site } from "./support/site.ts";
import { downloaded, shows, watches } from "./support/supervisor.ts";
import { textOf } from "./support/text-of.ts";

const sofia = { name: "sofia" };
const canary = "Kanarie Fuglsang: ring the garden door after five";

const noted = async (desk: Desk, of: CaseOnDesk, text: string) => {
  const note = { commandId: randomUUID(), fence: of.fence, text };
  expect((await desk.ask("POST", `/api/cases/${of.id}/notes`, note)).status).toBe(200);
};
/** A note is written, the number rung, nobody answers. */
const rungInVain = async (desk: Desk): Promise<CaseOnDesk> => {
  const of = await desk.next();
  await noted(desk, of, canary);
  const { body } = await desk.dial(of);
  expect((await desk.close(body.id, of, "noAnswer")).status).toBe(200);
  return of;
};
const opened = async (page: Page, reference: string): Promise<void> => {
  await page.getByRole("link", { name: reference, exact: true }).click();
  await shows(page, "h1.mo-title", new RegExp(`Case ${reference}`));
  await page.locator(".mo-case__part").first().waitFor();
};
const reference = (page: Page) => page.getByLabel("Record", { exact: true });
const number = (page: Page) => page.getByLabel("Telephone number");

describe("a supervisor looks for a case", async () => {
  const here = await site([{ record: "odense", number: danishNumber(1, 5), name: "Kanarie Fuglsang" }]);
  let page: Page;
  let mette: Desk;

  beforeAll(async () => {
    mette = await here.field.person({ name: "mette" });
    await rungInVain(mette);
    await here.field.households(
      Array.from({ length: 30 }, (_, i) => ({ record: `r${i + 10}`, number: danishNumber(i + 10, 5) })),
    );
    page = await watches(here, "wall", sofia);
  });

  it("goes there by the link of the wave, and turns the pages", async () => {
    await page.getByRole("navigation", { name: "Pages of this wave" }).getByText("Cases").click();
    await shows(page, "[role=status]", /31 cases/);
    expect(await page.locator("tbody tr").count()).toBe(25);
    await page.getByRole("button", { name: "Next page" }).click();
    await shows(page, "[role=status]", /Page 2 of 2/);
    await page.locator("tbody tr").nth(6).waitFor({ state: "detached" });
    expect(await page.locator("tbody tr").count()).toBe(6);
  });

  it("finds it by part of the reference with Enter, and the address can be sent on", async () => {
    await reference(page).fill("ODEN");
    await page.keyboard.press("Enter");
    await shows(page, "[role=status]", /1 case(?!s)/);
    await shows(page, "tbody tr", /odense\s*Denmark\s*open\s*1\s*No answer/);
    expect(page.url()).toContain("text=ODEN");
    await page.reload();
    await shows(page, "tbody tr", /odense/);
  });

  it("finds it by its number, which is in no address", async () => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await reference(page).fill("");
    await number(page).fill("13 01 00 05");
    await page.keyboard.press("Enter");
    await shows(page, "[role=status]", /1 case(?!s)/);
    await number(page).fill("13 01");
    await page.keyboard.press("Enter");
    await shows(page, ".fl-empty", /cannot be read as a telephone number/);
    await number(page).fill("13 99 00 05");
    await page.keyboard.press("Enter");
    await shows(page, ".fl-empty", /No case matches/);
    await page.getByRole("button", { name: "Show all" }).click();
    await shows(page, "[role=status]", /31 cases/);
    expect(asked.filter((url) => url.includes("case-search")).length).toBeGreaterThan(2);
    expect([...asked, page.url()].filter((url) => /13\D?01|13010005|1399/.test(url))).toEqual([]);
  });

  it("narrows by lists, sorts, and downloads all of it, not only the page", async () => {
    await page.getByLabel("Last outcome").selectOption("noAnswer");
    await shows(page, "[role=status]", /1 case(?!s)/);
    await page.getByLabel("Last outcome").selectOption("");
    await shows(page, "[role=status]", /31 cases/);
    await page.getByRole("button", { name: "Attempts" }).click();
    await page.getByRole("button", { name: "Attempts" }).click();
    await shows(page, "tbody tr:first-child", /odense/);
    const rows = await downloaded(page, "Download table (CSV)");
    expect(rows[0]).toBe(
      "Wave,As of,Record,Country,State,Attempts,Last outcome,Final code,Due from (time there)",
    );
    expect(rows).toHaveLength(32);
    expect(rows[1]).toMatch(/odense,Denmark,open,1,No answer/);
  });

  it("reads how it was worked: attempts, what comes next, the journal by both clocks", async () => {
    await opened(page, "odense");
    await shows(page, ".mo-card", /State\s*open[\s\S]*A further attempt[\s\S]*Nobody has it open/);
    await shows(page, ".mo-card", /Number 1\s*landline · 1 dial/);
    await shows(page, "tbody tr", /16 Apr, 17:\d\d\s*17:\d\d\s*mette\s*1\s*No answer/);
    await shows(page, "tbody tr", /mette\s*Outcome given\s*attempt\s*[\s\S]*Outcome: No answer/);
    await shows(page, "tbody tr", /mette\s*Note added\s*case\s*Note: added/);
    expect(await textOf(page.locator("main"))).not.toMatch(/Kanarie|garden door/);
    const rows = await downloaded(page, "CSV: Contact attempts");
    expect(rows[0]).toMatch(/^Wave,As of,Field time \(.+\),Time there,Interviewer,Number,Outcome/);
    expect(rows).toHaveLength(2);
  });

  it("sees notes on demand only, and that this is journalled; they can be put away again", async () => {
    await page.getByRole("button", { name: "Show the notes" }).focus();
    await page.keyboard.press("Enter");
    await shows(page, ".mo-case__notes li", /mette\s*Kanarie Fuglsang: ring the garden door after five/);
    await shows(page, "tbody tr", /sofia\s*Notes read/);
    await page.getByRole("button", { name: "Hide the notes" }).click();
    await page.locator(".mo-case__notes").waitFor({ state: "detached" });
  });

  it("corrects an outcome after reading what will happen, by keyboard", async () => {
    await page.getByRole("button", { name: "Correct …" }).focus();
    await page.keyboard.press("Enter");
    const dialog = page.locator("dialog[open]");
    await dialog.waitFor();
    await dialog.getByLabel("The right outcome").selectOption("hardRefusal");
    const go = dialog.getByRole("button", { name: "Continue" });
    expect(await go.isDisabled()).toBe(true);
    await dialog.getByLabel("Reason of the refusal").selectOption("noTime");
    await dialog.getByLabel("What was replied").selectOption("howLong");
    await go.focus();
    await page.keyboard.press("Enter");
    await shows(page, ".mo-confirm", /becomes “Declines for good” instead of “No answer”/);
    await dialog.getByRole("button", { name: "Correct the outcome" }).click();
    await dialog.waitFor({ state: "detached" });
    await shows(page, "tbody tr", /Declines for good\s*No time; replied: How long it takes/);
    await shows(page, "tbody tr", /sofia\s*Outcome corrected[\s\S]*No answer → Declines for good/);
    await shows(page, ".mo-card", /State\s*closed[\s\S]*Nothing: the case is closed/);
  });

  it("gives an appointment instead, of the free times there by keyboard, or the nearest where one is past", async () => {
    await page.getByRole("button", { name: "Correct …" }).click();
    const dialog = page.locator("dialog[open]");
    const time = (name: RegExp) => dialog.getByRole("radio", { name });
    const carriesOut = async () => {
      await dialog.getByRole("button", { name: "Continue" }).click();
      await dialog.getByRole("button", { name: "Correct the outcome" }).click();
    };
    await dialog.getByLabel("The right outcome").selectOption("appointmentExact");
    await dialog.getByLabel("Day").selectOption("2008-04-20");
    await shows(page, "dialog [role=status]", /Nobody is called there on this day/);
    await dialog.getByRole("button", { name: /Nearest free time: Mon,? 21 April 2008, 10:00/ }).click();
    await time(/^10:00/)
      .and(dialog.locator(":checked"))
      .waitFor();
    await dialog.getByLabel("Day").selectOption("2008-04-16");
    await time(/^17:30/).waitFor();
    expect(await time(/^(03|16):/).count()).toBe(0);
    await dialog.getByLabel("Day").focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowRight");
    await time(/^17:30/)
      .and(dialog.locator(":checked"))
      .waitFor();
    here.field.clock.forward(hour);
    await carriesOut();
    await shows(page, "dialog .fl-problem", /17:30 on 16 April 2008 is already past there/);
    await dialog.getByRole("button", { name: /Nearest free time: Wed,? 16 April 2008, 18:15/ }).click();
    await carriesOut();
    await dialog.waitFor({ state: "detached" });
    await shows(page, ".mo-card", /State\s*open[\s\S]*An appointment\s*From 16 Apr, 18:15/);
    await shows(page, "tbody tr", /Wed,? 16 April 2008, 18:15\s*at a time\s*stands/);
  });

  it("is told that there is nothing at a foreign or unknown address", async () => {
    for (const id of [randomUUID(), "odense"]) {
      await page.goto(`${here.base}/monitor/waves/${here.field.waveId}/cases/${id}`);
      await shows(page, "h1.mo-title", /There is nothing here/);
    }
  });

  it("follows the desk that has it", async () => {
    const of = await mette.next();
    await page.goto(`${here.base}/monitor/waves/${here.field.waveId}/floor`);
    await opened(page, of.reference);
    await shows(page, ".mo-card", /mette since \d\d:\d\d:\d\d/);
    await mette.ask("POST", `/api/cases/${of.id}/give-back`, { commandId: randomUUID(), fence: of.fence });
    await page.getByText("Nobody has it open").waitFor({ timeout: 15_000 });
  });
});

it("is not for researchers, who see references without links", async () => {
  const here = await site([{ record: "vejle", number: danishNumber(2, 1) }]);
  await here.field.password({ name: "mette", countries: ["DK"] });
  await held(here.field, [{ record: "vejle", by: "mette", answers: {} }]);
  const page = await watches(here, "cases", { name: "henrik", role: "researcher" });
  await shows(page, "main", /Only supervisors and administrators see them/);
  await page.goto(`${here.base}/monitor/waves/${here.field.waveId}/interviews`);
  await shows(page, "tbody tr", /vejle/);
  expect(await page.locator("tbody a").count()).toBe(0);
});

describe("the pages of cases", async () => {
  const here: Site = await site([
    { record: "odense", number: danishNumber(1, 5), name: "Kanarie Fuglsang" },
    { record: "vejle", number: danishNumber(2, 1), number2: danishNumber(3, 1) },
  ]);

  beforeAll(async () => {
    const mette = await here.field.person({ name: "mette" });
    await held(here.field, [{ record: "vejle", by: "mette", answers: {}, overQuota: true }]);
    await rungInVain(mette);
  });

  it.each(["en", "de", "cs"])("in %s", async (language) => {
    const inspector = new Inspector(`monitor-${language}`, [SMALL_SCREEN, SCREEN_SIZE]);
    const page = await watches(here, "cases", { name: "sofia", language });
    await page.locator("tbody tr").first().waitFor();
    await inspector.looksAt(page, "cases");
    await inspector.followsFocus(page, "cases", 16);
    await page.locator('input[type="tel"]').fill("13");
    await page.keyboard.press("Enter");
    await page.locator(".fl-empty").waitFor();
    await inspector.looksAt(page, "cases-no-match");
    await page.locator(".fl-empty button").click();
    await page.locator("tbody a", { hasText: "odense" }).click();
    await page.locator(".mo-case__part").first().waitFor();
    await inspector.looksAt(page, "case");
    await inspector.followsFocus(page, "case", 16);
    await page.locator(".mo-start").click();
    await page.locator(".mo-case__notes").waitFor();
    await page.locator(".mo-case__notes").scrollIntoViewIfNeeded();
    await inspector.looksAt(page, "case-notes");
    await page.setViewportSize(SMALL_SCREEN);
    await page.locator("section.mo-case__part table").last().scrollIntoViewIfNeeded();
    await inspector.looksAt(page, "case-journal");
    await page.locator("tbody button", { hasText: "…" }).first().click();
    await page.locator("dialog[open] select").first().selectOption("appointmentExact");
    await page.locator("dialog[open] select").nth(1).selectOption("2008-04-17");
    await page.locator("dialog[open] input[type=radio]").first().waitFor();
    await inspector.looksAt(page, "case-correct");
    await page.locator("dialog[open] select").first().selectOption("busy");
    await page.locator('dialog[open] button[type="submit"]').click();
    await page.locator(".mo-confirm").waitFor();
    await inspector.looksAt(page, "case-correct-sure");
    await page.keyboard.press("Escape");
    await page.goto(`${here.base}/monitor/waves/${here.field.waveId}/over-quota`);
    await page.locator("tbody a").click();
    await page.locator(".mo-case__part").first().waitFor();
    await inspector.looksAt(page, "case-interviewed");
    expect(inspector.looked).toHaveLength(8);
    expect(inspector.findings).toEqual([]);
  });
});
