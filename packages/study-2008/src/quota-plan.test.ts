// The plan of the 2008 field: the annex's interviews, whom it caps, and the switch for occupation.

import { type InterviewId, instant } from "@fieldline/kernel";
import {
  cellId,
  cellsOf,
  cellsOfPlan,
  checkPlan,
  confirm,
  largestRemainder,
  openBook,
  type QuotaBook,
  type QuotaPerson,
  reserve,
} from "@fieldline/quota";
import { describe, expect, test } from "vitest";
import targets from "../data/quota-targets-2008.json" with { type: "json" };
import { type StudyCountry, study2008, studyCountries } from "./facts.ts";
import { quotaPlan2008 } from "./quota-plan.ts";
import { regionCodes } from "./regions.ts";

const plan = quotaPlan2008();
const strictPlan = quotaPlan2008(["FR", "GB"]);
const evening = instant(Date.parse("2008-04-16T16:00:00Z"));
const sumOf = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

const person = (country: StudyCountry, hoh_occ: number | null, region?: string): QuotaPerson => ({
  country,
  answers: {
    sex: { value: 2 },
    age: { value: 70 },
    region: { value: region ?? regionCodes[country][0] ?? "" },
    hoh_occ: hoh_occ === null ? { missing: "refused" } : { value: hoh_occ },
  },
  prefill: {},
});
const cells = (by: typeof plan, who: QuotaPerson) => {
  const belonging = cellsOf(by, who);
  return belonging.kind === "cells" ? belonging.cells : belonging.kind;
};

describe.each(studyCountries)("%s", (country) => {
  const { n, sex_age, region, head_of_household_occupation } = targets.countries[country];

  test("every dimension adds up to the interviews of the annex", () => {
    for (const { id, cells } of plan.dimensions.filter((dimension) => dimension.country === country)) {
      expect([id, sumOf(cells.map(({ target }) => target))]).toEqual([id, n]);
    }
    expect(n).toBe(study2008.countries.find(({ code }) => code === country)?.target);
  });

  test.each([
    ["sex by age band", Object.values(sex_age.population), Object.values(sex_age.sex_x_age_band.targets)],
    ["sex", Object.values(sex_age.sex.proportions), Object.values(sex_age.sex.targets)],
    ["age band", Object.values(sex_age.age_band.proportions), Object.values(sex_age.age_band.targets)],
    ["region", region.rows.map(({ population }) => population), Object.values(region.targets)],
    [
      "occupation",
      Object.values(head_of_household_occupation.proportions),
      Object.values(head_of_household_occupation.targets),
    ],
  ])("the targets by %s are the largest remainders of the shares given", (_, shares, wanted) => {
    expect(largestRemainder(shares, n)).toEqual(wanted);
  });

  test("every region of the questionnaire, every age and every occupation has its cell", () => {
    for (const code of regionCodes[country]) expect(cells(plan, person(country, 3, code))).toHaveLength(4);
    for (const occupation of [1, 2, 3, 4, 5, 6, 7, 8]) {
      expect(cells(plan, person(country, occupation))).toContain(`${country}/occupation/H${occupation}`);
    }
    for (let age = 18; age <= 110; age++) {
      const who = person(country, 7);
      expect(cells(plan, { ...who, answers: { ...who.answers, age: { value: age } } })).toHaveLength(4);
    }
  });
});

test("nothing is wrong with the plan, with or without the switch", () => {
  expect(checkPlan(plan, studyCountries)).toEqual([]);
  expect(checkPlan(strictPlan, studyCountries)).toEqual([]);
});

test("4,987 interviews, in country totals and sex by age strict, regions tolerant, occupation counted", () => {
  const kinds = new Map(cellsOfPlan(plan).map(({ dimension, policy }) => [dimension, policy.kind]));
  expect(Object.fromEntries(kinds)).toEqual({
    total: "strict",
    sexByAgeBand: "strict",
    region: "tolerant",
    occupation: "counterOnly",
  });
  expect(
    sumOf(plan.dimensions.filter(({ id }) => id === "total").map(({ cells }) => cells[0]?.target ?? 0)),
  ).toBe(4987);
});

test.each([
  ["FR", "sexByAgeBand", "M:18-24", targets.countries.FR.sex_age.sex_x_age_band.targets["M:18-24"]],
  ["DE", "region", "DE5", 8 + 2],
  ["DE", "region", "DEA", 219 + 21],
  ["GB", "region", "UKN", 29 + 2],
  ["GB", "region", "UKJ", 135 + 13],
  ["DK", "occupation", "H1", null],
  ["DK", "total", "all", 1011],
] as const)("the cap of %s %s %s is %s", (country, dimension, key, cap) => {
  const id = cellId(country, dimension, key);
  expect(openBook(plan).cells.get(id)?.cap).toBe(cap);
});

test.each([
  [1, "18-24"],
  [2, "25-34"],
  [6, "65+"],
] as const)("the asked age group %d is the band %s", (code, band) => {
  const who = person("CZ", 7);
  const age = { age: { missing: "refused" }, age_band_asked: { value: code } };
  expect(cells(plan, { ...who, answers: { ...who.answers, ...age } })).toContain(`CZ/sexByAgeBand/F:${band}`);
});

test("people of Jihočeský and Plzeňský kraj share a quota region, as do Picardie and Centre", () => {
  expect(cells(plan, person("CZ", 7, "CZ031"))).toContain("CZ/region/CZ03");
  expect(cells(plan, person("CZ", 7, "CZ032"))).toContain("CZ/region/CZ03");
  expect(cells(plan, person("FR", 7, "FR22"))).toContain("FR/region/FR2");
  expect(cells(plan, person("FR", 7, "FR24"))).toContain("FR/region/FR2");
});

describe("the switch for occupation", () => {
  /** The book once `count` households of farmers in the country have taken part; the next one's verdict. */
  const afterFarmers = (by: typeof plan, country: StudyCountry, count: number): string => {
    let book: QuotaBook = openBook(by);
    for (let i = 0; i < count; i++) {
      const who = person(country, 1, regionCodes[country][i % regionCodes[country].length]);
      const belonging = cells(by, who);
      if (typeof belonging === "string") return belonging;
      const completed = confirm(book, `${country} ${i}` as InterviewId, belonging);
      expect(completed.fate).toBe("counted");
      book = completed.book;
    }
    const next = cells(by, person(country, 1));
    return typeof next === "string" ? next : reserve(book, "next" as InterviewId, next, evening).verdict;
  };

  test.each([
    ["FR", 20],
    ["GB", 10],
  ] as const)(
    "off, %s counts farmers beyond the %d wanted; on, the next one is refused",
    (country, wanted) => {
      expect(afterFarmers(plan, country, wanted + 5)).toBe("granted");
      expect(afterFarmers(strictPlan, country, wanted - 1)).toBe("granted");
      expect(afterFarmers(strictPlan, country, wanted)).toBe("full");
    },
  );

  test("on for FR and GB it changes nothing in the other three countries", () => {
    for (const country of ["CZ", "DK", "DE"] as const) {
      expect(cells(strictPlan, person(country, null))).toContain(`${country}/occupation/unknown`);
      expect(afterFarmers(strictPlan, country, 25)).toBe("granted");
    }
  });

  test("on, there is no place for one who does not say; off, they are counted as unknown", () => {
    for (const country of ["FR", "GB"] as const) {
      expect(cells(strictPlan, person(country, null))).toBe("noPlace");
      expect(cells(plan, person(country, null))).toContain(`${country}/occupation/unknown`);
    }
  });
});
