// A browser for tests: one database and one set of locks, shared by tabs that can crash.

import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import type { IDBPDatabase } from "idb";
import { browserStore } from "../outbox/browser-store.ts";
import type { Channel, TabWord } from "../outbox/channel.ts";
import { type DeskDatabase, openDatabase } from "../outbox/database.ts";
import type { NewEntry, Refusable } from "../outbox/entry.ts";
import { createOutbox, type Outbox } from "../outbox/outbox.ts";
import type { Parcel } from "../outbox/parcels.ts";
import { sturdyStore } from "../outbox/sturdy-store.ts";
import type { TakeLock } from "../outbox/tab-lock.ts";
import type { Refused, Reply } from "../request.ts";

export interface Tab {
  readonly outbox: Outbox;
  /** The tab dies: nothing of it is heard any more, and its locks come free. */
  readonly crash: () => void;
}

export interface TestBrowser {
  readonly database: IDBPDatabase<DeskDatabase>;
  readonly openTab: (user: string, send: (parcel: Parcel) => Promise<Reply<unknown>>) => Tab;
  readonly ids: () => string;
}

/** A tab's turn to hold a lock. */
interface Turn {
  readonly begin: () => Promise<void>;
  readonly takeAway: () => void;
}

export const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Waits for a condition, turn by turn. */
export async function until(met: () => boolean | Promise<boolean>): Promise<void> {
  for (let turns = 0; turns < 5_000; turns++) {
    if (await met()) return;
    await turn();
  }
  throw new Error("It did not come about.");
}

export const uuidOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

export async function testBrowser(): Promise<TestBrowser> {
  globalThis.indexedDB = new IDBFactory();
  const database = await openDatabase();
  const lanes = new Map<string, { user: string; hear: (word: TabWord) => void }[]>();
  const queues = new Map<string, Turn[]>();
  let ids = 900_000;
  const newId = () => uuidOf(ids++);

  return {
    database,
    ids: newId,
    openTab(user, send) {
      let alive = true;
      const tabs = lanes.get(user) ?? [];
      lanes.set(user, tabs);
      const mine = { user, hear: (_word: TabWord) => {} };
      tabs.push(mine);
      const channel: Channel = {
        tell(word) {
          for (const tab of alive ? tabs : []) if (tab !== mine) setTimeout(() => tab.hear(word), 0);
        },
        hear(heard) {
          mine.hear = (word) => (alive ? heard(word) : undefined);
        },
        close: () => void tabs.splice(tabs.indexOf(mine), 1),
      };
      let died = (): void => {};
      const death = new Promise<void>((resolve) => {
        died = resolve;
      });
      const lock = lockOf(queues, { isAlive: () => alive, death });
      const never = new Promise<never>(() => {});
      const outbox = createOutbox({
        user,
        store: sturdyStore(
          browserStore(async () => database, user),
          user,
        ),
        send: async (parcel) => {
          const reply = alive ? await send(parcel) : await never;
          return alive ? reply : never;
        },
        report: reportOf(newId),
        lock,
        channel,
        now: () => 1_000,
        newId,
        pause: turn,
        random: () => 0.5,
      });
      const crash = () => {
        alive = false;
        channel.close();
        died();
      };
      return { outbox, crash };
    },
  };
}

/** The browser's locks as one tab asks for them. */
const lockOf =
  (
    queues: Map<string, Turn[]>,
    tab: { readonly isAlive: () => boolean; readonly death: Promise<void> },
  ): TakeLock =>
  (name, hold) => {
    const queue = queues.get(name) ?? [];
    queues.set(name, queue);
    const ask = (steal: boolean): void => {
      const lost = new AbortController();
      const stolen = new Promise<void>((resolve) => lost.signal.addEventListener("abort", () => resolve()));
      const own: Turn = {
        begin: async () => {
          if (tab.isAlive()) await Promise.race([hold(lost.signal), tab.death, stolen]);
          if (lost.signal.aborted) return tab.isAlive() ? ask(false) : undefined;
          queue.shift();
          void queue[0]?.begin();
        },
        takeAway: () => lost.abort(),
      };
      if (steal) {
        queue.shift()?.takeAway();
        queue.unshift(own);
      } else queue.push(own);
      if (queue[0] === own) void own.begin();
    };
    ask(false);
    return { giveUp: () => {}, lead: () => ask(true) };
  };

const reportOf =
  (newId: () => string) =>
  (entries: Refusable, problem: Refused): NewEntry | null => {
    const [first] = entries;
    if (first.kind !== "operation") return null;
    const operations = entries.flatMap((entry) => (entry.kind === "operation" ? [entry.operation] : []));
    const body = { commandId: newId(), operations, problem: problem.code };
    return {
      kind: "command",
      lane: `aside:${first.interview}`,
      route: "setAsideOperations",
      at: {},
      body,
    };
  };
