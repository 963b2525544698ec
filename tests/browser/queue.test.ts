// The queue at the screen: why a country stands still on a holiday, a case steered, appointments against staff.

import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { agrees, exact, until } from "../integration/support/day.ts";
import { danishNumber } from "../integration/support/field.ts";
import { withPlan } from "../integration/support/quota-field.ts";
import { Inspector } from "./support/inspector.ts";
import { site } from "./support/site.ts";
import { shows, watches } from "./support/supervisor.ts";

const danish = Array.from({ length: 6 }, (_, i) => ({
  record: `odense-${i}`,
  number: danishNumber(i + 1, 5),
}));
const abroad = [
  { record: "koeln", country: "DE", region: "DEA", number: "+49 30 23125 001" },
  { record: "brno", country: "CZ", region: "CZ064", number: "+420 011 000 001" },
  { record: "leeds", country: "GB", region: "UKE", number: "+44 113 496 0001" },
  { record: "lyon", country: "FR", region: "FR71", number: "+33 1 99 00 00 01" },
];

const sofia = { name: "sofia", countries: ["CZ", "DK", "DE", "FR", "GB"] };
const english = new Inspector("queue-en");

describe("a supervisor looks at the queue", async () => {
  const here = await site([...danish, ...abroad]);
  let page: Page;

  beforeAll(async () => {
    await withPlan(here.field, { total: 40, men: 20, women: 20 });
    const mette = await here.field.person({ name: "mette" });
    await agrees(mette, exact("2008-05-02", "18:30"));
    await mette.rings("noAnswer");
    await until(here.field, "2008-05-01", "12:00");
    page = await watches(here, "queue", sofia);
  });

  it("sees why nothing is dialled in Denmark on Ascension Day, and when it goes on", async () => {
    await shows(page, ".mo-queue__waiting", /No calls: public holiday/);
    await page.getByRole("link", { name: "Denmark" }).click();
    await shows(page, "h2", /Regions: Denmark/);
    const due = page.locator("[data-reason=outsideHours]");
    expect(await due.locator("td").allTextContents()).toEqual(["1", "5", "1", "1", "0"]);
    await shows(page, ".mo-queue__waiting tfoot", /All cases\s*1\s*6\s*1\s*1\s*1/);
    expect(page.url()).toContain("country=DK");
    await page.getByRole("button", { name: "Day after" }).click();
    await shows(page, "tbody tr", /Danish\s*18:30 \(Copenhagen\)\s*1\s*0\s*1 \/ 1/);
  });

  it("pins a case for Mette, reads which rules spoke, and sees it in the queue", async () => {
    const rested = await here.field.platform.database.read("plain", (tx) =>
      tx.case.findFirstOrThrow({ where: { lastDisposition: "noAnswer" } }),
    );
    const caseAt = `${here.base}/monitor/waves/${here.field.waveId}/cases/${rested.id}`;
    await page.goto(caseAt);
    await shows(
      page,
      ".mo-table__under",
      /Rules: rests 3 hours; next not in the same part of the day \(evening\)/,
    );
    await page.getByRole("button", { name: "Pin …" }).click();
    await page.getByLabel("For whom").selectOption({ label: "mette (Danish) – signed in" });
    await page.getByRole("button", { name: "Pin", exact: true }).click();
    await shows(page, "[role=status]", /The case is pinned/);
    await shows(page, ".mo-case__turn", /Only for mette/);
    await shows(page, "tbody tr", /sofia\s*Steered by a supervisor/);
    await english.looksAt(page, "steered");
    await page.getByRole("navigation", { name: "Pages of this wave" }).getByText("Queue").click();
    await shows(page, "tbody tr", /Denmark[\s\S]*Pinned: next for mette/);
    await english.looksAt(page, "queue");
    expect(english.findings).toEqual([]);
  });

  it("is read in German as well", async () => {
    const german = new Inspector("queue-de");
    const other = await watches(here, "queue?country=DK&day=2008-05-02", { ...sofia, language: "de" });
    await shows(other, ".mo-queue__waiting", /Keine Anrufe: Feiertag/);
    await shows(other, "tbody tr", /Dänisch\s*18:30/);
    await german.looksAt(other, "queue");
    await other
      .getByRole("link", { name: /odense-/ })
      .first()
      .click();
    await shows(other, ".mo-table__under", /Regeln: ruht 3 Stunden/);
    await german.looksAt(other, "steered");
    expect(german.findings).toEqual([]);
  });

  it("closes the case after being asked, and can open it again", async () => {
    await page.getByRole("link", { name: /odense-/ }).click();
    await page.getByRole("button", { name: "Close the case …" }).click();
    await shows(page, "[role=group]", /Nobody is handed this case any more/);
    await page.getByRole("button", { name: "Close the case", exact: true }).click();
    await shows(page, "[role=status]", /The case is closed/);
    await page.getByRole("button", { name: "Open again" }).waitFor();
  });
});
