// The disposition table (AAPOR Standard Definitions), loaded as data so that another edition can take its place.

import table from "../data/dispositions.json" with { type: "json" };
import type { DispositionKey } from "./disposition-keys.ts";

/** Interim keeps the case alive, final closes the number or the case. */
export type DispositionPhase = "interim" | "final";

/** I complete, P partial, R refusal and break-off, NC non-contact, O other eligible, UH and UO unknown, NE not eligible. */
export type AaporClass = "I" | "P" | "R" | "NC" | "O" | "UH" | "UO" | "NE";

export const situations = [
  "nobody reached",
  "somebody reached",
  "during interview",
  "set by rule or supervisor",
] as const;
/** What had happened when the outcome was chosen; the groups of the outcome pad. */
export type Situation = (typeof situations)[number];

export type DispositionEffect = "appointment" | "doNotCallList" | "redialNow" | "resume" | "deleteAnswers";

export interface Disposition {
  readonly key: DispositionKey;
  /** English, for documents and the codebook; screens use wording. */
  readonly label: string;
  readonly situation: Situation;
  readonly phase: DispositionPhase;
  readonly aaporCode: string;
  readonly aaporClass: AaporClass;
  readonly contacted: boolean;
  readonly eligible: "yes" | "no" | "unknown";
  /** The attempt with the highest rank decides the final code of a case. */
  readonly foldRank: number;
  /** What an interim disposition becomes when the field closes. */
  readonly endOfFieldCode: string;
  /** Minutes until the case may come back; absent for final ones and where an appointment decides. */
  readonly defaultDelayMinutes?: number;
  readonly effects?: readonly DispositionEffect[];
  readonly note?: string;
}

/** Which edition the codes follow, for the codebook. */
export const dispositionEdition: string = table.edition;

/** The table in its own order, which is the order of the outcome pad. */
export const dispositions = table.dispositions as readonly Disposition[];

const byKey = new Map(dispositions.map((entry) => [entry.key, entry]));

/** The table's entry for a key. */
export function disposition(key: DispositionKey): Disposition {
  const entry = byKey.get(key);
  if (!entry) throw new Error(`The disposition table has no entry ${key}`);
  return entry;
}

/** The dispositions of one group of the outcome pad, in the table's order. */
export const dispositionsOf = (situation: Situation): readonly Disposition[] =>
  dispositions.filter((entry) => entry.situation === situation);

/** Delay in minutes by disposition, as the table proposes it; a wave starts with these in its call rules. */
export const defaultDelays = (): Readonly<Partial<Record<DispositionKey, number>>> =>
  Object.fromEntries(
    dispositions.flatMap(({ key, defaultDelayMinutes }) =>
      defaultDelayMinutes === undefined ? [] : [[key, defaultDelayMinutes]],
    ),
  );
