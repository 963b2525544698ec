// The 2008 questionnaire from the first words to the end, as its routing is written down.

import { expect, test } from "vitest";
import { finalAnswers, onRoute, routeProgress } from "./index.ts";
import { study } from "./testing/releases.ts";
import { opens } from "./testing/scenario.ts";

test("everybody gets every unit: eighteen, one after the other, to the last words", () => {
  const petra = opens(study, { country: "CZ", language: "cs" }).agrees();
  const units: string[] = [];
  while (petra.at !== "end complete") {
    if (petra.step.kind === "question" && petra.step.first) units.push(petra.step.unit);
    petra.does(petra.nextMove());
  }
  expect([...units].sort()).toEqual(study.instrument.units.map(({ id }) => id).sort());
  expect(units.slice(0, 5)).toEqual(["U01", "U02", "U03", "U04", "U05"]);
  expect(units.slice(9)).toEqual(["U10", "U11", "U12", "U13", "U14", "U15", "U16", "U17", "U18"]);
  expect(units.indexOf("U07") - units.indexOf("U06")).toBe(1);
  expect(routeProgress(petra.compiled, petra.state)).toEqual({ unit: 18, of: 18, unitsLeft: 0 });
  expect(petra.step).toEqual({ kind: "end", end: "complete", script: "S_CLOSE" });
  expect(petra.does({ type: "complete" }).state.status).toBe("completed");
});

test("the order of the sectors and items of a seed never changes", () => {
  const petra = opens(study, { country: "CZ", seed: "case 1" });
  expect(onRoute(petra.compiled, petra.state).slice(4, 25).join(" ")).toBe(
    "cond_env cond_health cond_safe en_travel en_recycle en_tell en_save en_group sf_group sf_eye sf_watch sf_lock sf_police cr_report_other cr_report_self cr_intervene he_exercise he_diet he_care he_group he_doctor",
  );
});

test("the topic and the last questions begin with their words", () => {
  const petra = opens(study, { country: "CZ" }).agrees().goesOnTo("quotaCheck").hears("noPlan");
  expect(petra.step).toMatchObject({ unit: "U05", preface: "T_START", first: true });
  expect(petra.goesOnTo("work").step).toMatchObject({ unit: "U16", preface: "T_STATS" });
});

test("forty-seven variables: the bands are not asked of somebody who tells the age", () => {
  const petra = opens(study, { country: "CZ" }).agrees().goesOnTo("end complete");
  const row = Object.entries(finalAnswers(petra.compiled, petra.state));
  expect(row).toHaveLength(47);
  const notAsked = row.filter(([, answer]) => "missing" in answer && answer.missing === "notAsked");
  expect(notAsked).toEqual([["age_band_asked", { missing: "notAsked" }]]);
});

test.each([
  { country: "CZ", region: "CZ064" },
  { country: "DK", region: "DK01" },
  { country: "FR", region: "FR10" },
  { country: "DE", region: "DE1" },
  { country: "GB", region: "UKC" },
])("regions of $country are its own", ({ country, region }) => {
  const petra = opens(study, { country, language: "en" }).agrees().goesOnTo("region");
  expect(petra.refusalOf({ type: "answer", variable: "region", answer: { value: region } })).toBeNull();
  const elsewhere = country === "DK" ? "UKC" : "DK01";
  expect(
    petra.refusalOf({ type: "answer", variable: "region", answer: { value: elsewhere } }),
  ).not.toBeNull();
});

test("a boy of sixteen answers: his mother is asked instead and nothing of him stays", () => {
  const petra = opens(study, { country: "CZ" }).agrees().answers("sex", 1).answers("age", 16);
  expect(petra.step).toEqual({ kind: "script", script: "S_SELECT", without: [1] });
  petra.handsOver().agrees().answers("sex", 2).answers("age", 44);
  expect(petra.state.answers).toEqual({ sex: { value: 2 }, age: { value: 44 } });
});

test("twenty of the thirty-nine topic items make a partial, nineteen a break-off", () => {
  const petra = opens(study, { country: "CZ" }).agrees().goesOnTo("quotaCheck").hears("noPlan");
  for (let item = 0; item < 19; item++) petra.does(petra.nextMove());
  const { log } = petra;
  expect(petra.breaksOff().state.status).toBe("brokenOff");
  petra.log = log;
  expect(petra.does(petra.nextMove()).breaksOff().state.status).toBe("partial");
});
