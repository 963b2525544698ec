// The first words: choosing the person, consent, and where their options lead.

import { expect, test } from "vitest";
import { begin, compile } from "./index.ts";
import { filters } from "./testing/releases.ts";
import { beginning, opens } from "./testing/scenario.ts";

test("an interview opens with the selection of the person, after the first words", () => {
  const mette = opens(filters);
  expect(mette.step).toEqual({ kind: "script", script: "S_SELECT", preface: "S_INTRO", without: [] });
  mette.takes("S_SELECT", 1);
  expect(mette.step).toEqual({ kind: "script", script: "S_CONSENT", without: [] });
  mette.takes("S_CONSENT", 1);
  expect(mette.step).toEqual({ kind: "question", unit: "F01", variable: "sex", first: true });
});

test.each([
  { hears: "is not to be reached now", script: "S_SELECT", code: 3, at: "end later" },
  { hears: "nobody of age lives there", script: "S_SELECT", code: 4, at: "end noEligibleRespondent" },
  { hears: "another time", script: "S_CONSENT", code: 3, at: "end later" },
  { hears: "no", script: "S_CONSENT", code: 4, at: "end refused" },
  { hears: "yes, but nobody may listen in", script: "S_CONSENT", code: 2, at: "sex" },
])("when Mette hears “$hears” the interview stands at $at", ({ script, code, at }) => {
  const mette = opens(filters);
  if (script === "S_CONSENT") mette.takes("S_SELECT", 1);
  expect(mette.takes(script, code).at).toBe(at);
});

test("consent without listening in is a fact, and goes when the consent is changed", () => {
  const mette = opens(filters).takes("S_SELECT", 1).takes("S_CONSENT", 2);
  expect(mette.state.facts).toEqual({ monitoringAllowed: false });
  expect(mette.goesBack().takes("S_CONSENT", 1).state.facts).toEqual({});
});

test("somebody else coming to the phone is an operation of its own, not an option taken", () => {
  const mette = opens(filters);
  expect(mette.refusalOf({ type: "choose", script: "S_SELECT", code: 2 })).toBe("interview.offRoute");
  expect(mette.handsOver().state.respondent).toBe(2);
  expect(mette.step).toMatchObject({ script: "S_SELECT", preface: "S_INTRO" });
});

test.each([
  [{ type: "choose", script: "S_SELECT", code: 7 }, "interview.optionNotOffered"],
  [{ type: "choose", script: "S_CONSENT", code: 1 }, "interview.offRoute"],
  [{ type: "answer", variable: "sex", answer: { value: 1 } }, "interview.offRoute"],
  [{ type: "goBack" }, "interview.nothingBefore"],
  [{ type: "goForward" }, "interview.offRoute"],
  [{ type: "checkQuota", verdict: "noPlan" }, "interview.noQuotaCheckDue"],
  [{ type: "complete" }, "interview.notFinished"],
  [{ type: "screenOut" }, "interview.notFinished"],
  [{ type: "resume", language: "da" }, "interview.notSuspended"],
  [{ type: "switchLanguage", language: "cs" }, "interview.unknownLanguage"],
] as const)("at the first words %j is refused", (move, code) => {
  const mette = opens(filters);
  const expected = move.type === "resume" ? "interview.notSuspended" : code;
  expect(mette.refusalOf(move)).toBe(expected);
});

test.each([
  [{ release: "another release" }, "interview.otherRelease"],
  [{ language: "fr" }, "interview.unknownLanguage"],
  [{ country: "CZ" }, "interview.unknownCountry"],
  [{ seq: 2 }, "interview.sequenceGap"],
])("an interview does not begin with %j", (change, code) => {
  const opened = begin(compile(filters), { ...beginning(filters), ...change });
  expect(opened).toMatchObject({ ok: false, problem: { code } });
});

test("the language of the interview may change in the middle and moves nothing", () => {
  const mette = opens(filters, { country: "DK", language: "da" }).agrees().answers("sex", 2);
  const { language: _before, seq: _seq, ...before } = mette.state;
  mette.does({ type: "switchLanguage", language: "en" });
  expect(mette.state).toEqual({ ...before, language: "en", seq: mette.log.operations.length });
});

test("scripts that lead back to each other are each read once", () => {
  const { scripts } = filters.instrument;
  const consent = scripts["S_CONSENT"];
  if (!consent?.options) throw new Error("the fixture asks for consent");
  const options = consent.options.map((option) =>
    option.code === 2 ? { ...option, next: { to: "script", script: "S_SELECT" } as const } : option,
  );
  const looping = { ...scripts, S_CONSENT: { ...consent, options } };
  const release = { ...filters, instrument: { ...filters.instrument, scripts: looping } };
  const mette = opens(release).takes("S_SELECT", 1).takes("S_CONSENT", 2);
  expect(mette.at).toBe("sex");
  expect(mette.goesBack().at).toBe("S_CONSENT");
  expect(mette.goesBack().at).toBe("S_SELECT");
  expect(mette.refusalOf({ type: "goBack" })).toBe("interview.nothingBefore");
});
