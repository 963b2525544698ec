// Where a person is counted, and who has no place at all.

import { describe, expect, test } from "vitest";
import { cellsOf } from "./cells-of.ts";
import type { QuotaPlan } from "./plan.ts";
import type { QuotaPerson } from "./quota-value.ts";
import { answered, dane, dontKnow, refused, smallPlan } from "./testing/plans.ts";

const strictInDenmark: QuotaPlan = { ...smallPlan, strictOccupationFor: ["DK"] };

const cells = (person: QuotaPerson, plan = smallPlan): readonly string[] | string => {
  const belonging = cellsOf(plan, person);
  if (belonging.kind === "noPlace") return `noPlace ${belonging.dimension ?? ""}`.trim();
  return belonging.kind === "cells" ? belonging.cells : belonging.kind;
};

test("a woman of 52 in Copenhagen is counted once in every dimension, in the order of the cells", () => {
  expect(cells(dane())).toEqual([
    "DK/occupation/H7",
    "DK/region/DK01",
    "DK/sexByAgeBand/F:45+",
    "DK/total/all",
  ]);
});

describe("age", () => {
  test.each([
    [18, "F:18-44"],
    [44, "F:18-44"],
    [45, "F:45+"],
    [110, "F:45+"],
  ])("%d years are in %s", (age, key) => {
    expect(cells(dane({ age }))).toContain(`DK/sexByAgeBand/${key}`);
  });

  test("the band that was asked for stands in for a refused age", () => {
    expect(cells(dane({ age: refused, age_band_asked: 1 }))).toContain("DK/sexByAgeBand/F:18-44");
  });

  test("a given age goes before a band that was asked for earlier", () => {
    expect(cells(dane({ age: 52, age_band_asked: 1 }))).toContain("DK/sexByAgeBand/F:45+");
  });

  test("age and band refused, or under age: no place", () => {
    expect(cells(dane({ age: refused, age_band_asked: refused }))).toBe("noPlace sexByAgeBand");
    expect(cells(dane({ age: refused, age_band_asked: 0 }))).toBe("noPlace sexByAgeBand");
    expect(cells(dane({ age: 17 }))).toBe("noPlace sexByAgeBand");
    expect(cells(dane({ age: dontKnow }))).toBe("noPlace sexByAgeBand");
  });
});

describe("region", () => {
  test("what the respondent says goes before the sample", () => {
    expect(cells(dane({ region: "DK02" }))).toContain("DK/region/DK02");
  });

  test.each([refused, dontKnow])("%j: counted in the region of the sample record", (region) => {
    expect(cells(dane({ region }, "DK02"))).toContain("DK/region/DK02");
  });

  test("no place where neither respondent nor sample knows, or the plan has no such region", () => {
    const person = dane({ region: refused });
    expect(cells({ ...person, prefill: {} })).toBe("noPlace region");
    expect(cells(dane({ region: "DK05" }))).toBe("noPlace region");
  });

  test("a French région is counted in the first three characters of its code, also from the sample", () => {
    const person = { country: "FR", answers: answered({ region: "FR10" }), prefill: {} };
    expect(cells(person)).toEqual(["FR/region/FR1"]);
    const silent = { country: "FR", answers: answered({ region: refused }), prefill: { region: "FR10" } };
    expect(cells(silent)).toEqual(["FR/region/FR1"]);
  });
});

describe("occupation", () => {
  test.each([refused, dontKnow, 8])("%j is counted as unknown where it only counts", (hoh_occ) => {
    expect(cells(dane({ hoh_occ }))).toContain("DK/occupation/unknown");
  });

  test("refused where the switch has made it strict: no place", () => {
    expect(cells(dane({ hoh_occ: refused }), strictInDenmark)).toBe("noPlace occupation");
    expect(cells(dane(), strictInDenmark)).toEqual(cells(dane()));
  });
});

describe("before the quota questions are done", () => {
  test.each(["sex", "age", "region", "hoh_occ"])("without %s nothing is decided", (question) => {
    const { [question]: _, ...answers } = dane().answers;
    expect(cells({ ...dane(), answers })).toBe("notYet");
  });

  test("nor between a refused age and its band, nor for one who refused but has questions left", () => {
    expect(cells(dane({ age: refused }))).toBe("notYet");
    const { hoh_occ: _, ...answers } = dane({ age: refused, age_band_asked: refused }).answers;
    expect(cells({ ...dane(), answers })).toBe("notYet");
  });
});

test("a country of which the plan says nothing has no place for anybody", () => {
  expect(cells({ ...dane(), country: "SE" })).toBe("noPlace");
});

test("a dimension over a variable the plan does not define lets nobody in", () => {
  expect(cells(dane(), { ...smallPlan, variables: smallPlan.variables.slice(1) })).toBe(
    "noPlace sexByAgeBand",
  );
});
