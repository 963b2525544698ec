// A store that dies with the page: for browsers that keep nothing, and for what a full disk did not take.

import type { AsideNote, Entry, NewEntry } from "./entry.ts";
import type { OutboxStore } from "./store.ts";

/** Above every order a database gives: what is only in memory came after what was still kept. */
const firstOrder = 2 ** 52;

export const isInMemory = ({ order }: Entry): boolean => order >= firstOrder;

export function memoryStore(user: string): OutboxStore {
  let entries: readonly Entry[] = [];
  let notes: readonly AsideNote[] = [];
  let kept: unknown;
  let order = firstOrder;
  const add = (added: readonly NewEntry[]): void => {
    entries = [...entries, ...added.map((entry) => ({ ...entry, user, order: order++ }))];
  };
  return {
    durable: () => false,
    sitDown: async () => {},
    add: async (added, desk) => {
      add(added);
      if (desk !== undefined) kept = desk;
    },
    waiting: async () => entries,
    settle: async ({ gone, added, notes: more }) => {
      const orders = new Set(gone.map((entry) => entry.order));
      entries = entries.filter((entry) => !orders.has(entry.order));
      add(added);
      notes = [...notes, ...more];
    },
    notes: async () => notes,
    dismiss: async (noteId) => {
      notes = notes.filter(({ id }) => id !== noteId);
    },
    desk: async () => kept,
    keepDesk: async (desk) => {
      kept = desk;
    },
    forget: async () => {
      notes = [];
      kept = undefined;
    },
  };
}
