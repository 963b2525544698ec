// The derived variables an instrument can define, read out of its open-ended form.

import type { Derived } from "@fieldline/instrument";

interface Base {
  readonly id: string;
  readonly label?: string;
}
/** Mean of the scores of the items answered, from 0 to 100. */
export interface MinMaxIndex extends Base {
  readonly kind: "minMaxIndex";
  readonly items: readonly string[];
  readonly score: Readonly<Record<string, number>>;
  readonly minValid: number;
}
/** Mean of other derived variables. */
export interface MeanOf extends Base {
  readonly kind: "meanOf";
  readonly items: readonly string[];
  readonly minValid: number;
}
/** The lowest code among the items answered. */
export interface BestOf extends Base {
  readonly kind: "bestOf";
  readonly items: readonly string[];
}
/** A number sorted into bands; where it was refused, the band that was asked instead. */
export interface Bands extends Base {
  readonly kind: "bands";
  readonly source: string;
  readonly fallback?: string;
  readonly bands: readonly (readonly [code: number, from: number, to: number])[];
}
export interface Recode extends Base {
  readonly kind: "recode";
  readonly source: string;
  readonly map: Readonly<Record<string, number>>;
}
/** The first characters of an official code, their number by country. */
export interface Prefix extends Base {
  readonly kind: "prefix";
  readonly source: string;
  readonly lengthByCountry: Readonly<Record<string, number>>;
}

export type Computable = MinMaxIndex | MeanOf | BestOf | Bands | Recode | Prefix;

const kinds: readonly string[] = [
  "minMaxIndex",
  "meanOf",
  "bestOf",
  "bands",
  "recode",
  "prefix",
] satisfies readonly Computable["kind"][];

/** The definition as one this package computes; `null` for a kind that needs more than one interview (weights). */
export const asComputable = (derived: Derived): Computable | null =>
  kinds.includes(derived.kind) ? (derived as unknown as Computable) : null;
