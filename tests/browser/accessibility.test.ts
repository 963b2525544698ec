// Every screen in two languages, two sizes, light and dark: axe finds nothing, nothing is cut off, the focus shows.

import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { danishNumber } from "../integration/support/field.ts";
import { held } from "../integration/support/held-interviews.ts";
import { personAtCheck, withPlan } from "../integration/support/quota-field.ts";
import { Inspector } from "./support/inspector.ts";
import { Interviewer, type Person } from "./support/interviewer.ts";
import { SCREEN_SIZE, SMALL_SCREEN, WALL_SCREEN } from "./support/screens.ts";
import { signIn, site } from "./support/site.ts";
import { watches } from "./support/supervisor.ts";

const household = (record: string, number: string) => ({ record, country: "DE", region: "DEA", number });

const jonas: Person = {
  name: "jonas",
  languages: ["de", "en"],
  countries: ["DE"],
  interfaceLanguage: "de",
};
/** Speaks Danish with a German household: regions come from a list long enough to be filtered. */
const karen: Person = { name: "karen", languages: ["da", "de"], countries: ["DE"], interfaceLanguage: "da" };

async function formIn(page: Page, url: string, language: string): Promise<void> {
  await page.goto(url);
  await page.locator("form select").selectOption(language);
  await page.locator(`html[lang="${language}"]`).waitFor();
}

describe("the console", async () => {
  const here = await site([]);

  it.each([
    { person: jonas, refuses: "+49 221 4710 001", talks: "+49 221 4710 002" },
    { person: karen, refuses: "+49 221 4710 003", talks: "+49 221 4710 004" },
  ])("in $person.interfaceLanguage", async ({ person, refuses, talks }) => {
    const language = person.interfaceLanguage ?? "";
    const inspector = new Inspector(`console-${language}`);
    const looksAt = (screen: string) => inspector.looksAt(at.page, screen);
    const form = await here.window();
    await formIn(form, here.base, language);
    await inspector.looksAt(form, "sign-in");
    await inspector.followsFocus(form, "sign-in", 2);

    const at = await Interviewer.atDesk(here, person);
    expect(await at.page.locator("html").getAttribute("lang")).toBe(language);
    await looksAt("desk");
    await inspector.followsFocus(at.page, "desk", 3);
    await here.field.households([household(`refuses-${language}`, refuses)]);
    await at.takesCase();
    await looksAt("call");
    await inspector.followsFocus(at.page, "call", 3);
    await at.dials();
    await looksAt("call-answered");
    await at.picks("doNotCall");
    await looksAt("call-never-again");
    await at.enters();
    await looksAt("desk-after-call");
    await at.keys.press("Enter");
    await at.page.locator(".fl-empty, .co-counts").first().waitFor();
    await looksAt("nothing-to-call");

    await here.field.households([household(`talks-${language}`, talks)]);
    await at.takesCase();
    if (person === karen) await at.willSpeak("da");
    await at.dials();
    await at.begins();
    await looksAt("script");
    await at.interviews({}, "sex");
    await looksAt("single");
    await inspector.followsFocus(at.page, "single", 4);
    await at.answers({ value: 2 });
    await at.seesQuestion();
    await looksAt("number");
    await at.types({ value: 170 });
    await at.page.locator(".co-wrong").waitFor();
    await looksAt("number-out-of-range");
    for (let digit = 1; digit <= 3; digit++) await at.keys.press("Backspace");
    await at.answers({ value: 44 });
    await at.seesQuestion();
    await inspector.seesMarked(at.page, "filter-list");
    await looksAt("filter-list");
    await at.interviews({ region: { value: "DEA" } }, "U05");
    await at.seesQuestion();
    await looksAt("battery-first");
    for (const [key, panel] of [
      ["p", "prompts"],
      ["l", "language"],
      ["s", "suspend"],
      ["o", "leave"],
    ] as const) {
      await at.keys.press(key);
      await at.page.locator(".co-panel").waitFor();
      await looksAt(`panel-${panel}`);
      await at.keys.press("Escape");
      await at.page.locator(".co-panel").waitFor({ state: "detached" });
    }
    await at.goesBack(1);
    await looksAt("gone-back");
    await at.interviews({}, "U06");
    await at.interviews({}, "U12");
    await at.seesQuestion();
    await looksAt("battery-long");
    await at.interviews();
    await at.saved();
    await looksAt("end");
    await at.toOutcome();
    await looksAt("outcome");
    await at.enters();
    expect(inspector.looked).toHaveLength(21);
    expect(inspector.findings).toEqual([]);
  });
});

