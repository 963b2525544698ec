// A small plan and its people for the tests of this package: Denmark and France.

import type { QuotaPlan } from "../plan.ts";
import type { QuotaAnswer, QuotaPerson } from "../quota-value.ts";

/** Denmark: ten interviews, sex by age strict, two regions tolerant, occupation counted. */
export const smallPlan: QuotaPlan = {
  version: 1,
  whenOffline: "goOn",
  strictOccupationFor: [],
  variables: [
    { id: "sex", kind: "codes", question: "sex", values: { 1: "M", 2: "F" } },
    {
      id: "ageBand",
      kind: "bands",
      question: "age",
      bands: [
        { value: "18-44", from: 18, to: 44 },
        { value: "45+", from: 45 },
      ],
      askedInstead: { question: "age_band_asked", values: { 1: "18-44", 2: "45+" } },
    },
    { id: "region", kind: "region", question: "region", prefix: { FR: 3 } },
    { id: "occupation", kind: "codes", question: "hoh_occ", values: { 6: "H6", 7: "H7" } },
  ],
  dimensions: [
    {
      id: "total",
      country: "DK",
      variables: [],
      policy: { kind: "strict" },
      cells: [{ key: "all", target: 10 }],
    },
    {
      id: "sexByAgeBand",
      country: "DK",
      variables: ["sex", "ageBand"],
      policy: { kind: "strict" },
      cells: [
        { key: "M:18-44", target: 3 },
        { key: "M:45+", target: 2 },
        { key: "F:18-44", target: 2 },
        { key: "F:45+", target: 3 },
      ],
    },
    {
      id: "region",
      country: "DK",
      variables: ["region"],
      policy: { kind: "tolerant", places: 2, percent: 10 },
      cells: [
        { key: "DK01", target: 4 },
        { key: "DK02", target: 6 },
      ],
    },
    {
      id: "occupation",
      country: "DK",
      variables: ["occupation"],
      policy: { kind: "counterOnly" },
      cells: [
        { key: "H6", target: 5 },
        { key: "H7", target: 5 },
      ],
    },
    {
      id: "region",
      country: "FR",
      variables: ["region"],
      policy: { kind: "strict" },
      cells: [{ key: "FR1", target: 1 }],
    },
  ],
};

type Given = Readonly<Record<string, number | string | { readonly missing: string }>>;

/** A person in Denmark who is a woman of 52 in Copenhagen, her household's pension the income, but for `given`. */
export function dane(given: Given = {}, sampleRegion = "DK01"): QuotaPerson {
  return { country: "DK", answers: answered({ ...mette, ...given }), prefill: { region: sampleRegion } };
}

const mette = { sex: 2, age: 52, region: "DK01", hoh_occ: 7 };

export const answered = (given: Given): Readonly<Record<string, QuotaAnswer>> =>
  Object.fromEntries(
    Object.entries(given).map(([question, value]) => [
      question,
      typeof value === "object" ? value : { value },
    ]),
  );

export const refused = { missing: "refused" };
export const dontKnow = { missing: "dontKnow" };
