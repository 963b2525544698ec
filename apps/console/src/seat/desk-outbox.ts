// The outbox of whoever sits here: opened at sign-in, left behind at sign-out with what is still unsent.

import {
  type Client,
  createOutbox,
  type NewEntry,
  type Outbox,
  type OutboxState,
  openOutboxStore,
  tabChannel,
  webLock,
} from "@fieldline/client";
import { reportOf } from "./report.ts";
import { createStore, type Store } from "./store.ts";

export interface DeskOutboxOptions {
  readonly client: Pick<Client, "deliver">;
  readonly now: () => number;
  readonly newId: () => string;
  readonly pause: (ms: number) => Promise<void>;
  /** What a reload needs to know of the desk as it stands; `undefined` while this tab is not the desk. */
  readonly desk: () => unknown;
  /** Another tab has become the desk. */
  readonly onSeatTaken: () => void;
}

export interface DeskOutbox {
  readonly state: Store<OutboxState>;
  readonly open: (user: string) => Promise<void>;
  readonly close: () => void;
  readonly isOpen: () => boolean;
  /** @throws Error before somebody has signed in */
  readonly current: () => Outbox;
  /** Puts entries with the desk as it stands. */
  readonly put: (...entries: readonly NewEntry[]) => void;
  readonly keepDesk: () => void;
  readonly hurry: () => void;
}

const nothing: OutboxState = { unkept: 0, waiting: 0, since: null, durable: true, aside: [] };

export function createDeskOutbox(options: DeskOutboxOptions): DeskOutbox {
  const { client, now, newId, pause } = options;
  const state = createStore(nothing);
  let outbox: Outbox | null = null;
  let owner: string | null = null;

  const current = (): Outbox => {
    if (!outbox) throw new Error("Nobody has signed in at this desk.");
    return outbox;
  };

  const close = (): void => {
    outbox?.end();
    outbox = null;
    owner = null;
    state.set(nothing);
  };

  return {
    state,
    async open(user) {
      if (owner === user) return;
      close();
      const store = await openOutboxStore(user);
      const opened = createOutbox({
        user,
        store,
        send: client.deliver,
        report: (entries, problem) => reportOf(entries, problem, newId()),
        lock: webLock,
        channel: tabChannel(user),
        now,
        newId,
        pause,
        random: Math.random,
      });
      opened.subscribe(() => state.set(opened.state()));
      outbox = opened;
      owner = user;
    },
    close,
    isOpen: () => outbox !== null,
    current,
    put: (...entries) => void current().put(entries, options.desk()).catch(options.onSeatTaken),
    keepDesk() {
      const desk = options.desk();
      if (desk !== undefined) outbox?.keepDesk(desk);
    },
    hurry: () => outbox?.hurry(),
  };
}
