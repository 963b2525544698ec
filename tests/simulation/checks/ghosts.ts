// What really happened, known to nobody in the model: who spoke with whom, what was done, what was acknowledged.

import type { Operation } from "@fieldline/interview";

export interface Made {
  operation: Operation;
  readonly interviewId: string;
  readonly deskId: string;
}

export interface Ghosts {
  /** Every operation an interviewer made, by its id, as it was last on the disk of their desk. */
  readonly made: Map<string, Made>;
  /** Ids acknowledged, by interview and desk, in the order in which the desk made them. */
  readonly acknowledged: Map<string, string[]>;
  /** Who is on the telephone, by desk. */
  readonly talks: Map<string, { readonly caseId: string; readonly numberId: string }>;
  /** Figures for the report of a run. */
  readonly figures: Record<Figure, number>;
}

export const figureNames = [
  "dials",
  "interviews",
  "completes",
  "overQuota",
  "operations",
  "outages",
  "browsersDied",
  "late",
  "branched",
  "setAside",
  "provisional",
  "placesMoved",
] as const;
export type Figure = (typeof figureNames)[number];

export const noGhosts = (): Ghosts => ({
  made: new Map(),
  acknowledged: new Map(),
  talks: new Map(),
  figures: Object.fromEntries(figureNames.map((name) => [name, 0])) as Record<Figure, number>,
});
