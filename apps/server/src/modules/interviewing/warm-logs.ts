// Logs with their fold, kept in memory of this process; each is as good as the head it is compared with.

import type { CompiledRelease, InterviewLog, InterviewState } from "@fieldline/interview";
import type { HeldHead } from "./desks.sql.ts";

/** A log that has begun. */
export interface BegunLog extends InterviewLog {
  readonly state: InterviewState;
}

export interface WarmLog {
  readonly compiled: CompiledRelease;
  readonly log: BegunLog;
}

/** What a desk needs to go on without asking: the log, and the lease it was last written under. */
export interface WarmDesk extends WarmLog {
  readonly head: HeldHead;
  readonly userId: string;
  readonly fence: number;
}

const most = 1_000;

/** The most recently used of the interviews under way. */
export class WarmDesks {
  readonly #desks = new Map<string, WarmDesk>();

  get(interview: string): WarmDesk | undefined {
    const found = this.#desks.get(interview);
    if (!found) return undefined;
    this.#desks.delete(interview);
    this.#desks.set(interview, found);
    return found;
  }

  put(desk: WarmDesk): void {
    this.#desks.delete(desk.head.id);
    this.#desks.set(desk.head.id, desk);
    if (this.#desks.size > most) this.forget(this.#desks.keys().next().value ?? "");
  }

  forget(interview: string): void {
    this.#desks.delete(interview);
  }
}
