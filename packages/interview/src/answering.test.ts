// What a question takes: codes of the country's list, whole numbers in their range, the missing reasons it allows.

import { expect, test } from "vitest";
import { filters } from "./testing/releases.ts";
import { opens } from "./testing/scenario.ts";

test.each([
  { place: "sex", answer: { value: 1 }, taken: true },
  { place: "sex", answer: { value: 3 }, taken: false },
  { place: "sex", answer: { value: "1" }, taken: false },
  { place: "sex", answer: { missing: "dontKnow" }, taken: false },
  { place: "age", answer: { value: 0 }, taken: true },
  { place: "age", answer: { value: 110 }, taken: true },
  { place: "age", answer: { value: 111 }, taken: false },
  { place: "age", answer: { value: -1 }, taken: false },
  { place: "age", answer: { value: 40.5 }, taken: false },
  { place: "age", answer: { value: Number.NaN }, taken: false },
  { place: "age", answer: { value: 999 }, taken: false },
  { place: "age", answer: { missing: "refused" }, taken: true },
  { place: "age", answer: { missing: "dontKnow" }, taken: false },
  { place: "region", answer: { value: "DK01" }, taken: true },
  { place: "region", answer: { value: "UKI" }, taken: false },
  { place: "region", answer: { missing: "dontKnow" }, taken: true },
  { place: "region", answer: { missing: "notApplicable" }, taken: false },
  { place: "go_walk", answer: { value: 3 }, taken: true },
  { place: "go_walk", answer: { value: 4 }, taken: false },
  { place: "go_walk", answer: { missing: "notApplicable" }, taken: true },
] as const)("in Denmark $place takes $answer: $taken", ({ place, answer, taken }) => {
  const mette = opens(filters, { country: "DK" }).agrees().goesOnTo(place);
  const refusal = mette.refusalOf({ type: "answer", variable: place, answer });
  expect(refusal).toBe(taken ? null : "interview.answerNotAllowed");
});

test("a Danish case interviewed in English still takes Danish regions", () => {
  const mette = opens(filters, { country: "DK", language: "en" }).agrees().goesOnTo("region");
  expect(mette.refusalOf({ type: "answer", variable: "region", answer: { value: "UKI" } })).not.toBeNull();
  expect(mette.answers("region", "DK02").state.answers["region"]).toEqual({ value: "DK02" });
});

test("a refused number is followed by its bands, a given number is not", () => {
  const refuses = opens(filters).agrees().answers("sex", 1).gives("age", "refused");
  expect(refuses.step).toEqual({ kind: "question", unit: "F02", variable: "age_band_asked", first: false });
  expect(refuses.gives("age_band_asked", "refused").at).toBe("region");
  expect(opens(filters).agrees().answers("sex", 1).answers("age", 40).at).toBe("region");
});

test("a number refused where no bands follow is a finished unit", () => {
  const mette = opens(filters).agrees().goesOnTo("children").gives("children", "refused");
  expect(mette.at).not.toBe("childcare");
  expect(mette.state.answers["children"]).toEqual({ missing: "refused" });
});

test("the code that means refused on the keyboard is no number, also inside the range", () => {
  const units = filters.instrument.units.map((unit) =>
    unit.kind === "numeric" && unit.variable === "age" ? { ...unit, refusedCode: 99 } : unit,
  );
  const mette = opens({ ...filters, instrument: { ...filters.instrument, units } })
    .agrees()
    .answers("sex", 1);
  const says = (value: number) => mette.refusalOf({ type: "answer", variable: "age", answer: { value } });
  expect(says(99)).toBe("interview.answerNotAllowed");
  expect(says(98)).toBeNull();
});
