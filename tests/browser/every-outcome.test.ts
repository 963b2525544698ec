// Every outcome of a call, in two languages, by keyboard: the state of the case, when it is due again, its final code.

import {
  type DispositionKey,
  defaultDelays,
  dispositionsOf,
  effects,
  finalCode,
  fittingOutcomes,
  followUpOf,
} from "@fieldline/calling";
import { instant, minute } from "@fieldline/kernel";
import { beforeAll, describe, expect, it } from "vitest";
import { danishNumber } from "../integration/support/field.ts";
import { Interviewer, type Person } from "./support/interviewer.ts";
import type { OnThePad } from "./support/outcome-pad.ts";
import { caseOf } from "./support/records.ts";
import { site } from "./support/site.ts";

const days = [
  {
    day: "Danish",
    person: { name: "mette", languages: ["da"], countries: ["DK"], interfaceLanguage: "da" },
    household: (serial: number) => ({ number: danishNumber(serial, 1) }),
  },
  {
    day: "Czech",
    person: { name: "anna", languages: ["cs"], countries: ["CZ"], interfaceLanguage: "cs", layout: "cz" },
    household: (serial: number) => ({
      country: "CZ",
      region: "CZ064",
      number: `+420 011 000 ${String(serial).padStart(2, "0")}1`,
    }),
  },
] as const satisfies readonly { person: Person; [key: string]: unknown }[];

/** All that can be entered without an interview; a dropped line keeps the case and has tests of its own. */
const atTheDoor = fittingOutcomes(null).filter((key) => key !== "lineDropped") as OnThePad[];

/** What happens every few minutes is entered in both languages, the rest in one or the other. */
const everyday: ReadonlySet<string> = new Set<DispositionKey>([
  "noAnswer",
  "callLater",
  "softRefusalHousehold",
  "appointmentExact",
  "languageProblem",
]);
const ofDay = (day: number) =>
  atTheDoor.filter((key, place) => everyday.has(key) || place % days.length === day);

/** Rest of a soft refusal, in minutes: 30 % of the 19 days that the field goes on for. */
const untilAskedAgain = 0.3 * 19 * 24 * 60;

const unreached: ReadonlySet<string> = new Set(dispositionsOf("nobody reached").map(({ key }) => key));

const codeOf = (outcome: DispositionKey) => finalCode([{ disposition: outcome, at: instant(0) }])?.code;
/** A refusal for good is the household's as long as no person has been selected. */
const nobodySelected = "2.111";

/** Tells what the outcome asks for, by the first choice of each list. */
async function tellsWhatIsAsked(at: Interviewer, outcome: DispositionKey): Promise<void> {
  const needs = followUpOf(outcome);
  if (needs === "language") await at.tells("language", "1");
  if (needs === "appointment") {
    await at.page.locator('.co-slots [aria-selected="true"]').waitFor();
    await at.keys.press("ArrowDown");
    await at.keys.press("Enter");
  }
  if (needs === "appointment" || outcome === "respondentNotAvailable") {
    await at.page.locator(".co-follow__name input:focus").waitFor();
    await at.keys.type("Kim");
    await at.keys.press("Enter");
  }
}

describe.each(days.map((one, day) => ({ ...one, outcomes: ofDay(day) })))(
  "$day",
  async ({ person, household, outcomes }) => {
    const here = await site([]);
    let at: Interviewer;
    let serial = 0;
    beforeAll(async () => {
      at = await Interviewer.atDesk(here, person);
    });

    it.each(outcomes)("%s", async (outcome) => {
      serial += 1;
      await here.field.households([{ record: outcome, ...household(serial) }]);
      await at.rings(unreached.has(outcome) ? "ringing" : "answered");
      await at.picks(outcome);
      await tellsWhatIsAsked(at, outcome);
      await at.enters();

      const ended = await caseOf(here, outcome);
      expect(ended.outcomes).toEqual([outcome]);
      const { closes, doNotCall, appointment } = effects(outcome);
      expect(ended.numbers[0]?.doNotCall).toBe(doNotCall);
      if (closes !== "nothing") {
        const code = outcome === "hardRefusal" ? nobodySelected : codeOf(outcome);
        expect(ended).toMatchObject({
          state: "closed",
          finalDisposition: outcome,
          finalCode: code,
          dueAt: null,
        });
        return;
      }
      expect(ended).toMatchObject({ state: "open", finalCode: null, openLeases: 0 });
      const rest = Math.round(((ended.dueAt ?? 0) - (ended.closedFieldAt ?? 0)) / minute);
      if (appointment) expect(rest).toBeGreaterThan(12 * 60);
      else if (followUpOf(outcome) === "refusal") expect(rest).toBe(untilAskedAgain);
      else expect(rest).toBe(defaultDelays()[outcome]);
    });
  },
);
