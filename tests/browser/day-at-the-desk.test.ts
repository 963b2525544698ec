// A day at the desk, in two languages: an appointment handed over, a note, a wrong outcome mended, a second number.

import { hour, minute } from "@fieldline/kernel";
import { describe, expect, it } from "vitest";
import { danishNumber } from "../integration/support/field.ts";
import { Interviewer, type Person } from "./support/interviewer.ts";
import { caseOf } from "./support/records.ts";
import { site } from "./support/site.ts";
import { textOf } from "./support/text-of.ts";

const days = [
  {
    day: "Danish",
    first: { name: "mette", languages: ["da"], countries: ["DK"], interfaceLanguage: "da" },
    second: { name: "lars", languages: ["da"], countries: ["DK"], interfaceLanguage: "da" },
    country: { country: "DK", region: "DK01" },
    number: (serial: number, digit = 1) => danishNumber(serial, digit),
    words: { due: "Aftale", appointment: "Aftale", wrong: "Forkert resultat" },
  },
  {
    day: "Czech",
    first: { name: "anna", languages: ["cs"], countries: ["CZ"], interfaceLanguage: "cs", layout: "cz" },
    second: { name: "petr", languages: ["cs"], countries: ["CZ"], interfaceLanguage: "cs", layout: "cz" },
    country: { country: "CZ", region: "CZ064" },
    number: (serial: number, digit = 1) => `+420 011 000 ${String(serial).padStart(2, "0")}${digit}`,
    words: { due: "Schůzka", appointment: "Schůzka", wrong: "Špatný výsledek" },
  },
] as const satisfies readonly { first: Person; second: Person; [key: string]: unknown }[];

describe.each(days)("$day", async ({ first, second, country, number, words }) => {
  const here = await site([]);
  const household = (record: string, serial: number, digit?: number, number2?: string) =>
    here.field.households([
      { record, ...country, number: number(serial, digit), ...(number2 ? { number2 } : {}) },
    ]);

  it("an appointment is made at one desk with a name and a note, rings there, and is kept at another", async () => {
    await household("agreed", 1);
    const at = await Interviewer.atDesk(here, first);
    await at.rings();
    await at.keys.press("n");
    await at.page.locator("textarea:focus").waitFor();
    await at.keys.type("5 a 7");
    await at.keys.press("Enter");
    await at.page.locator(".co-note-list li", { hasText: "5 a 7" }).waitFor();

    await at.picks("appointmentExact");
    const slots = at.page.locator(".co-slots");
    await slots.locator('[aria-selected="true"]').waitFor();
    expect(await slots.evaluate((grid) => grid === document.activeElement)).toBe(true);
    await at.pressesKey("1");
    await at.pressesKey("8");
    const marked = at.page.locator(".co-picker__words");
    expect(await textOf(marked)).toMatch(/18[.:]00/);
    await at.keys.press("ArrowRight");
    expect(await textOf(marked)).toMatch(/18[.:]15/);
    expect(await textOf(marked)).toMatch(/16[.:]15/);
    await at.keys.press("Enter");
    await at.page.locator(".co-follow__name input:focus").waitFor();
    await at.keys.type("Kim");
    await at.keys.press("Enter");
    expect(await textOf(at.page.locator(".co-told"))).toMatch(/18[.:]15/);
    expect(await at.enters()).toMatch(/18[.:]15/);
    expect(await textOf(at.page.locator(".co-appointments tbody tr"))).toMatch(
      /18[.:]15\s+16[.:]15\s+agreed .*Kim/,
    );
    expect(await at.page.locator(".co-due").textContent()).toBe("");

    here.field.clock.forward(hour + 16 * minute);
    await at.page.reload();
    await at.page.locator(".co-due", { hasText: words.due }).waitFor();
    expect(await textOf(at.page.locator('.co-appointments tr[data-due="true"]'))).toContain("agreed");

    here.field.clock.forward(15 * minute);
    const other = await Interviewer.atDesk(here, second);
    await other.takesCase();
    expect(await textOf(other.page.locator(".co-case__why"))).toContain(`${words.appointment}: `);
    expect(await textOf(other.page.locator(".co-case__why"))).toMatch(/18[.:]15/);
    expect(await textOf(other.page.locator(".co-case__ask"))).toContain("Kim");
    expect(await textOf(other.page.locator(".co-note-list"))).toContain("5 a 7");
    expect(await textOf(other.page.locator(".co-history li"))).toMatch(/17[.:]0\d/);
    await other.dials();
    await other.begins();
    await other.interviews({ sex: { value: 1 }, age: { value: 41 } });
    expect(await textOf(other.page.locator(".co-code"))).toMatch(/[A-Z0-9]{4}/);
    await other.closesAsProposed();
    expect(await caseOf(here, "agreed")).toMatchObject({
      state: "closed",
      finalDisposition: "complete",
      outcomes: ["appointmentExact", "complete"],
    });
  });

  it("a wrong outcome is mended with one key, until the next case", async () => {
    await household("mended", 2);
    const at = await Interviewer.atDesk(here, { ...first, name: `${first.name}-2` });
    await at.rings();
    await at.picks("noAnswer");
    await at.enters();
    await at.keys.press("m");
    await at.page.locator(".co-outcome").waitFor();
    await at.keys.press("Escape");
    await at.page.locator(".co-desk").waitFor();
    expect((await caseOf(here, "mended")).outcomes).toEqual(["noAnswer"]);

    await at.keys.press("m");
    await at.page.locator(".co-outcome").waitFor();
    await at.picks("softRefusalHousehold");
    expect(await at.enters()).not.toContain(words.wrong.toUpperCase());
    expect((await caseOf(here, "mended")).outcomes).toEqual(["softRefusalHousehold"]);

    await at.keys.press("m");
    await at.page.locator(".co-outcome").waitFor();
    await at.picks("lineDropped");
    await at.enters();
    expect(await caseOf(here, "mended")).toMatchObject({
      state: "open",
      outcomes: ["lineDropped"],
      openLeases: 0,
    });

    await household("after", 3);
    await at.takesCase();
    await at.keys.press("g");
    await at.page.locator(".co-desk").waitFor();
    expect(await at.page.getByRole("button", { name: words.wrong }).count()).toBe(0);
  });

  it("a number that has changed: the other number of the record is rung next", async () => {
    await household("moved", 4, 1, number(5));
    const at = await Interviewer.atDesk(here, { ...first, name: `${first.name}-3` });
    for (;;) {
      await at.takesCase();
      if ((await textOf(at.page.locator(".co-case__reference"))).includes("moved")) break;
      await at.dials();
      await at.picks("unable");
      await at.enters();
    }
    const shown = await textOf(at.page.locator(".co-case__number"));
    await at.dials();
    await at.picks("numberChanged");
    await at.page.locator(".co-entry").waitFor();
    await at.keys.press("Enter");
    await at.page.locator('[data-line="idle"]').waitFor();
    expect(await textOf(at.page.locator(".co-case__number"))).not.toBe(shown);
    expect(await at.page.locator(".co-case__numbers button").isDisabled()).toBe(true);
    await at.dials();
    await at.picks("business");
    await at.enters();
    expect(await caseOf(here, "moved")).toMatchObject({
      state: "closed",
      outcomes: ["numberChanged", "business"],
      finalDisposition: "business",
    });
  });
});
