// The monitor beside the console: who sees what, and the file a researcher takes away holds the interview.

import { readFile } from "node:fs/promises";
import type { Role } from "@fieldline/protocol";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { danishNumber } from "../integration/support/field.ts";
import { Interviewer, type Person } from "./support/interviewer.ts";
import { cells, type ExportedRow, rowsOf } from "./support/records.ts";
import { type Site, signIn, site } from "./support/site.ts";
import { textOf } from "./support/text-of.ts";

const mette: Person = { name: "mette", languages: ["da"], countries: ["DK"] };

async function atMonitor(here: Site, name: string, role: Role, path = "/monitor/"): Promise<Page> {
  const page = await here.window();
  const password = await here.field.password({ name, roles: [role], countries: ["DK"] });
  await signIn(page, `${here.base}${path}`, name, password);
  await page.locator("h1.mo-title").waitFor();
  return page;
}

const testWave = /Test wave – nobody is rung\s+Field time \w+.*, 17:\d\d(:\d\d)? \(\w+\)/;
const saysTestWave = async (page: Page) =>
  expect((await textOf(page.locator(".fl-test-wave"))).replaceAll(/\s+/g, " ")).toMatch(testWave);

/** Asks the server from the page, with the session of its user. */
const statusOf = (page: Page, method: string, path: string) =>
  page.evaluate(
    async ([how, where]) => {
      const body =
        how === "POST" ? JSON.stringify({ commandId: crypto.randomUUID(), format: "csv" }) : undefined;
      const headers = { "content-type": "application/json" };
      return (await fetch(where ?? "", { method: how ?? "GET", ...(body ? { body, headers } : {}) })).status;
    },
    [method, path],
  );

describe("after an interview in Odense", async () => {
  const here = await site([{ record: "odense", region: "DK03", number: danishNumber(1, 1) }]);
  const wave = `/waves/${here.field.waveId}`;
  let answers: ExportedRow = {};

  beforeAll(async () => {
    const at = await Interviewer.atDesk(here, mette);
    await saysTestWave(at.page);
    await at.takesCase();
    await saysTestWave(at.page);
    await at.dials();
    await at.begins();
    await saysTestWave(at.page);
    await at.interviews({ sex: { value: 2 }, age: { value: 44 } });
    await at.saved();
    answers = cells(at.state?.answers ?? {});
    await at.toOutcome();
    await saysTestWave(at.page);
    await at.enters();
  });

  it("an interviewer sees none of it, whatever the address", async () => {
    const page = await atMonitor(here, "mette", "interviewer");
    for (const path of ["/monitor/", `/monitor${wave}/interviews`, `/monitor${wave}/exports`]) {
      await page.goto(`${here.base}${path}`);
      await page.locator("h1", { hasText: "This is for supervisors and researchers" }).waitFor();
      expect(await textOf(page.locator("body"))).not.toMatch(/Spring|odense|Institute/);
    }
    expect(await statusOf(page, "GET", `/api${wave}/interviews`)).toBe(403);
    expect(await statusOf(page, "GET", `/api${wave}/exports`)).toBe(403);
    expect(await statusOf(page, "POST", `/api${wave}/exports`)).toBe(403);
  });

  it("a supervisor sees the wave and the interview without its answers, and cannot export", async () => {
    const page = await atMonitor(here, "sofie", "supervisor");
    await saysTestWave(page);
    expect(await textOf(page.locator(".mo-card"))).toContain("Spring");
    const denmark = page.locator(".mo-card tr", { hasText: "Denmark" });
    expect(await textOf(denmark)).toMatch(/\b1$/);
    expect(await page.getByRole("link", { name: /Exports/ }).count()).toBe(0);

    await page.getByRole("link", { name: "Interviews of Spring" }).click();
    const row = page.locator("tbody tr");
    await row.waitFor();
    await saysTestWave(page);
    expect(await textOf(row)).toMatch(/odense.*Denmark.*Danish.*Completed.*mette/s);

    await page.goto(`${here.base}/monitor${wave}/exports`);
    await page.locator("h1", { hasText: "Not with your role" }).waitFor();
    await saysTestWave(page);
    expect(await statusOf(page, "GET", `/api${wave}/exports`)).toBe(403);
    expect(await statusOf(page, "POST", `/api${wave}/exports`)).toBe(403);
  });

  it("a researcher makes an export and downloads exactly the answers given", async () => {
    const page = await atMonitor(here, "henrik", "researcher");
    await page.getByRole("link", { name: "Exports of Spring" }).click();
    await page.getByRole("button", { name: "Make an export (CSV)" }).click();
    const card = page.locator("article");
    await card.waitFor();
    await saysTestWave(page);
    expect(await textOf(card)).toMatch(/1 interview · Denmark[\s\S]*Test wave/);

    const coming = page.waitForEvent("download");
    await card.getByRole("link", { name: /data\.csv$/ }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toContain("TEST");
    const rows = rowsOf(await readFile(await download.path(), "utf8"));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      ...answers,
      record: "odense",
      wave_mode: "test",
      status: "completed",
      interviewer: "mette",
    });
  });
});
