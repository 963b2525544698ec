// The journal of a case as a supervisor reads it.

import { createI18n } from "@fieldline/wording";
import { describe, expect, it } from "vitest";
import { actionLabel, changeText, type JournalReader } from "./journal-words.ts";

const { t } = await createI18n("en", ["monitor", "problems"]);
const reader: JournalReader = { t, language: "en", zone: "Europe/Copenhagen" };
const id = "5b1f0b2e-2f86-4b7a-9a37-1f8f8f1c0001";

describe("an entry of the journal", () => {
  it("says what was done, or the action's own name where the page does not know it", () => {
    expect(actionLabel(t, "calling.closeAttempt")).toBe("Outcome given");
    expect(actionLabel(t, "calling.somethingNew")).toBe("calling.somethingNew");
  });

  it("says what became of what", () => {
    const change = { before: { disposition: "noAnswer" }, after: { disposition: "busy" } };
    expect(changeText(change, reader)).toBe("Outcome: No answer → Busy");
    expect(changeText({ before: { doNotCall: false }, after: { doNotCall: true } }, reader)).toBe(
      "Do not call: no → yes",
    );
  });

  it("says times, languages and the state of an interview in words", () => {
    const after = { startsAt: "2008-04-18T16:00:00.000Z", status: "void", languageNeeded: "pl" };
    expect(changeText({ before: {}, after }, reader)).toBe(
      "Begins: 18 Apr, 18:00; Status: Void; Language needed: Polish",
    );
  });

  it("says in words what was refused, and why", () => {
    const after = { setAside: "addNote", problem: "calling.leaseLost" };
    expect(changeText({ before: {}, after }, reader)).toBe(
      "What was sent: note; Problem: The case is no longer on this desk.",
    );
  });

  it("leaves out ids, what only programs read, and what did not change", () => {
    const after = { fence: 3, lease: id, ended: "givenBack", case: "open" };
    expect(changeText({ before: { case: "open" }, after }, reader)).toBe("On the desk until: given back");
    expect(changeText({ before: {}, after: { lease: id } }, reader)).toBe("");
  });

  it("shows what it has no words for as it is", () => {
    expect(changeText({ before: {}, after: { colour: "red", count: 3 } }, reader)).toBe(
      "colour: red; count: 3",
    );
  });
});
