// The outbox of a desk: what is put into it reaches the server once, whatever becomes of page, line or server.

import type { Refused, Reply } from "../request.ts";
import type { Channel } from "./channel.ts";
import { type AsideNote, type Entry, idOf, isOnItsWay, type NewEntry, type Refusable } from "./entry.ts";
import { createFlusher } from "./flusher.ts";
import type { Answer, Parcel } from "./parcels.ts";
import type { OutboxStore } from "./store.ts";
import type { TakeLock } from "./tab-lock.ts";

export interface OutboxOptions {
  readonly user: string;
  readonly store: OutboxStore;
  readonly send: (parcel: Parcel) => Promise<Reply<unknown>>;
  /** What tells the server of refused entries; null where there is nobody to tell. */
  readonly report: (entries: Refusable, problem: Refused) => NewEntry | null;
  readonly lock: TakeLock;
  readonly channel: Channel;
  readonly now: () => number;
  readonly newId: () => string;
  readonly pause: (ms: number) => Promise<void>;
  readonly random: () => number;
}

export interface OutboxState {
  /** Shown, but not yet on the disk. */
  readonly unkept: number;
  /** Kept here and not yet acknowledged. */
  readonly waiting: number;
  /** Since when the line has been down, in machine time. */
  readonly since: number | null;
  /** False while something is only in memory, where it dies with the page. */
  readonly durable: boolean;
  /** What the server refused, until it is put away. */
  readonly aside: readonly AsideNote[];
}

export function createOutbox(options: OutboxOptions) {
  const { store, channel } = options;
  let state: OutboxState = { unkept: 0, waiting: 0, since: null, durable: true, aside: [] };
  const listeners = new Set<() => void>();
  const awaited = new Map<string, (reply: Reply<unknown>) => void>();
  const forms = new Set<string>();
  let writes: Promise<void> = Promise.resolve();

  const become = (change: Partial<OutboxState>): void => {
    state = { ...state, ...change };
    for (const listener of [...listeners]) listener();
  };

  /** `settled`: how many have just been written, or could not be. */
  const count = async (settled = 0): Promise<void> => {
    const [waiting, aside] = await Promise.all([store.waiting(), store.notes()]);
    become({
      unkept: state.unkept - settled,
      waiting: waiting.filter(isOnItsWay).length,
      aside,
      durable: store.durable(),
    });
  };

  const answer = (answers: readonly Answer[]): void => {
    for (const { id, reply } of answers) {
      awaited.get(id)?.(reply);
      awaited.delete(id);
      forms.delete(id);
    }
    void count().catch(() => {});
  };

  const flusher = createFlusher({
    ...options,
    isAtForm: (id) => forms.has(id),
    note: (entries, problem) => noteOf(entries, problem, options),
    onAnswers(answers) {
      answer(answers);
      channel.tell({ say: "answered", answers });
    },
    onLine(since) {
      become({ since });
      channel.tell({ say: "line", since });
    },
  });

  channel.hear((word) => {
    if (word.say === "answered") answer(word.answers);
    else if (word.say === "line") become({ since: word.since });
    else {
      flusher.poke();
      void count().catch(() => {});
    }
  });
  const lock = options.lock(`fieldline.outbox.${options.user}`, (lost) => flusher.run(lost));
  void sendHeld(store)
    .then(() => flusher.poke())
    .then(() => count())
    .catch(() => {});

  return {
    state: (): OutboxState => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /**
     * Entries put together go out together. Resolves when they survive the page, with `desk` (what a reload needs to
     * know), written in the same transaction.
     * @throws SeatTaken where another tab has become the desk: nothing of it is kept
     */
    async put(entries: readonly NewEntry[], desk?: unknown): Promise<void> {
      become({ unkept: state.unkept + entries.length });
      const kept = writes.then(() => store.add(entries, desk));
      writes = kept.catch(() => {});
      try {
        await kept;
        flusher.poke();
        channel.tell({ say: "put" });
      } finally {
        await count(entries.length);
      }
    },
    /** The server's answer to an entry; ask before it is put. */
    replyTo: <Value>(id: string): Promise<Reply<Value>> =>
      new Promise((resolve) => awaited.set(id, resolve as (reply: Reply<unknown>) => void)),
    /** A form waits for the reply to this entry, and shows a refusal itself as long as it does. */
    waitAtForm: (id: string): void => void forms.add(id),
    leaveForm: (id: string): void => void forms.delete(id),
    waiting: (): Promise<readonly Entry[]> => writes.then(() => store.waiting()),
    /** Resolves when nothing waits any more. */
    drained: (): Promise<void> =>
      new Promise((resolve) => {
        const look = (): void => {
          if (state.unkept > 0 || state.waiting > 0) return;
          listeners.delete(look);
          resolve();
        };
        listeners.add(look);
        void writes.then(() => count()).then(look, () => {});
      }),
    async dismiss(noteId: string): Promise<void> {
      await store.dismiss(noteId);
      await count();
    },
    desk: () => writes.then(() => store.desk()),
    /** Behind all that was put before, so that an older desk never takes the place of a newer one. */
    keepDesk(desk: unknown): void {
      writes = writes.then(() => store.keepDesk(desk)).catch(() => {});
    },
    forget: (): Promise<void> => writes.then(() => store.forget()),
    /** This tab is the desk now: it alone puts, and it sends, for the one before may be stopped. */
    lead(): Promise<void> {
      lock.lead();
      writes = writes.then(() => store.sitDown(options.newId())).catch(() => {});
      return writes;
    },
    /** Tries at once: the network is back, or somebody has signed in again. */
    hurry: () => flusher.hurry(),
    /** What still waits stays kept, for this user's next desk in this browser. */
    end(): void {
      flusher.end();
      lock.giveUp();
      channel.close();
    },
  };
}

export type Outbox = ReturnType<typeof createOutbox>;

/** What was refused and held goes out once more for everybody who comes to the desk. */
async function sendHeld(store: OutboxStore): Promise<void> {
  const held = (await store.waiting()).filter((entry) => !isOnItsWay(entry));
  if (held.length === 0) return;
  const added = held.map(
    ({ order: _order, ...entry }) => ({ ...entry, held: undefined }) as unknown as NewEntry,
  );
  await store.settle({ gone: held, added, notes: [] });
}

function noteOf(
  [first, ...rest]: Refusable,
  problem: Refused,
  { user, now }: Pick<OutboxOptions, "user" | "now">,
): AsideNote {
  return {
    id: idOf(first),
    user,
    at: now(),
    route: first.kind === "command" ? first.route : "recordOperations",
    steps: rest.length + 1,
    problem,
  };
}
