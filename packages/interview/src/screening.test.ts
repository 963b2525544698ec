// Under age: somebody else is asked for, or the mistyped age is mended.

import { expect, test } from "vitest";
import { filters } from "./testing/releases.ts";
import { opens, type Scenario } from "./testing/scenario.ts";

const minor = (): Scenario => opens(filters).agrees().answers("sex", 1).answers("age", 17);

test("a person under 18 leads to the selection, where that same person is not offered", () => {
  const mette = minor();
  expect(mette.step).toEqual({ kind: "script", script: "S_SELECT", without: [1] });
  const samePerson = { type: "choose", script: "S_SELECT", code: 1 } as const;
  expect(mette.refusalOf(samePerson)).toBe("interview.optionNotOffered");
});

test("so does one who refuses the age and is in the band under 18", () => {
  const mette = opens(filters)
    .agrees()
    .answers("sex", 1)
    .gives("age", "refused")
    .answers("age_band_asked", 0);
  expect(mette.step).toMatchObject({ script: "S_SELECT", without: [1] });
});

test("an adult comes to the phone: nothing of the first person stays, the opening is read again", () => {
  const mette = minor().handsOver();
  expect(mette.state).toMatchObject({ answers: {}, choices: {}, facts: {}, verdict: null, respondent: 2 });
  expect(mette.step).toMatchObject({ script: "S_SELECT", preface: "S_INTRO", without: [] });
  expect(mette.agrees().at).toBe("sex");
});

test("a mistyped age is mended by going back, and the interview goes on", () => {
  const mette = minor().goesBack();
  expect(mette.at).toBe("age");
  expect(mette.answers("age", 71).at).toBe("region");
});

test("an age mistyped late costs no later answer", () => {
  const mette = opens(filters).agrees().goesOnTo("urban");
  const { region } = mette.state.answers;
  mette.goesBackTo("age").answers("age", 4);
  expect(mette.at).toBe("S_SELECT");
  mette.goesBack().answers("age", 40).hears("noPlan");
  expect(mette.at).toBe("urban");
  expect(mette.state.answers["region"]).toEqual(region);
});

test("nobody of age there: the interview ends as screened out, the first selection stays on record", () => {
  const mette = minor().takes("S_SELECT", 4);
  expect(mette.at).toBe("end noEligibleRespondent");
  expect(mette.state.choices).toEqual({ S_SELECT: 1, S_CONSENT: 1, "S_SELECT@F02": 4 });
  expect(mette.refusalOf({ type: "complete" })).toBe("interview.notFinished");
  expect(mette.does({ type: "screenOut" }).state.status).toBe("screenedOut");
});

test("back from that end the selection can be mended, and a mended age takes the selection away", () => {
  const mette = minor().takes("S_SELECT", 4).goesBack();
  expect(mette.step).toMatchObject({ script: "S_SELECT", without: [1] });
  mette.goesBack().answers("age", 40);
  expect(mette.state.choices).toEqual({ S_SELECT: 1, S_CONSENT: 1 });
});
