// Two browsers, a supervisor's floor and an interviewer's desk: breaks and messages are seen without a reload.

import { interfaceLanguages } from "@fieldline/wording";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { danishNumber } from "../integration/support/field.ts";
import { Inspector } from "./support/inspector.ts";
import { Interviewer } from "./support/interviewer.ts";
import { screenshot } from "./support/screens.ts";
import { site } from "./support/site.ts";
import { shows, watches } from "./support/supervisor.ts";

const mette = { name: "mette", languages: ["da"], countries: ["DK"] };
const lars = { name: "lars", languages: ["da"], countries: ["DK"] };
const line = '[data-desk="mette"]';
const mark = ".co-top__mail";

async function writes(floor: Page, text: string, to?: string): Promise<void> {
  if (to) await floor.getByLabel("To", { exact: true }).selectOption({ label: to });
  await floor.getByLabel("Message", { exact: true }).fill(text);
  await floor.keyboard.press("Enter");
  await shows(floor, ".mo-mail__list", new RegExp(text));
}

describe("a supervisor and an interviewer", async () => {
  const here = await site([{ record: "odense", number: danishNumber(1, 5) }]);
  let floor: Page;
  let at: Interviewer;

  beforeAll(async () => {
    floor = await watches(here, "floor", { name: "sofia" });
    at = await Interviewer.atDesk(here, mette);
    await at.page.evaluate(() => document.body.setAttribute("data-never-reloaded", ""));
    await shows(floor, line, /Signed in, no case/);
  });

  it("a shift begins and a break is on the floor as long as it lasts", async () => {
    await shows(at.page, ".co-shift", /You are not in a shift/);
    await at.keys.press("s");
    await shows(at.page, ".co-shift", /At work since \d\d:\d\d/);
    await at.keys.press("b");
    await shows(at.page, ".co-shift", /On a break since \d\d:\d\d/);
    await shows(floor, line, /On a break\s*for 0:\d\d min/);
    await floor.getByLabel("State").selectOption({ label: "On a break" });
    await shows(floor, ".mo-tools", /1 desk(?!s)/);
    await floor.getByLabel("State").selectOption("");
    await at.keys.press("b");
    await shows(at.page, ".co-shift", /At work since/);
    await shows(floor, line, /Signed in, no case/);
  });

  it("a message to all desks is on the desk at once, is read there, and that is seen on the floor", async () => {
    await writes(floor, "Meeting at four");
    await shows(at.page, ".co-mail", /sofia, \d\d:\d\d\s*new\s*Meeting at four/);
    await shows(at.page, mark, /1 new message/);
    await shows(floor, ".mo-mail__list", /You to mette · not read yet/);
    await screenshot(at.page, "desk-message");
    await at.keys.press("r");
    await shows(floor, ".mo-mail__list", /You to mette · read \d\d:\d\d/);
    expect(await at.page.locator(mark).textContent()).toBe("");
  });

  it("a message during a call is a word in the corner, and is answered on the desk", async () => {
    await at.takesCase();
    await shows(floor, line, /Case open/);
    await writes(floor, "Please take Jutland next", "mette");
    await shows(at.page, mark, /1 new message/);
    expect(await at.page.locator("dialog, [role=dialog], [role=alertdialog]").count()).toBe(0);
    expect(await at.page.evaluate(() => document.activeElement?.tagName)).toBe("BODY");
    await at.keys.press("g");
    await shows(at.page, ".co-mail", /Please take Jutland next/);
    await at.keys.press("a");
    await at.page.locator(".co-mail textarea:focus").waitFor();
    await at.page.keyboard.type("Yes, as soon as I can");
    await at.page.keyboard.press("Enter");
    await shows(floor, '.mo-mail__list [data-unread="true"]', /mette\s*new\s*Yes, as soon as I can/);
    await shows(floor, ".mo-mail", /Messages\s*1 new/);
    await shows(at.page, ".co-mail", /You to sofia/);
    expect(await at.page.locator(mark).textContent()).toBe("");
    await screenshot(floor, "floor-messages");
    await floor.getByRole("button", { name: "Mark as read" }).click();
    await floor.locator('.mo-mail__list [data-unread="true"]').waitFor({ state: "detached" });
    await shows(at.page, ".co-mail", /You to sofia, \d\d:\d\d · read/);
  });

  it("nothing of it needed a reload, and nobody else's desk shows any of it", async () => {
    for (const page of [floor, at.page]) {
      expect(await page.locator("body").getAttribute("data-never-reloaded")).toBe("");
    }
    const other = await Interviewer.atDesk(here, lars);
    await shows(other.page, ".co-mail", /No messages today/);
  });
});

describe("a desk without a socket", async () => {
  const here = await site([]);

  it("asks for its messages, and works as before", async () => {
    const floor = await watches(here, "floor", { name: "sofia" });
    const window = here.window.bind(here);
    const withoutSocket = async (locale?: string) => {
      const page = await window(locale);
      await page.routeWebSocket(/\/api\/live/, (socket) => void socket.close());
      return page;
    };
    const at = await Interviewer.atDesk({ ...here, window: withoutSocket }, mette);
    await shows(floor, line, /Signed in, no case/);
    await writes(floor, "Can you hear me", "mette");
    await at.page.locator(".co-mail", { hasText: "Can you hear me" }).waitFor({ timeout: 40_000 });
    await at.keys.press("a");
    await at.page.locator(".co-mail textarea:focus").waitFor();
    await at.page.keyboard.type("Yes");
    await at.page.keyboard.press("Enter");
    await shows(floor, ".mo-mail__list", /mette\s*new\s*Yes/);
  });
});

describe("break and messages in every language", async () => {
  const here = await site([{ record: "odense", number: danishNumber(1, 5) }]);

  it.each(interfaceLanguages)("in %s", async (language) => {
    const inspector = new Inspector(`messages-${language}`);
    const floor = await watches(here, "floor", { name: `sofia-${language}`, language });
    const name = `frederikke-wilhelmine-${language}`;
    const speaks = { languages: ["da"], countries: ["DK"] };
    const at = await Interviewer.atDesk(here, { name, ...speaks, interfaceLanguage: language });
    await floor.locator(`[data-desk="${name}"]`).waitFor();
    await inspector.looksAt(at.page, "desk-off");
    await at.keys.press("s");
    await at.page.locator('[data-shift="atWork"]').waitFor();
    await at.keys.press("b");
    await at.page.locator('[data-shift="break"]').waitFor();
    await floor.locator(`[data-desk="${name}"][data-state="break"]`).waitFor();
    const form = floor.locator(".mo-mail__form");
    await form.locator("select").selectOption({ label: name });
    await form
      .locator("input")
      .fill(
        "Bitte nehmen Sie nach der Pause zuerst die vereinbarten Termine in Jütland und danach die neuen Nummern.",
      );
    await floor.keyboard.press("Enter");
    await at.page.locator(".co-mail [data-unread]").waitFor();
    await at.keys.press("a");
    await at.page.locator(".co-mail textarea:focus").waitFor();
    await inspector.looksAt(at.page, "desk-break");
    await at.page.keyboard.type("Ja");
    await at.page.keyboard.press("Enter");
    await floor.locator(".mo-mail__list [data-unread]").waitFor();
    await inspector.looksAt(floor, "floor");
    expect(inspector.looked).toHaveLength(3);
    expect(inspector.findings).toEqual([]);
  });
});
