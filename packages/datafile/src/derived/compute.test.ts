// Indices, bands and recodes as the study's own worked example and rules have them.

import type { Derived } from "@fieldline/instrument";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FileValue, FileValues } from "../values.ts";
import { computeDerived } from "./compute.ts";

const safetyItems = ["sf_lock", "sf_watch", "sf_eye", "sf_police", "sf_group"];
const frequency = { "1": 100, "2": 50, "3": 0 };
const fourPoints = { "1": 100, "2": 66.667, "3": 33.333, "4": 0 };

const safety: Derived = {
  id: "idx_safety",
  kind: "minMaxIndex",
  items: safetyItems,
  score: frequency,
  minValid: 4,
};
const environment: Derived = {
  id: "idx_environment",
  kind: "minMaxIndex",
  items: ["en"],
  score: frequency,
  minValid: 1,
};
const health: Derived = {
  id: "idx_health",
  kind: "minMaxIndex",
  items: ["he"],
  score: frequency,
  minValid: 1,
};
const overall: Derived = {
  id: "idx_coprod",
  kind: "meanOf",
  items: ["idx_safety", "idx_environment", "idx_health"],
  minValid: 3,
};
const ageBand: Derived = {
  id: "age_band",
  kind: "bands",
  source: "age",
  fallback: "age_band_asked",
  bands: [
    [1, 18, 24],
    [2, 25, 34],
    [6, 65, 110],
  ],
};

const dontKnow: FileValue = { missing: "dontKnow" };
const refused: FileValue = { missing: "refused" };
const answers = (names: readonly string[], codes: readonly (number | FileValue)[]): FileValues =>
  Object.fromEntries(
    names.map((name, i) => {
      const code = codes[i] ?? 1;
      return [name, typeof code === "number" ? { value: code } : code];
    }),
  );
const of = (derived: readonly Derived[], values: FileValues, country = "DK") =>
  computeDerived(derived, country, values);
const safetyOf = (codes: readonly (number | FileValue)[]) =>
  of([safety], answers(safetyItems, codes))["idx_safety"];

describe("indices", () => {
  it("gives 40 for a respondent who answers often, sometimes, sometimes, never, never about safety", () => {
    expect(safetyOf([1, 2, 2, 3, 3])).toEqual({ value: 40 });
  });

  it("is the closed formula 100 (3k - S) / 2k when all items are answered", () => {
    const codes = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(codes, (given) => {
        const sum = given.reduce((total, code) => total + code, 0);
        expect(safetyOf(given)).toEqual({ value: (100 * (15 - sum)) / 10 });
      }),
    );
  });

  it("takes the mean of four when one of five is not known, and is missing from two on", () => {
    expect(safetyOf([1, 2, 2, 3, dontKnow])).toEqual({ value: 50 });
    expect(safetyOf([1, 2, 2, dontKnow, dontKnow])).toEqual(dontKnow);
    expect(safetyOf([1, 2, 2, dontKnow, refused])).toEqual(refused);
  });

  it("is missing exactly when fewer than minValid are valid, and never leaves 0 to 100", () => {
    const cell = fc.oneof(fc.integer({ min: 1, max: 3 }), fc.constantFrom(dontKnow, refused));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 5, maxLength: 5 }), (given) => {
        const valid = given.filter((code) => typeof code === "number").length;
        const index = safetyOf(given) ?? expect.fail("no index");
        expect("value" in index).toBe(valid >= 4);
        if ("value" in index) expect(index.value).toSatisfy((value: number) => value >= 0 && value <= 100);
      }),
    );
  });

  it("writes thirds to three decimals", () => {
    const satisfaction: Derived = {
      id: "i",
      kind: "minMaxIndex",
      items: ["a", "b", "c"],
      score: fourPoints,
      minValid: 2,
    };
    expect(of([satisfaction], answers(["a", "b", "c"], [1, 1, 2]))["i"]).toEqual({ value: 88.889 });
    expect(of([satisfaction], answers(["a", "b", "c"], [2, 2, 2]))["i"]).toEqual({ value: 66.667 });
  });

  it("averages the three sectors, and has no overall index where one sector has none", () => {
    const all = [safety, environment, health, overall];
    const complete = { ...answers(safetyItems, [1, 2, 2, 3, 3]), en: { value: 1 }, he: { value: 3 } };
    expect(of(all, complete)["idx_coprod"]).toEqual({ value: 46.667 });
    expect(of(all, { ...complete, he: refused })["idx_coprod"]).toEqual(refused);
  });
});

describe("bands, recodes and prefixes", () => {
  it("puts ages into bands, and a refused age into the band that was told instead", () => {
    expect(of([ageBand], { age: { value: 24 } })["age_band"]).toEqual({ value: 1 });
    expect(of([ageBand], { age: { value: 110 } })["age_band"]).toEqual({ value: 6 });
    expect(of([ageBand], { age: refused, age_band_asked: { value: 2 } })["age_band"]).toEqual({ value: 2 });
    expect(of([ageBand], { age: refused, age_band_asked: refused })["age_band"]).toEqual(refused);
    expect(of([ageBand], { age: { value: 17 } })["age_band"]).toEqual({ missing: "notApplicable" });
  });

  it("recodes sex and keeps the reason where there is none", () => {
    const female: Derived = { id: "female", kind: "recode", source: "sex", map: { "1": 0, "2": 1 } };
    expect(of([female], { sex: { value: 2 } })["female"]).toEqual({ value: 1 });
    expect(of([female], {})["female"]).toEqual({ missing: "notAsked" });
  });

  it("cuts region codes as long as the country's quota regions are", () => {
    const quota: Derived = { id: "q", kind: "prefix", source: "region", lengthByCountry: { CZ: 4, FR: 3 } };
    expect(of([quota], { region: { value: "CZ064" } }, "CZ")["q"]).toEqual({ value: "CZ06" });
    expect(of([quota], { region: { value: "FR71" } }, "FR")["q"]).toEqual({ value: "FR7" });
    expect(of([quota], { region: dontKnow }, "FR")["q"]).toEqual(dontKnow);
  });

  it("takes the best of three willingnesses, and nothing when all three are refused", () => {
    const best: Derived = { id: "b", kind: "bestOf", items: ["x", "y", "z"], rule: "lowest" };
    expect(of([best], { x: { value: 3 }, y: { value: 2 }, z: dontKnow })["b"]).toEqual({ value: 2 });
    expect(of([best], { x: refused, y: refused, z: refused })["b"]).toEqual(refused);
  });

  it("leaves weights to the analysis of all interviews", () => {
    expect(of([{ id: "w_country", kind: "weight" }], {})).toEqual({});
  });
});
