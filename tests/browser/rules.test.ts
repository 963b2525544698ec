// The call rules in the browser: a figure changed, tried out on the last hour, put in force, and refused on an old version.

import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { danishNumber } from "../integration/support/field.ts";
import { Inspector } from "./support/inspector.ts";
import { SCREEN_SIZE, SMALL_SCREEN } from "./support/screens.ts";
import { site } from "./support/site.ts";
import { watches } from "./support/supervisor.ts";
import { textOf } from "./support/text-of.ts";

const countries = ["CZ", "DK", "FR", "DE", "GB"];

describe("a supervisor", async () => {
  const here = await site([{ record: "odense", number: danishNumber(0, 1) }]);
  const address = `/api/waves/${here.field.waveId}/call-rules`;

  it("gives calls without answer a shorter rest: previews, saves, and sees version 2", async () => {
    const mette = await here.field.interviewer("mette");
    await mette.rings("noAnswer");
    const page = await watches(here, "rules", { name: "sofie", countries });
    const rest = page.getByLabel("No answer", { exact: true });
    await rest.fill("-5");
    await page.getByText("Correct the marked fields first.").waitFor();
    await rest.fill("90");
    await page.getByText("1 change", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Preview" }).click();
    await page.getByText("Dials: 1; just the same under these rules: 1.").waitFor();
    await page.getByRole("button", { name: "Save …" }).click();
    expect(await textOf(page.locator(".mo-confirm"))).toContain("No answer: 90 min instead of 180 min.");
    await page.getByRole("button", { name: "Put in force" }).click();
    await page.getByText("Version 2 is in force.", { exact: true }).waitFor();
    expect(await textOf(page.locator(".mo-rules__versions li").first())).toMatch(/Version 2.*sofie/);

    await page.getByLabel("Busy", { exact: true }).fill("20");
    const bodil = await here.field.person({ name: "bodil", roles: ["supervisor"], languages: [], countries });
    const { rules } = (await bodil.ask("GET", address)).body;
    const other = {
      commandId: randomUUID(),
      basedOn: 2,
      rules: { ...rules, softCap: { landline: 7, mobile: 5 } },
    };
    expect((await bodil.ask("POST", address, other)).status).toBe(200);
    await page.getByRole("button", { name: "Save …" }).click();
    await page.getByRole("button", { name: "Put in force" }).click();
    await page.getByText("The call rules were changed meanwhile: version 3 is in force.").waitFor();
    await page.getByRole("button", { name: "See my changes on version 3" }).click();
    expect(await page.getByLabel("Cap for a landline").inputValue()).toBe("7");
    expect(await page.getByLabel("Busy", { exact: true }).inputValue()).toBe("20");
  });

  it("of one country reads them and changes nothing; a researcher is told who may", async () => {
    const page = await watches(here, "rules", { name: "karen" });
    await page.getByText("You can read these rules.").waitFor();
    expect(await page.locator("main input:not(:disabled), main button:not(:disabled)").count()).toBe(0);
    const away = await watches(here, "rules", { name: "henrik", role: "researcher" });
    expect(await textOf(away.locator("main"))).toContain("Only supervisors and administrators see them.");
  });

  it.each(["en", "de"])("looks at them in %s", async (language) => {
    const inspector = new Inspector(`rules-${language}`, [SMALL_SCREEN, SCREEN_SIZE]);
    const page = await watches(here, "rules", { name: `anna-${language}`, language, countries });
    await page.locator(".mo-hours").waitFor();
    await inspector.looksAt(page, "hours");
    await inspector.followsFocus(page, "hours", 10);
    await page.locator(".mo-rule input[type=number]").first().fill("9");
    await page.locator(".mo-hours__times input").first().fill("25:00");
    await inspector.looksAt(page, "changed");
    await page.locator(".mo-rule__back").first().click();
    await page
      .locator(".mo-hours tr", { hasText: /Denmark|Dänemark/ })
      .locator(".mo-hours__times input")
      .nth(1)
      .fill("16:00");
    await page.locator(".mo-rules__keys button").first().click();
    await page.locator(".mo-rules__seen th", { hasText: "odense" }).waitFor();
    await page.locator(".mo-rule input[type=number]").first().scrollIntoViewIfNeeded();
    await inspector.looksAt(page, "preview");
    await page.locator('.mo-rules__keys button[data-look="main"]').click();
    await page.locator(".mo-rules__versions").scrollIntoViewIfNeeded();
    await inspector.looksAt(page, "confirm");
    expect(inspector.looked).toHaveLength(4);
    expect(inspector.findings).toEqual([]);
  });
});
