// People managed at the screen: added with a password shown once, changed, reset, disabled; and it counts at once.

import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { Inspector } from "./support/inspector.ts";
import { SCREEN_SIZE, SMALL_SCREEN } from "./support/screens.ts";
import { type Site, signIn, site } from "./support/site.ts";
import { downloaded, shows, watches } from "./support/supervisor.ts";
import { textOf } from "./support/text-of.ts";

const ruth = { name: "ruth", roles: ["administrator"], languages: [], countries: ["DK"] } as const;
const karen = { name: "karen", roles: ["supervisor"], languages: [], countries: ["DK"] } as const;

async function manages(here: Site, who: typeof ruth | typeof karen, language?: string): Promise<Page> {
  const page = await here.window();
  await signIn(page, `${here.base}/monitor/users`, who.name, await here.field.password(who), language);
  await page.locator("tbody tr, .fl-empty").first().waitFor();
  return page;
}

/** What the slip says, once it is there; then it is put away. */
async function passwordShown(page: Page): Promise<string> {
  const word = await textOf(page.locator(".mo-slip__word"));
  expect(word).toMatch(/^\w{5}(-\w{5}){3}$/);
  return word;
}

describe("an administrator at the users", async () => {
  const here = await site([]);
  let page: Page;
  let password = "";
  const row = (name: string) => page.locator(`[data-user="${name}"]`);
  const opens = async (name: string) => {
    await row(name).getByRole("button").click();
    await page.locator("dialog[open] form").waitFor();
  };
  const closes = async () => {
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
  };

  beforeAll(async () => {
    await here.field.password({ name: "henrik", roles: ["researcher"], languages: [] });
    await here.field.password(karen);
    page = await manages(here, ruth);
  });

  it("adds an interviewer by keyboard and is shown the password once", async () => {
    await page.getByRole("button", { name: "Add a user …" }).focus();
    await page.keyboard.press("Enter");
    await page.getByLabel("Sign-in name").and(page.locator(":focus")).waitFor();
    await page.keyboard.press("Enter");
    await shows(page, ".mo-user__missing", /sign-in name[\s\S]*name is missing[\s\S]*country[\s\S]*language/);
    await page.getByLabel("Sign-in name").focus();
    await page.keyboard.type("Freja");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Freja Lund");
    await page.getByLabel("Denmark").focus();
    await page.keyboard.press("Space");
    await page.getByLabel("Danish").selectOption({ label: "native" });
    await page.getByRole("button", { name: "Add and show the password" }).focus();
    await page.keyboard.press("Enter");
    password = await passwordShown(page);
    await page.keyboard.press("Escape");
    expect(await passwordShown(page)).toBe(password);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".mo-slip__word").isVisible()).toBe(true);
    for (const other of ["table", ".mo-bar", ".mo-slip button"]) {
      expect(await page.locator(other).first().isVisible(), other).toBe(false);
    }
    await page.emulateMedia({ media: "screen" });
    await page.getByRole("button", { name: "Copy the password" }).click();
    await shows(page, ".mo-slip [role=status]", /copied|marked/);
    await page.getByRole("button", { name: "Done, hide the password" }).click();
    await page.locator("dialog").waitFor({ state: "detached" });
    expect(await textOf(row("freja"))).toMatch(
      /Freja Lund\s+freja\s+Interviewer\s+Denmark\s+Danish \(native\)\s+never\s+may sign in/,
    );
    expect(await page.content()).not.toContain(password);
  });

  it("who signs in at the console, and is signed out there at once when disabled", async () => {
    const desk = await here.window();
    await signIn(desk, here.base, "freja", password);
    await desk.locator(".co-desk").waitFor();
    await opens("freja");
    await page.getByRole("button", { name: "Disable …" }).click();
    await shows(page, ".mo-confirm", /signed out at once/);
    await page.getByRole("button", { name: "Disable", exact: true }).click();
    await shows(page, "dialog", /disabled/);
    await desk.locator('input[name="password"]').waitFor({ timeout: 8_000 });
    await signIn(desk, here.base, "freja", password);
    await desk.locator(".fl-problem", { hasText: "Name or password is wrong" }).waitFor();
    await closes();
    expect(await textOf(row("freja"))).toMatch(/disabled/);
    await opens("freja");
    await page.getByRole("button", { name: "Enable …" }).click();
    await page.getByRole("button", { name: "Enable", exact: true }).click();
    await shows(page, "dialog", /may sign in/);
    await closes();
  });

  it("resets a supervisor's password: their wall goes back to the sign-in, and the new one opens it", async () => {
    const wall = await watches(here, "wall", { name: "karen" });
    await opens("karen");
    await page.getByRole("button", { name: "New password …" }).click();
    await shows(page, ".mo-confirm", /worth nothing any more/);
    await page.getByRole("button", { name: "Make a new password" }).click();
    const anew = await passwordShown(page);
    await wall.locator('input[name="password"]').waitFor({ timeout: 8_000 });
    await signIn(wall, `${here.base}/monitor/`, "karen", anew);
    await wall.locator("h1.mo-title").waitFor();
    await page.getByRole("button", { name: "Done, hide the password" }).click();
    await wall.close();
  });

  it("changes roles, countries, languages and skills, and sees it in the list", async () => {
    await opens("freja");
    await page.getByLabel("Supervisor").check();
    await page.getByLabel("United Kingdom").check();
    await page.getByLabel("English").selectOption({ label: "fluent" });
    await page.getByLabel("Calls again after a refusal").check();
    await page.getByRole("button", { name: "Save" }).click();
    await shows(page, "dialog", /The change is in force/);
    await closes();
    expect(await textOf(row("freja"))).toMatch(
      /Interviewer, Supervisor\s+Denmark, United Kingdom\s+Danish \(native\), English \(fluent\)\s+Calls again/,
    );
  });

  it("does not overwrite what somebody else changed meanwhile, and can begin again from there", async () => {
    await opens("freja");
    const other = await manages(here, ruth);
    await other.locator('[data-user="freja"]').getByRole("button").click();
    await other.getByLabel("Name", { exact: true }).and(other.locator("dialog input")).fill("Freja Hansen");
    await other.getByRole("button", { name: "Save" }).click();
    await shows(other, "dialog", /in force/);
    await page.getByLabel("Supervisor").uncheck();
    await page.getByRole("button", { name: "Save" }).click();
    await shows(page, ".fl-problem", /Somebody else has changed this user/);
    expect(await page.getByLabel("Supervisor").isChecked()).toBe(false);
    await page.getByRole("button", { name: "Begin again from what stands now" }).click();
    expect(
      await page.getByLabel("Name", { exact: true }).and(page.locator("dialog input")).inputValue(),
    ).toBe("Freja Hansen");
    expect(await page.getByLabel("Supervisor").isChecked()).toBe(true);
    await closes();
  });

  it("is told that nobody locks themselves out", async () => {
    await opens("ruth");
    await shows(page, "dialog", /This is you/);
    expect(await page.getByRole("button", { name: "Disable …" }).count()).toBe(0);
    await closes();
  });

  it("searches, filters, sorts and downloads", async () => {
    await page.getByLabel("Role", { exact: true }).selectOption("researcher");
    await shows(page, ".mo-tools", /1 user(?!s)/);
    await page.getByLabel("Name", { exact: true }).fill("nobody");
    await shows(page, ".fl-empty", /No user matches/);
    await page.getByRole("button", { name: "Show all" }).click();
    await shows(page, ".mo-tools", /4 users/);
    await page.getByRole("button", { name: "Sign-in name" }).click();
    await page.getByRole("button", { name: "Sign-in name" }).click();
    const rows = await downloaded(page, "Download table (CSV)");
    expect(rows[0]).toMatch(/^Name,Sign-in name,Roles,Countries/);
    expect(rows.slice(1).map((line) => line.split(",")[1])).toEqual(["ruth", "karen", "henrik", "freja"]);
  });
});

