// Where entries are kept until the server has acknowledged them.

import type { AsideNote, Entry, NewEntry } from "./entry.ts";

/** What changes when the server has answered. */
export interface Settled {
  readonly gone: readonly Entry[];
  readonly added: readonly NewEntry[];
  readonly notes: readonly AsideNote[];
}

/** Another tab has become the desk: what this one still takes is not kept, for it goes on from an older question. */
export class SeatTaken extends Error {}

/** The store of one user in this browser. Every change is one transaction: all of it is kept, or nothing. */
export interface OutboxStore {
  /** False once something could only be kept in memory, where it dies with the page. */
  readonly durable: () => boolean;
  /** From now on only the tab that has said this last may add. */
  readonly sitDown: (seat: string) => Promise<void>;
  /**
   * Resolves when the entries survive the browser, with what a reload needs to know of the desk.
   * @throws SeatTaken
   */
  readonly add: (entries: readonly NewEntry[], desk?: unknown) => Promise<void>;
  /** In the order in which they were put. */
  readonly waiting: () => Promise<readonly Entry[]>;
  readonly settle: (change: Settled) => Promise<void>;
  readonly notes: () => Promise<readonly AsideNote[]>;
  readonly dismiss: (noteId: string) => Promise<void>;
  /** `undefined` where nothing was kept. */
  readonly desk: () => Promise<unknown>;
  readonly keepDesk: (desk: unknown) => Promise<void>;
  /** Everything but what has still to be sent. */
  readonly forget: () => Promise<void>;
}
