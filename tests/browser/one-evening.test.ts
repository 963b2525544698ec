// One evening at two desks, from the first call to "nothing to call, and why"; and the day on which a no is asked again.

import { describe, expect, it } from "vitest";
import { duties, until } from "../integration/support/day.ts";
import { danishNumber } from "../integration/support/field.ts";
import { Inspector } from "./support/inspector.ts";
import { Interviewer } from "./support/interviewer.ts";
import { caseOf } from "./support/records.ts";
import { screenshot } from "./support/screens.ts";
import { site } from "./support/site.ts";
import { textOf } from "./support/text-of.ts";

/** What its line does is in the last digit: 5 nobody answers, 6 busy, 7 a machine, else somebody. */
const sample = {
  agreed: [danishNumber(1, 1)],
  forgotten: [danishNumber(2, 1)],
  busy: [danishNumber(3, 6)],
  silent: [danishNumber(4, 5), danishNumber(5, 2)],
  machine: [danishNumber(6, 7)],
  english: [danishNumber(7, 2)],
  unwilling: [danishNumber(8, 3)],
} as const;
type Household = keyof typeof sample;
const size = Object.keys(sample).length;

const wednesday = "2008-04-16";
/** Thirty per cent of the days left after Wednesday have gone by. */
const tuesday = "2008-04-22";

const mette = { name: "mette", languages: ["da"], countries: ["DK"], interfaceLanguage: "da" };
const lars = { name: "lars", languages: ["da", "en"], countries: ["DK"], interfaceLanguage: "en" };

const why = (at: Interviewer) => textOf(at.page.locator(".co-case__why"));
const shownNumber = (at: Interviewer) => textOf(at.page.locator(".co-case__number"));

/** Takes as many cases as there are households told of, in whatever order they come, and does with each what is told. */
async function works(
  at: Interviewer,
  told: Partial<Record<Household, () => Promise<unknown>>>,
): Promise<void> {
  const left = new Map(Object.entries(told));
  while (left.size > 0) {
    await at.takesCase();
    const [, name = ""] =
      /(?:Sag|Case) (\w+)/.exec(await textOf(at.page.locator(".co-case__reference"))) ?? [];
    const does = left.get(name);
    if (!does) throw new Error(`${name} came, and not one of ${[...left.keys()].join(", ")}`);
    left.delete(name);
    await does();
  }
}

async function appoints(at: Interviewer, hour: string, quarters: number): Promise<void> {
  await at.picks("appointmentExact");
  await at.page.locator('.co-slots [aria-selected="true"]').waitFor();
  for (const digit of hour) await at.pressesKey(digit);
  for (let quarter = 0; quarter < quarters; quarter++) await at.keys.press("ArrowRight");
  await at.keys.press("Enter");
  await at.page.locator(".co-follow__name input:focus").waitFor();
  await at.keys.press("Enter");
}

/** Asks for a case, gets none, and reads the reasons with how many cases each has. */
async function findsNothing(at: Interviewer): Promise<Record<string, number>> {
  await at.keys.press("Enter");
  await at.page.locator(".co-counts").waitFor();
  const rows = await at.page
    .locator(".co-counts tbody tr")
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
  return Object.fromEntries(rows.map(([count, words]) => [words, Number(count)]));
}
const together = (counts: Record<string, number>) => Object.values(counts).reduce((sum, one) => sum + one, 0);

