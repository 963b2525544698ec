// What every verb of the model server stands on: rows, clocks, journal.

import type { Instant } from "@fieldline/kernel";
import type { Chance } from "../chance.ts";
import type { Planted } from "../planted.ts";
import type { Wave } from "../wave.ts";
import { Refusal } from "./requests.ts";
import type { CaseRow, InterviewRow, JournalRow, Store } from "./rows.ts";

/** Told of what the checks look at the moment it happens. */
export interface Watch {
  readonly dialled: (of: { caseId: string; numberId: string; userId: string; fieldAt: number }) => void;
  readonly recorded: (of: { interviewId: string; caseId: string; fence: number }) => void;
  readonly placesMoved: () => void;
}

export interface Ground {
  readonly store: Store;
  readonly wave: Wave;
  readonly planted: Planted | null;
  readonly chance: Chance;
  readonly watch: Watch;
  /** Machine time of the server. */
  readonly now: () => Instant;
  readonly fieldNow: () => Instant;
  readonly newId: (of: string) => string;
  /** A case closed for good while this interview of it was open. */
  readonly onCaseClosed: (ground: Ground, interview: InterviewRow) => void;
}

export const journalled = (ground: Ground, row: JournalRow): void => {
  ground.store.journal.push(row);
};

export function caseOf({ store }: Ground, id: string): CaseRow {
  const found = store.cases.get(id);
  if (!found) throw new Refusal("access.notFound");
  return found;
}
