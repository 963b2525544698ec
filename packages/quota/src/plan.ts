// The quota plan of a wave: data, versioned, plain JSON. What is counted, up to where, and from which answers.

import type { CellPolicy } from "./policy.ts";

/** ISO 3166 alpha-2. */
export type Country = string;

/** How a quota variable follows from the answers. A code or number that is nowhere listed is unknown. */
export type QuotaVariable =
  /** Each code of the question has its value: sex 1 is `M`. */
  | {
      readonly id: string;
      readonly kind: "codes";
      readonly question: string;
      readonly values: Readonly<Record<string, string>>;
    }
  /** A number falls into a band; refused, the question for the band itself stands in. */
  | {
      readonly id: string;
      readonly kind: "bands";
      readonly question: string;
      readonly bands: readonly Band[];
      readonly askedInstead: { readonly question: string; readonly values: Readonly<Record<string, string>> };
    }
  /**
   * The first characters of the region's code, as many as the country's entry says, else all of it. A person who
   * cannot or will not say counts in the region of the sample record.
   */
  | {
      readonly id: string;
      readonly kind: "region";
      readonly question: string;
      readonly prefix: Readonly<Record<Country, number>>;
    };

/** Both ends included; without `to` it is open upwards. */
export interface Band {
  readonly value: string;
  readonly from: number;
  readonly to?: number;
}

/** One variable, a crossing of several, or (with none) the whole of a country. */
export interface QuotaDimension {
  /** The same in every country; unique inside one. */
  readonly id: string;
  readonly country: Country;
  readonly variables: readonly string[];
  readonly policy: CellPolicy;
  readonly cells: readonly {
    /** Values of the variables, in their order, joined by a colon: `M:18-24`. `all` where there is no variable. */
    readonly key: string;
    readonly target: number;
  }[];
}

export interface QuotaPlan {
  readonly version: number;
  /** What a desk without network does at the check: go on with a provisional place, or close politely. */
  readonly whenOffline: "goOn" | "close";
  /** Countries in which occupation refuses, too; elsewhere its dimension keeps its own policy. */
  readonly strictOccupationFor: readonly Country[];
  readonly variables: readonly QuotaVariable[];
  readonly dimensions: readonly QuotaDimension[];
}

/** Id of the dimension that `strictOccupationFor` speaks of. */
export const occupationDimension = "occupation";
/** Key of the one cell of a dimension without variables. */
export const wholeCountry = "all";
/** Key of the cell for those who did not say, in dimensions that only count. */
export const unknownKey = "unknown";

/** The part of a plan that speaks of these countries. */
export const planFor = (plan: QuotaPlan, countries: readonly Country[]): QuotaPlan => ({
  ...plan,
  strictOccupationFor: plan.strictOccupationFor.filter((country) => countries.includes(country)),
  dimensions: plan.dimensions.filter(({ country }) => countries.includes(country)),
});

/** The policy a dimension has under the plan's switch for occupation. */
export const policyOf = (plan: QuotaPlan, { id, country, policy }: QuotaDimension): CellPolicy =>
  id === occupationDimension && plan.strictOccupationFor.includes(country) ? { kind: "strict" } : policy;
