// The news of a page: one connection for all streams it watches, taken up again when it breaks.

import type { Me, StreamName, StreamRows } from "@fieldline/protocol";
import type { Reply } from "../request.ts";
import { pauseBefore } from "./backoff.ts";
import type { RowOf } from "./held.ts";
import { type MakeSocket, socketIo } from "./socket.ts";
import type { LiveState } from "./state.ts";
import { createSubscription, type Subscription } from "./subscription.ts";

export interface LiveOptions {
  /** Of the server; the one this page came from where none is named. */
  readonly url?: string;
  /** Asked after a refused handshake, which does not say why. */
  readonly whoAmI: () => Promise<Reply<Me>>;
  /** The server no longer knows this session. */
  readonly onSignedOut?: () => void;
  readonly makeSocket?: MakeSocket;
  readonly now?: () => number;
  readonly random?: () => number;
}

/** Kept while a page makes way for the next one, which watches the same. */
const lingerMs = 1_000;
const tickMs = 1_000;

/** Connects when the first stream is watched and ends the connection when the last one is left. */
export function createLive(options: LiveOptions) {
  const { now = Date.now, random = Math.random } = options;
  const subscriptions = new Map<string, Subscription<StreamName>>();
  let wanted = false;
  let connected = false;
  /** Since news last came: a server that only opens connections and drops them is not hurried back to. */
  let tries = 0;
  let ticking: ReturnType<typeof setInterval> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const connectionIs = (up: boolean): void => {
    connected = up;
    for (const subscription of subscriptions.values()) subscription.connectionIs(up);
  };
  const tryLater = (): void => {
    clearTimeout(retry);
    if (wanted) retry = setTimeout(() => socket.open(), pauseBefore(tries++, random));
  };
  /** A socket refused says nothing of the reason; the session is asked for over HTTP, which does. */
  const askWhetherSignedIn = async (): Promise<void> => {
    const reply = await options.whoAmI();
    if (reply.ok || reply.problem.code !== "session.missing" || !wanted) return;
    close();
    options.onSignedOut?.();
  };

  const socket = (options.makeSocket ?? socketIo)(options.url, {
    up: () => connectionIs(true),
    down: () => {
      connectionIs(false);
      tryLater();
    },
    failed: () => {
      tryLater();
      void askWhetherSignedIn();
    },
    news: (message) => {
      tries = 0;
      subscriptions.get(keyOf(message.stream, message.waveId))?.take(message);
    },
    signedOut: () => void askWhetherSignedIn(),
  });

  const open = (): void => {
    if (wanted) return;
    wanted = true;
    tries = 0;
    ticking = setInterval(() => {
      for (const subscription of subscriptions.values()) subscription.tick();
    }, tickMs);
    socket.open();
  };
  function close(): void {
    wanted = false;
    clearInterval(ticking);
    clearTimeout(retry);
    connectionIs(false);
    for (const subscription of subscriptions.values()) subscription.forget();
    socket.close();
  }

  const find = <Name extends StreamName>(stream: Name, waveId: string) =>
    subscriptions.get(keyOf(stream, waveId)) as Subscription<Name> | undefined;

  const findOrMake = <Name extends StreamName>(stream: Name, waveId: string): Subscription<Name> => {
    const known = find(stream, waveId);
    if (known) return known;
    const made = createSubscription(stream, waveId, { subscribe: (asked) => socket.subscribe(asked), now });
    subscriptions.set(keyOf(stream, waveId), made as unknown as Subscription<StreamName>);
    if (connected) made.connectionIs(true);
    return made;
  };
  const leave = (stream: StreamName, waveId: string): void => {
    if (find(stream, waveId)?.watched() !== false) return;
    subscriptions.delete(keyOf(stream, waveId));
    if (connected) socket.unsubscribe({ stream, waveId });
    if (subscriptions.size === 0) close();
  };

  return {
    /** Calls `listener` at every change of the stream's state, until the function it hands back is called. */
    watch<Name extends StreamName>(
      stream: Name,
      waveId: string,
      listener: (state: LiveState<Name>) => void,
    ): () => void {
      const mine = (state: LiveState<Name>): void => listener(state);
      findOrMake(stream, waveId).add(mine);
      open();
      return () => {
        find(stream, waveId)?.remove(mine);
        setTimeout(() => leave(stream, waveId), lingerMs);
      };
    },
    /** The same object until something changes. */
    state: <Name extends StreamName>(stream: Name, waveId: string): LiveState<Name> =>
      find(stream, waveId)?.state() ?? unknown,
    /** Shows a row as a command has just answered it, ahead of the news of it. */
    put<Name extends StreamName, Table extends keyof StreamRows[Name] & string>(
      stream: Name,
      waveId: string,
      table: Table,
      row: RowOf<Name, Table> & { readonly id: string },
    ): void {
      find(stream, waveId)?.put(table, row);
    },
    /** Tries at once: the network is back. */
    hurry(): void {
      if (!wanted || connected) return;
      clearTimeout(retry);
      socket.open();
    },
    /** Ends the connection and forgets what came over it, until somebody watches again. */
    close,
  };
}

export type Live = ReturnType<typeof createLive>;

const unknown = { phase: "connecting", held: null, heardAt: null, problem: null } as const;

const keyOf = (stream: StreamName, waveId: string): string => `${stream} ${waveId}`;
