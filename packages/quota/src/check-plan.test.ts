// A plan with a hole or a slip in it is found out before the field.

import { expect, test } from "vitest";
import { checkPlan } from "./check-plan.ts";
import type { QuotaDimension, QuotaPlan } from "./plan.ts";
import { smallPlan } from "./testing/plans.ts";

const [total, sexByAgeBand, region, occupation] = smallPlan.dimensions as [
  QuotaDimension,
  QuotaDimension,
  QuotaDimension,
  QuotaDimension,
];
const findings = (plan: QuotaPlan, countries = ["DK"]): readonly string[] =>
  checkPlan(plan, countries).map(({ code, place }) => `${code} ${place}`);
const withDimensions = (...dimensions: QuotaDimension[]): QuotaPlan => ({ ...smallPlan, dimensions });

test("a sound plan has no findings", () => {
  expect(findings(smallPlan, ["DK", "FR"])).toEqual([]);
});

test("a country of the wave that the plan leaves out", () => {
  expect(findings(smallPlan, ["DK", "SE"])).toEqual(["countryMissing SE"]);
});

test.each<[string, QuotaDimension]>([
  ["dimensionTwice DK/total", total],
  ["variableUnknown DK/total2", { ...total, id: "total2", variables: ["shoeSize"], cells: [] }],
  ["policyNotWhole DK/r2", { ...region, id: "r2", policy: { kind: "tolerant", places: 1.5, percent: 0 } }],
  ["cellTwice DK/r2/DK01", { ...region, id: "r2", cells: [...region.cells, { key: "DK01", target: 1 }] }],
  ["cellMissing DK/s2/F:45+", { ...sexByAgeBand, id: "s2", cells: sexByAgeBand.cells.slice(0, 3) }],
  ["cellMissing DK/t2/all", { ...total, id: "t2", cells: [] }],
  [
    "keyReserved DK/o2/unknown",
    { ...occupation, id: "o2", cells: [...occupation.cells, { key: "unknown", target: 0 }] },
  ],
  ["targetNotWhole DK/t2/all", { ...total, id: "t2", cells: [{ key: "all", target: 9.5 }] }],
])("%s", (finding, dimension) => {
  expect(findings(withDimensions(total, dimension))).toEqual([finding]);
});
