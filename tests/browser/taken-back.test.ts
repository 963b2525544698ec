// What may happen in the middle: the line drops, the respondent takes everything back; letters switched off; no HTTPS.

import { chromium } from "playwright-core";
import { describe, expect, it } from "vitest";
import { requireChromium } from "../../scripts/lib/chromium.ts";
import { danishNumber } from "../integration/support/field.ts";
import { completes } from "../integration/support/interviewed.ts";
import { Interviewer } from "./support/interviewer.ts";
import { caseOf, recordedLog } from "./support/records.ts";
import { site } from "./support/site.ts";
import { textOf } from "./support/text-of.ts";

const mette = { name: "mette", languages: ["da"], countries: ["DK"] };

describe("in the middle of an interview", async () => {
  const here = await site([]);

  it("the line drops: one key rings again, and the interview goes on at the same question", async () => {
    await here.field.households([{ record: "dropped", number: danishNumber(1, 8) }]);
    const at = await Interviewer.atDesk(here, mette);
    await at.rings();
    await at.begins();
    await at.interviews({ sex: { value: 2 }, age: { value: 35 } }, "U05");
    await at.seesQuestion();
    const { variable } = at.fold.question;
    const note = at.page.locator('.co-note[data-look="danger"]');
    await note.waitFor({ timeout: 70_000 });
    expect(await textOf(note)).toContain("Dial again at once");

    await at.keys.press("d");
    await at.page.locator('.co-call [data-line="answered"]').waitFor();
    expect(await textOf(at.page.locator(".co-call__say .co-spoken"))).toContain("blev afbrudt");
    await at.begins();
    await at.seesQuestion();
    expect(at.fold.question.variable).toBe(variable);
    await at.breaksOff();
    await at.enters();
    expect(await caseOf(here, "dropped")).toMatchObject({
      state: "closed",
      outcomes: ["lineDropped", "breakOff"],
      interviews: ["brokenOff da"],
    });
  });

  it("the respondent takes everything back: asked to confirm, then nothing is left and nobody rings again", async () => {
    await here.field.households([{ record: "taken", number: danishNumber(2, 1) }]);
    const at = await Interviewer.atDesk(here, mette);
    await at.rings();
    await at.begins();
    await at.interviews({ sex: { value: 1 }, age: { value: 50 } }, "U05");
    await at.keys.press("w");
    await at.page.locator(".co-follow").waitFor();
    await at.keys.press("Escape");
    await at.seesQuestion();
    await at.keys.press("w");
    await at.page.locator(".co-follow").waitFor();
    await at.keys.press("Enter");
    await at.page.locator(".co-desk .co-last").waitFor();
    expect(await textOf(at.page.locator(".co-last"))).toContain("answers deleted");
    expect(await caseOf(here, "taken")).toMatchObject({
      state: "closed",
      finalDisposition: "withdrawn",
      interviews: ["void da"],
      numbers: [{ doNotCall: true }],
    });
    const left = JSON.stringify(await recordedLog(here, "mette"));
    expect(left).toContain('"erased"');
    expect(left).not.toContain('"value"');
  });

  it("at the outcome, too", async () => {
    await here.field.households([{ record: "later", number: danishNumber(3, 1) }]);
    const at = await Interviewer.atDesk(here, mette);
    await at.rings();
    await at.begins();
    await at.interviews({ sex: { value: 1 }, age: { value: 50 } }, "U05");
    await at.breaksOff();
    await at.keys.press("w");
    await at.page.locator(".co-follow").waitFor();
    await at.keys.press("Enter");
    await at.page.locator(".co-desk .co-last").waitFor();
    expect(await caseOf(here, "later")).toMatchObject({ finalDisposition: "withdrawn" });
  });
});

