// A whole call with a screen reader, by keyboard: where one is, what is asked, what can be answered, what goes wrong.

import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { danishNumber } from "../integration/support/field.ts";
import { heard, hears, listens } from "./support/heard.ts";
import { Interviewer } from "./support/interviewer.ts";
import { site } from "./support/site.ts";
import { textOf } from "./support/text-of.ts";

const here = await site([{ record: "odense", number: danishNumber(1, 1), name: "Fru Holm" }]);

/** Landmarks and the one heading of a screen, as a screen reader lists them. */
async function landmarks(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const role of ["banner", "main", "navigation", "complementary"] as const) {
    if ((await page.getByRole(role).count()) > 0) found.push(role);
  }
  const headings = page.getByRole("heading", { level: 1 });
  expect(await headings.count()).toBe(1);
  return [...found, await textOf(headings)];
}

/** Every control has a name that begins with its key, and tells the key by itself, too. */
async function namedByKeys(page: Page, group: string): Promise<string[]> {
  const buttons = page.getByRole("group", { name: group }).getByRole("button");
  for (const button of await buttons.all()) {
    const key = await button.getAttribute("aria-keyshortcuts");
    expect(await textOf(button)).toMatch(new RegExp(`^${key}\\s*\\S`));
  }
  return (await buttons.allInnerTexts()).map((name) => name.replaceAll(/\s+/g, " "));
}

it("from the sign-in to the closed case", async () => {
  const form = await here.window();
  await form.goto(here.base);
  await form.locator("input[name=name]:focus").waitFor();
  expect(await form.locator("form").ariaSnapshot()).toMatch(
    /textbox "User name"[\s\S]*textbox "Password"[\s\S]*combobox "Language[\s\S]*button "Sign in"/,
  );
  expect(await landmarks(form)).toEqual(["main", "Fieldline"]);

  const at = await Interviewer.atDesk(here, {
    name: "mette",
    languages: ["da", "en"],
    countries: ["DK"],
  });
  const { page, keys } = at;
  expect(await landmarks(page)).toEqual(["banner", "main", "complementary", "Your desk"]);
  await listens(page);

  await at.takesCase();
  expect(await hears(page, /^13 01 00 01$/)).toEqual(["13 01 00 01"]);
  expect(await landmarks(page)).toEqual(["banner", "main", "13 01 00 01"]);
  await at.dials();
  expect((await hears(page, /^Somebody has answered$/)).slice(-2)).toEqual([
    "Ringing",
    "Somebody has answered",
  ]);
  expect(await namedByKeys(page, "Nobody reached")).toContain("1 No answer");
  expect(await namedByKeys(page, "Somebody reached")).toContain("8 Never call again");

  await at.picks("doNotCall");
  await page.locator(".co-follow:focus").waitFor();
  expect(await page.locator(":focus").getAttribute("aria-label")).toMatch(
    /: Never call this record again\?$/,
  );
  await keys.press("Escape");
  await page.locator(".co-follow").waitFor({ state: "detached" });
  await heard(page);

  await at.begins();
  const opened = await hears(page, /1 .*; 2 /);
  expect(opened[0]).toBe("Case odense");
  expect(opened.at(-1)).toContain(await textOf(page.locator('[data-testid="question"]')));
  expect(await landmarks(page)).toEqual(["banner", "main", "navigation", "Case odense"]);
  await at.interviews({}, "sex");
  const sex = await hears(page, /kvinde/i);
  expect(sex.at(-1)).toMatch(/\? 1 \S+; 2 \S+$/);
  expect(sex.filter((words) => /saved|sending/.test(words))).toEqual([]);
  expect(await namedByKeys(page, "Answers")).toHaveLength(2);

  await at.answers({ value: 2 });
  await at.seesQuestion();
  expect(await hears(page, /\?$/)).toHaveLength(1);
  await at.types({ value: 170 });
  const wrong = page.getByRole("alert").filter({ hasText: /^Between 0 and 110/ });
  await wrong.waitFor();
  expect(await hears(page, /^Between 0 and 110/)).toEqual([
    "1",
    "17",
    "170",
    expect.stringMatching(/^Between 0 and 110/),
  ]);
  for (let digit = 1; digit <= 3; digit++) await keys.press("Backspace");
  await at.answers({ value: 44 });
  await at.seesQuestion();
  await heard(page);

  await keys.press("o");
  await page.locator(".co-panel:focus").waitFor();
  expect(await page.locator(":focus").getAttribute("aria-label")).toBe("Leave the interview");
  await keys.press("Escape");
  await at.breaksOff();
  expect(await hears(page, /^Outcome of the call$/)).toContain("Outcome of the call");
  expect(await landmarks(page)).toEqual(["banner", "main", "Outcome of the call"]);
  expect(await namedByKeys(page, "During the interview")).toContainEqual(
    expect.stringMatching(/^1 .*proposed$/),
  );
  await at.enters();
  expect(await hears(page, /^Your desk$/)).toContain("Your desk");
  expect(await landmarks(page)).toEqual(["banner", "main", "complementary", "Your desk"]);
});
