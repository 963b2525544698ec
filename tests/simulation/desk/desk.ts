// A desk: what its browser keeps on disk, what it only remembers, and what its interviewer has been told.

import type { InterviewLog, Operation } from "@fieldline/interview";
import type { Chance } from "../chance.ts";
import type { Ghosts } from "../checks/ghosts.ts";
import type { Ground } from "../server/ground.ts";
import type { BeginInterview, CloseAttempt } from "../server/requests.ts";
import type { Timeline } from "../timeline.ts";
import type { Trace } from "../trace.ts";
import type { Line } from "./line.ts";

export interface CallOnDesk {
  readonly id: string;
  readonly release: string;
  readonly seed: string;
}

export interface InterviewOnDesk {
  readonly id: string;
  readonly release: string;
  /** Operations the server is known to have. */
  base: readonly Operation[];
}

/** The case on a desk. `calling`: a dial is on its way. */
export interface Seat {
  readonly caseId: string;
  readonly fence: number;
  readonly country: string;
  readonly region: string;
  readonly language: string | null;
  numbers: readonly string[];
  call: CallOnDesk | null;
  interview: InterviewOnDesk | null;
  stage: "open" | "calling" | "talking" | "wrapping";
  /** True time at which the person will talk no longer. */
  talksUntil: number;
}

export type OutboxEntry =
  | {
      readonly kind: "operation";
      readonly interviewId: string;
      readonly caseId: string;
      readonly fence: number;
      operation: Operation;
    }
  | { readonly kind: "command"; readonly request: BeginInterview | CloseAttempt };

export interface Desk {
  readonly id: string;
  readonly userId: string;
  readonly languages: readonly string[];
  readonly chance: Chance;
  readonly line: Line;
  /** Survives the browser. */
  readonly disk: { seat: Seat | null; outbox: OutboxEntry[] };
  /** Dies with the browser; null while there is none. */
  mem: Memory | null;
  /** Rises with every browser: what an older one was waiting for is not heard. */
  epoch: number;
  onShift: boolean;
  /** The desk's clock less true time. */
  skew: number;
}

export interface Memory {
  log: InterviewLog | null;
  flushing: boolean;
  pause: number;
  /** Something else than the outbox is being asked of the server. */
  asking: boolean;
  /** Going back to correct the sex that was noted. */
  mending: boolean;
}

export const freshMemory = (): Memory => ({
  log: null,
  flushing: false,
  pause: 0,
  asking: false,
  mending: false,
});

/** What an interviewer does on hearing from the server. */
export interface Steps {
  readonly outcomeSent: (desk: Desk, keepsCase: boolean) => void;
  readonly verdictHeard: (desk: Desk, check: Operation) => void;
}

/** The room the desks stand in. */
export interface Floor {
  readonly steps: Steps;
  readonly timeline: Timeline;
  readonly trace: Trace;
  readonly ground: Ground;
  readonly ghosts: Ghosts;
}

/** Runs `work` later, unless that browser is gone by then. */
export function soon({ timeline }: Floor, desk: Desk, ms: number, work: () => void): void {
  const { epoch } = desk;
  timeline.after(ms, () => {
    if (desk.epoch === epoch && desk.mem) work();
  });
}

/** `heard` only by the browser that asked. */
export function heard<Value>(desk: Desk, listen: (value: Value) => void): (value: Value) => void {
  const { epoch } = desk;
  return (value) => {
    if (desk.epoch === epoch && desk.mem) listen(value);
  };
}
