// The history of a cell tells what a supervisor changed, in the words of the screen.

import { createI18n } from "@fieldline/wording";
import { describe, expect, it } from "vitest";
import { changedParts } from "./changed-parts.ts";

const { t } = await createI18n("en", ["monitor"]);
const cell = { target: 1_200, policy: { kind: "strict" }, closed: false, cap: 1_200 };
const told = (change: object, before: object = cell) =>
  changedParts({ before: { ...before }, after: { ...before, ...change } }, t, "en").map(
    ({ part, before, after }) => `${part}: ${before} → ${after}`,
  );

describe("a journalled change", () => {
  it("of a target names it with the limit that follows from it", () => {
    expect(told({ target: 900, cap: 900 })).toEqual(["target: 1,200 → 900", "cap: 1,200 → 900"]);
  });

  it("of a policy names both in short, and the limit that fell away", () => {
    const tolerant = { policy: { kind: "tolerant", places: 2, percent: 10 }, cap: 1_320 };
    expect(told(tolerant)).toEqual(["policy: strict → tolerant: +2 / +10 %", "cap: 1,200 → 1,320"]);
    expect(told({ policy: { kind: "counterOnly" }, cap: null })).toEqual([
      "policy: strict → counts only",
      "cap: 1,200 → no limit",
    ]);
  });

  it("of a policy of which the journal only turned the parts around is none", () => {
    const policy = { kind: "tolerant", places: 2, percent: 10 };
    expect(told({ policy: { percent: 10, kind: "tolerant", places: 2 } }, { ...cell, policy })).toEqual([]);
  });

  it("closes and reopens, in the words for the state of a cell", () => {
    expect(told({ closed: true })).toEqual(["closed: open → closed"]);
    expect(told({ closed: false }, { ...cell, closed: true })).toEqual(["closed: closed → open"]);
  });

  it("that tells something this page does not know leaves a dash", () => {
    expect(told({ policy: { kind: "lottery" } })).toEqual(["policy: strict → –"]);
  });
});