describe("a respondent who rings the desk afterwards", async () => {
  const here = await site([{ record: "ribe", number: danishNumber(4, 1) }]);

  it("takes the interview back by its code: mistyped, unknown, thought over, done", async () => {
    const { interviewId: id } = await completes(await here.field.interviewer("karen"));
    const { code } = await here.field.platform.database.read("plain", (tx) =>
      tx.interview.findUniqueOrThrow({ where: { id } }),
    );
    const at = await Interviewer.atDesk(here, mette);
    const field = at.page.locator(".co-code-field input:focus");
    const types = async (text: string): Promise<void> => {
      await field.fill(text);
      await at.keys.press("Enter");
    };
    const alert = at.page.locator("main [role=alert]");
    await at.keys.press("w");
    await types("rosebud");
    expect(await textOf(alert)).toContain("eight letters and digits");
    const other = code?.startsWith("0") ? `1${code.slice(1)}` : `0${code?.slice(1)}`;
    await types(other);
    await at.page.locator(".co-panel:focus").waitFor();
    await at.keys.press("Enter");
    await alert.waitFor();
    expect(await textOf(alert)).toContain(`no interview with the code ${other} in your countries`);
    await types(`${code?.slice(0, 4).toLowerCase()} - ${code?.slice(4)}`);
    await at.page.getByRole("region", { name: `Take back the interview ${code}?` }).waitFor();
    await at.keys.press("Escape");
    await field.waitFor();
    expect(await caseOf(here, "ribe")).toMatchObject({ interviews: ["completed da"] });

    await at.keys.press("Enter");
    await at.page.locator(".co-panel:focus").waitFor();
    await at.keys.press("Enter");
    await at.page
      .getByRole("status")
      .filter({ hasText: `The interview ${code} is taken back` })
      .waitFor();
    expect(await caseOf(here, "ribe")).toMatchObject({
      finalDisposition: "withdrawn",
      interviews: ["void da"],
      numbers: [{ doNotCall: true }],
    });
    await at.keys.press("Escape");
    await at.page.locator(".co-desk").waitFor();
  });
});

describe("letters that are switched off", async () => {
  const here = await site([{ record: "odense", number: danishNumber(1, 1) }]);

  it("act only with Alt, and so it is printed; digits stay as they are", async () => {
    const at = await Interviewer.atDesk(here, mette);
    await at.page.locator(".co-settings > summary").click();
    await at.page.getByLabel("Only together with Alt").check();
    await at.page.locator(".co-settings > summary").click();
    await at.page.locator(".co-desk h1").click();
    await at.takesCase();
    await at.dials();
    await at.keys.press("a");
    await at.pressesKey("5");
    await at.page.locator(".co-entry").waitFor();
    expect(await textOf(at.page.locator(".co-entry"))).toContain("Asked to ring later");
    expect(await textOf(at.page.locator(".co-pad__key", { hasText: "Fixed time" }))).toContain("Alt+a");
    await at.keys.press("Alt+a");
    await at.page.locator(".co-slots").waitFor();
    await at.keys.press("Escape");
    await at.keys.press("Alt+u");
    await at.enters();
    expect((await caseOf(here, "odense")).outcomes).toEqual(["unable"]);
  });
});

describe("an address without encryption", async () => {
  const here = await site([]);

  it.each([
    ["cs", "nemůže pracovat"],
    ["da", "kan ikke arbejde"],
    ["de", "kann Fieldline nicht arbeiten"],
    ["en", "cannot work on the unsecured address"],
    ["fr", "ne peut pas fonctionner"],
  ])("is answered in one sentence in %s, and no script fails", async (locale, words) => {
    const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    const browser = await chromium.launch({
      executablePath: requireChromium(),
      args: [...asRoot, "--host-resolver-rules=MAP fieldline.example 127.0.0.1"],
    });
    try {
      const page = await (await browser.newContext({ locale })).newPage();
      const faults: string[] = [];
      page.on("pageerror", ({ message }) => faults.push(message));
      await page.goto(`http://fieldline.example:${new URL(here.base).port}/`);
      expect(await textOf(page.getByRole("alert"))).toContain(words);
      expect(await page.locator("form").count()).toBe(0);
      expect(faults).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