describe("one evening", async () => {
  const here = await site([]);
  const inspector = new Inspector("evening");

  it("ends with nothing to call and why, at both desks; and the one who declined is asked again on another day", async () => {
    await here.field.households(
      Object.entries(sample).map(([record, [number, number2]]) => ({
        ...{ record, number },
        ...(number2 ? { number2 } : {}),
      })),
    );
    const at = await Interviewer.atDesk(here, mette);
    await works(at, {
      agreed: async () => {
        expect(await why(at)).toContain("Ikke ringet op endnu");
        await at.dials();
        await appoints(at, "18", 2);
        expect(await at.enters()).toMatch(/18[.:]30/);
      },
      forgotten: async () => {
        await at.dials();
        await appoints(at, "18", 3);
        expect(await at.enters()).toMatch(/18[.:]45/);
      },
      busy: async () => {
        await at.dials("busy");
        expect(await at.enters()).toMatch(/17[.:][12]\d/);
      },
      silent: async () => {
        await at.dials("ringing");
        await at.picks("noAnswer");
        expect(await at.enters()).toContain("Sagen er stadig åben.");
      },
      machine: async () => {
        await at.dials("ringing");
        await at.picks("answeringMachine");
        await at.enters();
      },
      english: async () => {
        await at.dials();
        await at.picks("languageProblem");
        await at.tells("language", "1");
        await at.enters();
      },
      unwilling: async () => {
        await at.dials();
        await at.picks("softRefusalHousehold");
        await at.enters();
      },
    });

    await until(here.field, wednesday, "17:30");
    await works(at, {
      busy: async () => {
        expect(await why(at)).toContain("Pausen efter det seneste forsøg er forbi (Optaget)");
        await at.dials("busy");
        await at.enters();
      },
    });
    await at.keys.press("i");
    await at.page.locator(".co-caller:focus").fill(sample.busy[0]);
    await at.keys.press("Enter");
    await at.page.locator(".co-found li", { hasText: "busy" }).waitFor();
    await at.pressesKey("1");
    await at.page.locator('[data-line="idle"]').waitFor();
    expect(await why(at)).toContain("De ringer til os");
    await at.keys.press("Enter");
    await at.page.locator('[data-line="answered"]').waitFor();
    await at.picks("outOfSample");
    await at.enters();

    await until(here.field, wednesday, "18:26");
    await at.page.reload();
    await at.page.locator(".co-due", { hasText: "Aftale" }).waitFor();
    await works(at, {
      agreed: async () => {
        expect(await why(at)).toMatch(/Aftale: .*18[.:]30/);
        await screenshot(at.page, "evening-da-appointment");
        await at.dials();
        await at.picks("doNotCall");
        expect(await at.enters()).toContain("Sagen er lukket.");
      },
    });

    await until(here.field, wednesday, "19:50");
    await duties(here.field);
    const other = await Interviewer.atDesk(here, lars);
    await here.field.platform.database.pool.query(
      "update app_user set skills = '{refusalConversion}' where name = 'lars'",
    );
    const inTurn: Household[] = [];
    await works(other, {
      forgotten: async () => {
        inTurn.push("forgotten");
        expect(await why(other)).toContain("An appointment was missed");
        await screenshot(other.page, "evening-en-missed");
        await other.dials();
        await other.picks("hardRefusal");
        await other.enters();
      },
      english: async () => {
        inTurn.push("english");
        expect(await why(other)).toContain("Needs English");
        await other.dials();
        await other.begins();
        await other.chooses(1);
        await other.chooses(4);
        await other.sees(other.fold.scriptWords("S_REFUSE"));
        await other.toOutcome();
        await other.keys.press("Enter");
        await other.tells("reason", "2");
        await other.tells("reply", "1");
        await other.enters();
      },
    });
    expect(inTurn).toEqual(["forgotten", "english"]);

    await until(here.field, wednesday, "20:20");
    const forMette = await findsNothing(at);
    expect(forMette).toEqual({
      lukket: 4,
      "til en, der spørger igen efter et nej": 1,
      "skal prøves på et andet tidspunkt af dagen": 2,
    });
    expect(await textOf(at.page.locator(".co-desk"))).toMatch(/tors\. 17\. april, 10\.00/);
    await inspector.looksAt(at.page, "da-nothing");
    const forLars = await findsNothing(other);
    expect(forLars).toEqual({
      closed: 4,
      "resting between two attempts": 1,
      "to be tried in another part of the day": 2,
    });
    expect([together(forMette), together(forLars)]).toEqual([size, size]);
    expect(await textOf(other.page.locator(".co-desk"))).toMatch(
      /The next one is due on Thu 17 April, 10:00/,
    );
    await screenshot(other.page, "evening-en-nothing");

    await until(here.field, tuesday, "10:30");
    for (const { page } of [at, other]) {
      await page.reload();
      await page.locator(".co-desk").waitFor();
    }
    await works(at, {
      silent: async () => {
        expect(await why(at)).toContain("Formiddag endnu ikke prøvet");
        expect(await shownNumber(at)).toContain("05 00 02");
        expect(await textOf(at.page.locator(".co-case__why-number"))).toContain(
          "et andet nummer end sidst (Intet svar)",
        );
        await screenshot(at.page, "evening-da-other-number");
        await at.dials();
        await appoints(at, "14", 0);
        await at.enters();
      },
      machine: async () => {
        await at.dials("ringing");
        await at.picks("answeringMachine");
        await at.enters();
      },
    });
    expect(await findsNothing(at)).toEqual({
      lukket: 4,
      "til en, der spørger igen efter et nej": 1,
      "har en aftale senere": 1,
      "hviler mellem to forsøg": 1,
    });
    await works(other, {
      unwilling: async () => {
        expect(await why(other)).toMatch(/Declined before, ask once more[\s\S]*Said then: /);
        await inspector.looksAt(other.page, "en-conversion");
        await other.dials();
        await other.begins();
        await other.interviews({ sex: { value: 2 }, age: { value: 63 } });
        await other.closesAsProposed();
      },
    });
    const left = await findsNothing(other);
    expect(left).toEqual({
      closed: 5,
      "have an appointment later": 1,
      "resting between two attempts": 1,
    });
    expect(together(left)).toBe(size);

    const closed = (finalDisposition: string, finalCode: string, outcomes: string[]) => ({
      ...{ state: "closed", finalDisposition, finalCode, outcomes, dueAt: null, openLeases: 0 },
    });
    const open = (outcomes: string[]) => ({ state: "open", finalCode: null, outcomes, openLeases: 0 });
    const ends: Record<Household, object> = {
      agreed: {
        ...closed("doNotCall", "2.112", ["appointmentExact", "doNotCall"]),
        numbers: [expect.objectContaining({ doNotCall: true })],
      },
      forgotten: closed("hardRefusal", "2.111", ["appointmentExact", "hardRefusal"]),
      busy: closed("outOfSample", "4.10", ["busy", "busy", "outOfSample"]),
      silent: open(["noAnswer", "appointmentExact"]),
      machine: open(["answeringMachine", "answeringMachine"]),
      english: {
        ...closed("hardRefusal", "2.112", ["languageProblem", "hardRefusal"]),
        interviews: ["brokenOff en"],
      },
      unwilling: closed("complete", "1.1", ["softRefusalHousehold", "complete"]),
    };
    for (const [record, end] of Object.entries(ends)) {
      expect({ record, ...(await caseOf(here, record)) }).toMatchObject({ record, ...end });
    }
    expect(inspector.findings).toEqual([]);
  });
});