describe("a supervisor at the users", async () => {
  const here = await site([]);

  it("sees own interviewers only, has one role to give, and a researcher has no such page", async () => {
    await here.field.password({ name: "mette", countries: ["DK"] });
    await here.field.password({ name: "pierre", countries: ["FR"], languages: ["fr"] });
    const page = await manages(here, karen);
    await shows(page, "tbody", /mette/);
    expect(await textOf(page.locator("tbody"))).not.toMatch(/pierre|karen/);
    await page.getByRole("button", { name: "Add a user …" }).click();
    expect(await page.getByLabel("Administrator").count()).toBe(0);
    expect(await page.locator("dialog").getByLabel("Denmark").isChecked()).toBe(true);
    expect(await page.locator("dialog").getByLabel("France").count()).toBe(0);
    const henrik = await watches(here, "wall", { name: "henrik", role: "researcher" });
    expect(await henrik.getByRole("link", { name: "Users" }).count()).toBe(0);
    await henrik.goto(`${here.base}/monitor/users`);
    await shows(henrik, "main", /Users are managed by administrators/);
  });
});

describe("the users' screens", async () => {
  const here = await site([]);

  beforeAll(async () => {
    await here.field.password(karen);
    await here.field.password({
      name: "frederikke-wilhelmine.lund",
      countries: ["CZ", "DK", "DE", "FR", "GB"],
    });
    await here.field.password({ name: "mette", languages: ["da", "en", "de"] });
  });

  it.each(["en", "de", "fr", "cs", "da"])("in %s", async (language) => {
    const inspector = new Inspector(`users-${language}`, [SMALL_SCREEN, SCREEN_SIZE]);
    const page = await manages(here, ruth, language);
    await inspector.looksAt(page, "list");
    await inspector.followsFocus(page, "list", 16);
    await page.locator(".mo-tools input").fill("nobody");
    await page.locator(".fl-empty").waitFor();
    await inspector.looksAt(page, "no-match");
    await page.locator(".mo-tools input").fill("");
    await page.locator(".mo-start").click();
    await page.locator("dialog form").waitFor();
    await inspector.looksAt(page, "add");
    await inspector.followsFocus(page, "add", 6);
    await page.locator('dialog button[type="submit"]').click();
    await page.locator(".mo-user__missing").waitFor();
    await inspector.looksAt(page, "add-missing");
    await page.keyboard.press("Escape");
    await page.locator('[data-user="mette"] button').click();
    await page.locator("dialog form").waitFor();
    await inspector.looksAt(page, "edit");
    await page.locator("dialog section .fl-button").nth(1).click();
    await page.locator(".mo-confirm").waitFor();
    await inspector.looksAt(page, "disable");
    await page.locator(".mo-confirm .fl-button").nth(1).click();
    await page.locator("dialog section .fl-button").nth(0).click();
    await page.locator(".mo-confirm .fl-button").nth(0).click();
    await page.locator(".mo-slip").waitFor();
    await inspector.looksAt(page, "slip");
    expect(inspector.looked).toHaveLength(7);
    expect(inspector.findings).toEqual([]);
  });
});
