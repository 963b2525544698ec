// The screens between two questions, in three languages: what an outcome needs, notes, mending, taking back.

import { describe, expect, it } from "vitest";
import { Inspector } from "./support/inspector.ts";
import { Interviewer, type Person } from "./support/interviewer.ts";
import { site } from "./support/site.ts";

const people: readonly Person[] = ["de", "en", "cs"].map((interfaceLanguage) => ({
  name: `karla-${interfaceLanguage}`,
  languages: ["de", "en"],
  countries: ["DE"],
  interfaceLanguage,
}));

/** No control that a key works, and no letter of it, may be below the fold on the smallest screen. */
async function belowTheFold(at: Interviewer): Promise<string[]> {
  await at.page.setViewportSize({ width: 1024, height: 768 });
  return at.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("main [aria-keyshortcuts]")]
      .filter((control) => control.getBoundingClientRect().bottom > window.innerHeight)
      .map((control) => control.textContent),
  );
}

describe("the console", async () => {
  const here = await site([]);
  let serial = 0;

  it.each(people)("in $interfaceLanguage", async (person) => {
    const inspector = new Inspector(`desk-${person.interfaceLanguage}`);
    const at = await Interviewer.atDesk(here, person);
    const looksAt = async (screen: string): Promise<void> => {
      await inspector.looksAt(at.page, screen);
      expect(await belowTheFold(at)).toEqual([]);
    };
    const household = async (): Promise<void> => {
      serial += 1;
      const number = `+49 221 4710 ${serial}01`;
      const number2 = `+49 221 4710 ${serial}02`;
      await here.field.households([
        { record: `k-${serial}`, country: "DE", region: "DEA", number, number2, name: "Frau Kühn" },
      ]);
    };

    await household();
    await at.takesCase();
    await looksAt("call-two-numbers");
    await at.keys.press("n");
    await at.page.locator("textarea:focus").waitFor();
    await at.keys.type("Klingel defekt, bitte laut und langsam sprechen; abends ist meistens jemand da.");
    await looksAt("writing-a-note");
    await at.keys.press("Enter");
    await at.page.locator(".co-note-list li").waitFor();
    await at.dials();
    await looksAt("call-answered");
    await at.pressesKey("7");
    await looksAt("reason");
    await at.tells("reason", "2");
    await looksAt("reply");
    await at.tells("reply", "3");
    await looksAt("ready");
    await at.keys.press("Escape");
    await at.keys.press("Escape");
    await at.keys.press("Escape");
    await at.page.locator(".co-follow").waitFor({ state: "detached" });
    await at.pressesKey("8");
    await looksAt("never-again");
    await at.keys.press("Escape");
    await at.pressesKey("i");
    await looksAt("language");
    await at.keys.press("Escape");
    await at.pressesKey("p");
    await at.page.locator(".co-slots").waitFor();
    await looksAt("appointment-loose");
    await at.keys.press("Escape");
    await at.pressesKey("a");
    await at.page.locator(".co-slots").waitFor();
    await at.keys.press("ArrowDown");
    await at.keys.press("ArrowRight");
    await looksAt("appointment");
    await at.keys.press("ArrowDown");
    await looksAt("appointment-closed-day");
    await at.keys.press("ArrowUp");
    await at.keys.press("Enter");
    await at.page.locator(".co-follow__name input:focus").waitFor();
    await looksAt("ask-for");
    await at.keys.press("Enter");
    await at.enters();
    await looksAt("desk");
    await at.keys.press("m");
    await at.page.locator(".co-outcome").waitFor();
    await looksAt("mending");
    await at.keys.press("Escape");

    await household();
    await at.takesCase();
    await at.dials();
    await at.begins();
    await at.interviews({}, "U05");
    await at.keys.press("n");
    await at.page.locator("textarea:focus").waitFor();
    await looksAt("note-in-interview");
    await at.keys.press("Escape");
    await at.keys.press("w");
    await at.page.locator(".co-follow").waitFor();
    await looksAt("withdraw");
    await at.keys.press("Escape");
    await at.breaksOff();
    await looksAt("outcome");
    await at.keys.press("w");
    await at.page.locator(".co-follow").waitFor();
    await looksAt("withdraw-at-outcome");
    await at.keys.press("Enter");
    await at.page.locator(".co-desk .co-last").waitFor();
    expect(inspector.findings).toEqual([]);
  });
});
