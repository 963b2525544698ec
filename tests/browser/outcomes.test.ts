// How calls end: nobody there, a machine, a refusal, never again, broken off, to be gone on with.

import { hour, minute } from "@fieldline/kernel";
import { describe, expect, it } from "vitest";
import { deskOf } from "../integration/support/desk.ts";
import { danishNumber, type Household } from "../integration/support/field.ts";
import { Interviewer } from "./support/interviewer.ts";
import { caseOf } from "./support/records.ts";
import { secondWave } from "./support/second-wave.ts";
import { type Site, site } from "./support/site.ts";
import { textOf } from "./support/text-of.ts";

const mette = { name: "mette", languages: ["da"], countries: ["DK"] };

/** Brings one more household into the sample, and rings it from a desk of its own; other cases are closed or rest. */
async function rings(here: Site, household: Household, line = "answered"): Promise<Interviewer> {
  await here.field.households([household]);
  const at = await Interviewer.atDesk(here, { ...mette, name: `mette-${household.record}` });
  await at.rings(line);
  expect(await textOf(at.page.locator(".co-case__reference"))).toContain(household.record);
  return at;
}

describe("nobody is reached", async () => {
  const here = await site([]);

  it.each([
    { serial: 1, digit: 6, line: "busy", outcome: "busy", short: "Busy", due: "17:1" },
    {
      serial: 2,
      digit: 7,
      line: "machine",
      outcome: "answeringMachine",
      short: "Answering machine",
      due: "20:0",
    },
  ])("$line: the outcome is proposed, and the case rests", async ({ serial, digit, line, ...expected }) => {
    const at = await rings(here, { record: line, number: danishNumber(serial, digit) }, line);
    expect(await textOf(at.page.locator(".co-pad__key[aria-pressed=true]"))).toMatch(
      new RegExp(`${expected.short}\\s*proposed`),
    );
    if (line === "machine") {
      const words = await textOf(at.page.locator(".co-call__say .co-spoken"));
      expect(words).toContain("Institute");
    }
    expect(await at.enters()).toContain(expected.due);
    expect(await caseOf(here, line)).toMatchObject({ state: "open", outcomes: [expected.outcome] });
  });

  it("not in service: proposed, and with its only number the case is closed", async () => {
    const at = await rings(here, { record: "gone", number: danishNumber(3, 9) }, "notInService");
    expect(await at.enters()).toContain("The case is closed.");
    expect(await caseOf(here, "gone")).toMatchObject({
      state: "closed",
      finalDisposition: "notInService",
      numbers: [{ closedAs: "notInService" }],
    });
  });

  it("no answer: chosen by key while it still rings; then the desk counts what rests and what is closed", async () => {
    const at = await rings(here, { record: "silent", number: danishNumber(4, 5) }, "ringing");
    await at.picks("noAnswer");
    expect(await at.enters()).toContain("The case stays open.");
    expect(await caseOf(here, "silent")).toMatchObject({ state: "open", outcomes: ["noAnswer"] });

    await at.keys.press("Enter");
    await at.page.locator(".co-counts").waitFor();
    expect(await textOf(at.page.locator(".co-counts"))).toMatch(/3\s+resting between two attempts/);
    expect(await textOf(at.page.locator(".co-desk"))).toMatch(/The next one is due on .*17:1/);
  });
});

