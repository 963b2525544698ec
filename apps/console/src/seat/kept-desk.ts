// The desk as this browser keeps it, so that a page reloaded without network comes back to the same question.

import type { InterviewBody } from "@fieldline/protocol";
import type { LiveInterview } from "../interview/live-interview.ts";
import type { SeatState } from "./seat-state.ts";

const kept = [
  "me",
  "waves",
  "waveId",
  "screen",
  "figures",
  "shift",
  "appointments",
  "lastAttempt",
  "case",
  "call",
  "numberId",
  "interviewLanguage",
  "last",
] as const satisfies readonly (keyof SeatState)[];

type Kept = Pick<SeatState, (typeof kept)[number]>;

export interface KeptDesk {
  readonly version: 1;
  /** Machine milliseconds since 1970. */
  readonly keptAt: number;
  readonly state: Kept;
  /** The interview on the desk with every step taken, sent or not. */
  readonly log: InterviewBody | null;
  /** Milliseconds the field time of the wave is ahead of the machine's. */
  readonly fieldAhead: number;
}

export function keptDeskOf(state: SeatState, fieldAhead: number, keptAt: number): KeptDesk {
  const picked = Object.fromEntries(kept.map((key) => [key, state[key]])) as unknown as Kept;
  return {
    version: 1,
    keptAt,
    state: picked,
    log: state.interview ? logOf(state.interview) : null,
    fieldAhead,
  };
}

function logOf({ body, snapshot }: LiveInterview): InterviewBody {
  const { state, operations } = snapshot();
  return { ...body, status: state.status, operations: operations as unknown as InterviewBody["operations"] };
}

/** What an older console kept is not read. */
export const isKeptDesk = (found: unknown): found is KeptDesk =>
  typeof found === "object" && found !== null && "version" in found && found.version === 1;

/** Whether something changed that a reload needs to know. */
export const differs = (before: SeatState, after: SeatState): boolean =>
  before.interview !== after.interview || kept.some((key) => before[key] !== after[key]);
