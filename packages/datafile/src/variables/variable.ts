// One column of the data file, with all a codebook says of it.

import type { Country, LocalText, MissingReason } from "@fieldline/instrument";
import type { MissingCodes } from "../missing-codes.ts";

export interface ValueLabel {
  readonly code: number | string;
  readonly label: LocalText;
  /** What a case of that country hears instead. */
  readonly labelByCountry?: Readonly<Record<Country, LocalText>>;
  /** Where the list of values differs by country: the country this one is of. */
  readonly country?: Country;
}

export interface FileVariable {
  readonly name: string;
  /** `frame`: about the interview; `item`: asked; `derived`: computed; `fact`: set by a script. */
  readonly source: "frame" | "item" | "derived" | "fact";
  readonly type: "integer" | "decimal" | "string" | "instant";
  /** English, one line. */
  readonly label: string;
  /** What is read out, in every language of the instrument. */
  readonly text?: LocalText;
  readonly textByCountry?: Readonly<Record<Country, LocalText>>;
  readonly unit?: string;
  readonly scale?: string;
  /** Closed list of values; empty where any value of the type is possible. */
  readonly codes: readonly ValueLabel[];
  /** Lowest and highest number that can stand in the column, where the list is not closed. */
  readonly range?: { readonly min: number; readonly max: number };
  /** Frame variables are never missing. */
  readonly missing: MissingCodes | null;
  /** Words for the missing reasons that this column can hold. */
  readonly missingLabels: Readonly<Partial<Record<MissingReason, LocalText>>>;
  readonly provenance: string;
  readonly formula?: string;
  /** Note of the instrument on how a country uses the codes. */
  readonly countryNotes?: Readonly<Record<Country, string>>;
  /** Numbers of the releases that have it. */
  readonly releases: readonly number[];
}