describe("somebody declines", async () => {
  const here = await site([]);

  it("at the door, for good: the case is closed", async () => {
    const at = await rings(here, { record: "door", number: danishNumber(1, 1) });
    await at.picks("hardRefusal");
    expect(await at.enters()).toContain("The case is closed.");
    expect(await caseOf(here, "door")).toMatchObject({
      state: "closed",
      finalDisposition: "hardRefusal",
      interviews: [],
    });
  });

  it("when asked for consent: the words for it are read, and the refusal is proposed", async () => {
    const at = await rings(here, { record: "consent", number: danishNumber(2, 2) });
    await at.begins();
    await at.chooses(1);
    await at.chooses(4);
    await at.sees(at.fold.scriptWords("S_REFUSE"));
    await at.toOutcome();
    expect(await textOf(at.page.locator(".co-outcome"))).toContain("Declines for good");
    await at.keys.press("Enter");
    await at.tells("reason", "2");
    await at.tells("reply", "1");
    await at.enters();
    expect(await caseOf(here, "consent")).toMatchObject({
      state: "closed",
      finalDisposition: "hardRefusal",
      interviews: ["brokenOff da"],
    });
  });

  it("in the middle of the interview: broken off for good", async () => {
    const at = await rings(here, { record: "middle", number: danishNumber(3, 3) });
    await at.begins();
    await at.interviews({}, "U05");
    await at.breaksOff();
    expect(await at.enters()).toContain("Broken off for good");
    expect(await caseOf(here, "middle")).toMatchObject({
      state: "closed",
      finalDisposition: "breakOff",
      interviews: ["brokenOff da"],
    });
  });

  it("and never wants to be called again: asked to confirm, then no study dials the number", async () => {
    const at = await rings(here, {
      record: "never",
      number: danishNumber(4, 4),
      number2: danishNumber(5, 4),
    });
    await at.picks("doNotCall");
    const confirm = at.page.locator('.co-follow[data-step="neverAgain"]');
    expect(await textOf(confirm)).toContain("Never call this record again?");
    await at.keys.press("Escape");
    await confirm.waitFor({ state: "detached" });
    expect((await caseOf(here, "never")).outcomes).toEqual([null]);
    await at.picks("doNotCall");
    expect(await at.enters()).toContain("The case is closed.");
    await at.keys.press("Enter");
    await at.page.locator(".fl-empty, .co-counts").first().waitFor();
    expect(await textOf(at.page.locator(".co-desk"))).toContain("Nothing to call right now");

    expect((await caseOf(here, "never")).numbers).toMatchObject([{ doNotCall: true }, { doNotCall: true }]);

    const waveId = await secondWave(here.field, [
      { record: "known", number: danishNumber(5, 4) },
      { record: "halfKnown", number: danishNumber(4, 4), number2: danishNumber(6, 0) },
    ]);
    const password = await here.field.password({ name: "lars" });
    const lars = await deskOf(here.field.app, { name: "lars", password, waveId });
    const held = await lars.next();
    expect(held).toMatchObject({ reference: "halfKnown", numbers: [{ closed: true }, { closed: false }] });
    expect((await lars.dial(held, 0)).body.code).toBe("calling.doNotCall");
    expect((await lars.dial(held, 1)).status).toBe(200);
    const other = await here.field.interviewer("lone");
    const none = await other.ask("POST", "/api/desk/next-case", { commandId: crypto.randomUUID(), waveId });
    expect(none.body.nothing.counts).toContainEqual({ reason: "noNumberLeft", count: 1 });
  });
});

describe("an interview is interrupted", async () => {
  const here = await site([]);

  it("and comes back a day later to another desk, in its language, at the same question", async () => {
    await here.field.households([{ record: "odense", number: danishNumber(1, 1) }]);
    const freja = { name: "freja", languages: ["da", "en"], countries: ["DK"] };
    const at = await Interviewer.atDesk(here, freja);
    await at.takesCase();
    await at.willSpeak("en");
    await at.dials();
    await at.begins();
    await at.interviews({ sex: { value: 1 }, age: { value: 57 } }, "U07");
    await at.seesQuestion();
    const { state } = at;
    await at.suspends();
    expect(await at.enters()).toContain("The case stays open.");
    expect(await caseOf(here, "odense")).toMatchObject({
      state: "open",
      outcomes: ["breakOffResumable"],
      interviews: ["suspended en"],
    });

    here.field.clock.forward(24 * hour + 35 * minute);
    const onlyDanish = await Interviewer.atDesk(here, mette);
    await onlyDanish.keys.press("Enter");
    await onlyDanish.page.locator(".co-counts").waitFor();
    expect(await textOf(onlyDanish.page.locator(".co-counts"))).toMatch(
      /1\s+need a language you do not interview in/,
    );

    const other = await Interviewer.atDesk(here, { ...freja, name: "oscar" });
    await other.takesCase();
    expect(await textOf(other.page.locator(".co-case__why"))).toContain("An interview was interrupted");
    const said = other.page.locator('.co-call__say .co-spoken[lang="en"]');
    expect(await textOf(said)).toContain("We were cut off during our interview");
    await other.dials();
    await other.begins();
    expect({ ...other.state, seq: 0 }).toEqual({ ...state, seq: 0 });
    await other.seesQuestion();
    await other.interviews({}, "U10");
    await other.breaksOff();
    await other.enters();
    expect((await caseOf(here, "odense")).outcomes).toHaveLength(2);
  });
});
