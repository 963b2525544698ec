// The value of a quota variable for one person, from answers and sample.

import type { Country, QuotaVariable } from "./plan.ts";

/** An answer as the interview holds it: a value or the reason why there is none. */
export type QuotaAnswer = { readonly value: number | string } | { readonly missing: string };

/** What the cells of a person follow from; the state of an interview is one. */
export interface QuotaPerson {
  readonly country: Country;
  readonly answers: Readonly<Record<string, QuotaAnswer>>;
  /** Fields of the sample record. */
  readonly prefill: { readonly region?: string };
}

/** `notYet`: a question it needs is still to be asked. `unknown`: asked, and no value came of it. */
export type QuotaValue = { readonly value: string } | "unknown" | "notYet";

/** The person's value of `variable`. */
export function quotaValue(variable: QuotaVariable, person: QuotaPerson): QuotaValue {
  const answer = person.answers[variable.question];
  if (answer === undefined) return "notYet";
  switch (variable.kind) {
    case "codes":
      return listed(variable.values, answer);
    case "bands":
      return bandOf(variable, answer, person);
    case "region":
      return regionOf(variable, answer, person);
  }
}

const listed = (values: Readonly<Record<string, string>>, answer: QuotaAnswer): QuotaValue =>
  "value" in answer ? valueOr(values[answer.value]) : "unknown";

const valueOr = (value: string | undefined): QuotaValue => (value === undefined ? "unknown" : { value });

type Bands = Extract<QuotaVariable, { kind: "bands" }>;

function bandOf({ bands, askedInstead }: Bands, answer: QuotaAnswer, { answers }: QuotaPerson): QuotaValue {
  if ("value" in answer) {
    const given = Number(answer.value);
    return valueOr(bands.find(({ from, to = given }) => from <= given && given <= to)?.value);
  }
  if (answer.missing !== "refused") return "unknown";
  const band = answers[askedInstead.question];
  return band === undefined ? "notYet" : listed(askedInstead.values, band);
}

type Region = Extract<QuotaVariable, { kind: "region" }>;

function regionOf({ prefix }: Region, answer: QuotaAnswer, { country, prefill }: QuotaPerson): QuotaValue {
  const code = "value" in answer ? String(answer.value) : prefill.region;
  return valueOr(code?.slice(0, prefix[country]));
}
