// A respondent rings the office afterwards and takes the interview back: the supervisor types the code they were given.

import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { danishNumber } from "../integration/support/field.ts";
import { completes } from "../integration/support/interviewed.ts";
import { withPlan } from "../integration/support/quota-field.ts";
import { Inspector } from "./support/inspector.ts";
import { caseOf } from "./support/records.ts";
import { type Site, site } from "./support/site.ts";
import { shows, watches } from "./support/supervisor.ts";

const sofia = { name: "sofia" };

/** An interview held from the first question to the outcome; the code the respondent was given. */
async function interviewed(here: Site): Promise<string> {
  const { interviewId: id } = await completes(await here.field.interviewer("mette"));
  const { code } = await here.field.platform.database.read("plain", (tx) =>
    tx.interview.findUniqueOrThrow({ where: { id } }),
  );
  return code ?? "";
}
const opens = async (page: Page): Promise<void> => {
  await page.locator(".mo-withdrawal summary").focus();
  await page.keyboard.press("Enter");
  await page.locator(".mo-withdrawal input").waitFor();
};
/** With the keyboard from the field on, to the words that say what will happen. */
const types = async (page: Page, code: string): Promise<void> => {
  await page.locator(".mo-withdrawal input").fill(code);
  await page.keyboard.press("Enter");
};
const confirms = async (page: Page): Promise<void> => {
  await page.locator(".mo-withdrawal .mo-confirm:focus").waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
};
const asOnPaper = (code: string): string => `${code.slice(0, 4)} - ${code.slice(4)} `.toLowerCase();

describe("an interview that was completed", async () => {
  const here = await site([{ record: "odense", number: danishNumber(1, 5) }]);
  let code: string;
  let page: Page;

  beforeAll(async () => {
    await withPlan(here.field, { total: 9, men: 5, women: 5 });
    code = await interviewed(here);
    page = await watches(here, "cases", sofia);
    await opens(page);
  });

  it("is not there for a supervisor of another country, nor under a code nobody was given", async () => {
    const radka = await watches(here, "cases", { name: "radka", countries: ["CZ"] });
    await opens(radka);
    for (const [at, tried] of [
      [radka, code],
      [page, code.startsWith("0") ? `1${code.slice(1)}` : `0${code.slice(1)}`],
    ] as const) {
      await types(at, tried);
      await confirms(at);
      await shows(
        at,
        ".mo-withdrawal [role=alert]",
        new RegExp(`no interview with the code ${tried} in your`),
      );
      await shows(at, ".mo-withdrawal [role=alert]", /access\.notFound/);
    }
    expect(await caseOf(here, "odense")).toMatchObject({ interviews: ["completed da"] });
  });

  it("is not asked for with a code that is too short", async () => {
    await types(page, code.slice(1));
    await shows(page, ".mo-withdrawal", /A code has eight letters and digits\./);
    expect(await page.locator(".mo-confirm").count()).toBe(0);
  });

  it("stays when the supervisor reads what would happen and leaves it", async () => {
    await types(page, asOnPaper(code));
    await shows(page, ".mo-confirm h3", new RegExp(`Take back the interview ${code}\\?`));
    for (const words of [/erased for ever/, /place is free/, /ever rung again/, /exported before/]) {
      await shows(page, ".mo-confirm li", words);
    }
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.locator(".mo-withdrawal input:focus").waitFor();
    expect(await caseOf(here, "odense")).toMatchObject({ interviews: ["completed da"] });
  });

  it("is void when it is carried out: nobody rings again, and the list of cases says so", async () => {
    await types(page, asOnPaper(code));
    await confirms(page);
    await shows(page, ".mo-withdrawal [role=status]", new RegExp(`interview ${code} is taken back`));
    expect(await page.locator(".mo-withdrawal input").inputValue()).toBe("");
    expect(await caseOf(here, "odense")).toMatchObject({
      state: "closed",
      finalDisposition: "withdrawn",
      interviews: ["void da"],
      numbers: [{ doNotCall: true }],
    });
    const results = await here.field.platform.database.read("plain", (tx) => tx.interviewResult.count());
    expect(results).toBe(0);
    await shows(page, "tbody tr", /odense[\s\S]*2\.112/);
  });
});

describe("the words", async () => {
  const here = await site([{ record: "vejle", number: danishNumber(2, 1) }]);
  let code: string;
  beforeAll(async () => {
    code = await interviewed(here);
  });

  it.each(["en", "cs", "da", "de", "fr"])("in %s", async (language) => {
    const inspector = new Inspector(`monitor-${language}`);
    const page = await watches(here, "cases", { name: `sofia-${language}`, language });
    await opens(page);
    await types(page, "abc");
    await inspector.looksAt(page, "withdrawal-too-short");
    await types(page, "0000-0000");
    await page.locator(".mo-confirm").waitFor();
    await inspector.looksAt(page, "withdrawal-sure");
    await confirms(page);
    await page.locator(".mo-withdrawal [role=alert]").waitFor();
    await inspector.looksAt(page, "withdrawal-unknown");
    await types(page, code);
    await confirms(page);
    await page.locator(".mo-withdrawal [role=status]:not(:empty)").waitFor();
    await inspector.looksAt(page, "withdrawal-done");
    expect(inspector.findings).toEqual([]);
  });
});
