// Somebody rings back: found by the number they name, answered without a dial; and an evening that is over-booked.

import { describe, expect, it } from "vitest";
import { Inspector } from "./support/inspector.ts";
import { Interviewer, type Person } from "./support/interviewer.ts";
import { caseOf } from "./support/records.ts";
import { SMALL_SCREEN } from "./support/screens.ts";
import { site } from "./support/site.ts";
import { textOf } from "./support/text-of.ts";

const people: readonly (Person & { words: Record<"ringing" | "none" | "over", string> })[] = [
  {
    ...{ name: "karla", languages: ["de"], countries: ["DE"], interfaceLanguage: "de" },
    words: { ringing: "ruft jemand bei uns an", none: "keinen Fall mit dieser Nummer", over: "Überbucht" },
  },
  {
    ...{ name: "emily", languages: ["de"], countries: ["DE"], interfaceLanguage: "en" },
    words: { ringing: "They are ringing us", none: "No case with this number", over: "Over-booked" },
  },
];

describe("the desk", async () => {
  const here = await site([]);
  let serial = 0;

  it.each(people)("in $interfaceLanguage", async ({ words, ...person }) => {
    const inspector = new Inspector(`inbound-${person.interfaceLanguage}`);
    const at = await Interviewer.atDesk(here, person);
    const looksAt = (screen: string) => inspector.looksAt(at.page, screen);
    const household = async () => {
      serial += 1;
      const [number, number2] = [1, 2].map((one) => `+49 221 4710 ${serial}0${one}`) as [string, string];
      const record = `ring-${serial}`;
      await here.field.households([
        { record, country: "DE", region: "DE2", number, number2, name: "Frau Kühn" },
      ]);
      return { record, number2 };
    };
    const field = at.page.locator(".co-caller:focus");
    const looksFor = async (number: string): Promise<void> => {
      await field.fill(number);
      await at.keys.press("Enter");
    };
    const appointsAt = async (hour: string): Promise<void> => {
      await at.picks("appointmentExact");
      await at.page.locator('.co-slots [aria-selected="true"]').waitFor();
      for (const digit of hour) await at.pressesKey(digit);
    };
    const appoints = async (): Promise<void> => {
      await at.keys.press("Enter");
      await at.page.locator(".co-follow__name input:focus").waitFor();
      await at.keys.press("Enter");
      await at.enters();
    };

    const first = await household();
    await at.keys.press("i");
    await looksFor("0221 4710 999");
    await at.page.locator(".co-found__none", { hasText: words.none }).waitFor();
    await looksAt("nobody-found");
    await looksFor(first.number2);
    await at.page.locator(".co-found li").waitFor();
    expect(await textOf(at.page.locator(".co-found li"))).toContain(first.record);
    await looksAt("found");
    await at.keys.press("Escape");
    await field.waitFor();
    await at.keys.press("Enter");
    await at.page.locator(".co-found li").waitFor();
    await at.pressesKey("1");
    await at.page.locator('[data-line="idle"]').waitFor();
    expect(await textOf(at.page.locator(".co-case__why"))).toContain(words.ringing);
    const shown = (await textOf(at.page.locator(".co-case__number"))).replaceAll(/\D/g, "");
    expect(first.number2.replaceAll(/\D/g, "")).toContain(shown.slice(-6));
    await looksAt("case");
    await at.keys.press("Enter");
    await at.page.locator('[data-line="answered"]').waitFor();
    expect(await caseOf(here, first.record)).toMatchObject({ openLeases: 1 });
    await at.page.reload();
    await at.page.locator('[data-line="answered"]').waitFor();
    await appointsAt("18");
    await appoints();
    expect((await caseOf(here, first.record)).outcomes).toEqual(["appointmentExact"]);

    const second = await household();
    await at.rings();
    await looksAt("two-numbers");
    await appointsAt("18");
    await at.page.locator('.co-slots td[aria-selected="true"][data-over]').waitFor();
    expect(await textOf(at.page.locator(".co-picker__words"))).toContain(words.over);
    await looksAt("over-booked");
    await at.page.setViewportSize(SMALL_SCREEN);
    const take = await at.page.locator('.co-picker__foot [data-look="main"]').boundingBox();
    expect(take && take.y + take.height).toBeLessThan(SMALL_SCREEN.height - 16);
    await appoints();
    expect((await caseOf(here, second.record)).outcomes).toEqual(["appointmentExact"]);

    await at.keys.press("Enter");
    await at.page.locator(".co-counts").waitFor();
    await looksAt("nothing");
    await at.keys.press("i");
    await looksFor(second.number2);
    await at.page.locator(".co-found li", { hasText: second.record }).waitFor();
    await looksAt("found-again");
    expect(inspector.findings).toEqual([]);
  });
});