describe("the monitor", async () => {
  const here = await site([household("koeln", "+49 221 4710 001")]);
  const pages = `${here.base}/monitor`;
  const wave = `${pages}/waves/${here.field.waveId}`;

  beforeAll(async () => {
    await here.field.password(jonas);
    await held(here.field, [
      { record: "koeln", by: "jonas", answers: { sex: { value: 1 } }, language: "de" },
    ]);
  });

  it.each(["de", "da"])("in %s", async (language) => {
    const inspector = new Inspector(`monitor-${language}`);
    const page = await here.window();
    await formIn(page, pages, language);
    await inspector.looksAt(page, "sign-in");
    await inspector.followsFocus(page, "sign-in", 2);
    const henrik = { name: "henrik", roles: ["researcher"], countries: ["CZ", "DK", "DE", "GB"] } as const;
    await signIn(page, pages, henrik.name, await here.field.password(henrik), language);
    const opens = async (address: string, screen: string, shows = "h1.mo-title") => {
      await page.goto(address);
      await page.locator(shows).first().waitFor();
      await inspector.looksAt(page, screen);
    };
    await page.locator(".mo-card").waitFor();
    await inspector.looksAt(page, "waves");
    await inspector.followsFocus(page, "waves", 3);
    await opens(`${wave}/interviews`, "interviews", "tbody tr");
    await inspector.followsFocus(page, "interviews", 12);
    await opens(`${wave}/interviews?status=suspended`, "interviews-no-match", ".fl-empty");
    await page.goto(`${wave}/exports`);
    await page.locator(".mo-start").click();
    await page.locator("article").first().waitFor();
    await inspector.looksAt(page, "exports");
    await opens(`${pages}/waves/${crypto.randomUUID()}`, "not-found");

    const supervisor = await here.window();
    const sofie = { name: "sofie", roles: ["supervisor"], countries: ["DE"] } as const;
    await signIn(supervisor, `${wave}/exports`, sofie.name, await here.field.password(sofie), language);
    await supervisor.locator("h1.mo-title").waitFor();
    await inspector.looksAt(supervisor, "not-with-this-role");

    const interviewer = await here.window();
    await signIn(interviewer, pages, jonas.name, await here.field.password(jonas), language);
    await interviewer.locator("h1.mo-title").waitFor();
    await inspector.looksAt(interviewer, "for-an-interviewer");
    expect(inspector.looked).toHaveLength(8);
    expect(inspector.findings).toEqual([]);
  });
});

describe("the monitor's pages of this second", async () => {
  const here = await site([
    { record: "odense", number: danishNumber(1, 1) },
    { record: "vejle", number: danishNumber(2, 1) },
  ]);

  beforeAll(async () => {
    await withPlan(here.field, { total: 9, men: 4, women: 5 });
    const mette = await here.field.person({ name: "mette" });
    await personAtCheck(mette, 2).then(({ says }) => says({ type: "checkQuota" }));
    await here.field.person({ name: "frederikke-wilhelmine" });
    await held(here.field, [{ record: "vejle", by: "mette", answers: {}, overQuota: true }]);
    const sofia = await here.field.person({ name: "sofia", roles: ["supervisor"] });
    const cell = `/api/waves/${here.field.waveId}/quota-cells/${encodeURIComponent("DK/sex/F")}`;
    const change = { kind: "setPolicy", policy: { kind: "tolerant", places: 2, percent: 10 } };
    expect((await sofia.ask("PATCH", cell, { commandId: crypto.randomUUID(), change })).status).toBe(200);
  });

  it.each(["en", "de", "cs"])("in %s", async (language) => {
    const inspector = new Inspector(`monitor-${language}`, [SMALL_SCREEN, WALL_SCREEN, SCREEN_SIZE]);
    const page = await watches(here, "floor", { name: "sofia", language });
    await page.locator('[data-desk="mette"][data-state="interviewing"]').waitFor();
    await inspector.looksAt(page, "floor");
    await inspector.followsFocus(page, "floor", 15);
    await page.locator('input[type="search"]').fill("nobody");
    await page.locator(".fl-empty").waitFor();
    await inspector.looksAt(page, "floor-no-match");
    await page.locator('a[href$="/over-quota"]').click();
    await page.locator("tbody tr").waitFor();
    await inspector.looksAt(page, "over-quota");
    await page.goto(`${here.base}/monitor/waves/${here.field.waveId}/countries/DK`);
    await page.locator('[data-cell="F"] .mo-open').click();
    await page.locator(".mo-story li").waitFor();
    await page.locator(".mo-held tbody tr").waitFor();
    await inspector.looksAt(page, "cell");
    await inspector.followsFocus(page, "cell", 4);
    expect(inspector.looked).toHaveLength(4);
    expect(inspector.findings).toEqual([]);
  });
});
