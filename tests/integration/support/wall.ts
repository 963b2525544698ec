// A wall as a page keeps it: a snapshot, then every delta that follows on what it has; anything else is noted as a gap.

import { setTimeout as pause } from "node:timers/promises";
import {
  livePath,
  type NewsMessage,
  type StreamName,
  type Subscribe,
  type SubscribeReply,
} from "@fieldline/protocol";
import { newsMessage, streamTables } from "@fieldline/protocol/schemas";
import { io, type Socket } from "socket.io-client";
import { expect, onTestFinished } from "vitest";
import { z } from "zod";

export interface Row {
  readonly id: string;
  // biome-ignore lint/suspicious/noExplicitAny: rows of every stream; the tests look into them
  readonly [field: string]: any;
}

export interface Wall {
  readonly messages: readonly NewsMessage[];
  /** Deltas that did not follow on what the wall had. */
  readonly gaps: number;
  readonly upTo: number;
  /** For which countries what it holds is true. */
  readonly countries: readonly string[];
  /** Why it was cut off; null while it is connected. */
  readonly cutOff: string | null;
  /** Whether it was told that its session has ended. */
  readonly signedOut: boolean;
  row(table: string, id: string): Row | undefined;
  ids(table: string): string[];
  subscribe(subscription: Partial<Subscribe> & { waveId: string }): Promise<SubscribeReply>;
  unsubscribe(stream: StreamName, waveId: string): Promise<SubscribeReply>;
  /** Waits until it is so; fails with what it waited for. */
  until(what: string, isSo: () => boolean, seconds?: number): Promise<void>;
  close(): void;
}

export interface Handshake {
  readonly cookie?: string;
  readonly origin?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly transports?: readonly ("websocket" | "polling")[];
}

/** A socket without a subscription, for the time of a test. @throws with the reason when there is none */
export async function connected(base: string, handshake: Handshake): Promise<Wall> {
  const { cookie, origin, headers = {}, transports = ["websocket"] } = handshake;
  const socket = io(base, {
    path: livePath,
    transports: [...transports],
    reconnection: false,
    forceNew: true,
    extraHeaders: { ...(cookie ? { cookie } : {}), ...(origin ? { origin } : {}), ...headers },
  });
  const wall = wallOn(socket);
  onTestFinished(() => void socket.disconnect());
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("connect_error", reject);
  });
  return wall;
}

/** A wall of the wave's board, with its first message. */
export async function wallOf(
  base: string,
  cookie: string,
  subscription: Partial<Subscribe> & { waveId: string },
): Promise<Wall> {
  const wall = await connected(base, { cookie });
  expect(await wall.subscribe(subscription)).toEqual({ ok: true });
  await wall.until("the first message", () => wall.messages.length > 0);
  return wall;
}

function wallOn(socket: Socket): Wall {
  const messages: NewsMessage[] = [];
  const tables = new Map<string, Map<string, Row>>();
  const state = {
    gaps: 0,
    upTo: -1,
    countries: [] as readonly string[],
    cutOff: null as string | null,
    signedOut: false,
  };
  const tableOf = (name: string): Map<string, Row> => {
    const table = tables.get(name) ?? new Map<string, Row>();
    tables.set(name, table);
    return table;
  };
  const apply = (message: NewsMessage): void => {
    state.upTo = message.upTo;
    state.countries = message.countries;
    for (const [name, rows] of Object.entries(message.rows)) {
      for (const row of rows) tableOf(name).set(row.id, row);
    }
    const gone = message.kind === "delta" ? (message.gone ?? {}) : {};
    for (const [name, ids] of Object.entries(gone)) {
      for (const id of ids) tableOf(name).delete(id);
    }
  };
  socket.on("news", (raw) => {
    const message = checked(raw);
    messages.push(message);
    if (message.kind === "snapshot") tables.clear();
    if (message.kind === "snapshot" || message.after === state.upTo) apply(message);
    else state.gaps++;
  });
  socket.on("signedOut", () => {
    state.signedOut = true;
  });
  socket.on("disconnect", (reason) => {
    state.cutOff = reason;
  });
  return {
    messages,
    get gaps() {
      return state.gaps;
    },
    get upTo() {
      return state.upTo;
    },
    get countries() {
      return state.countries;
    },
    get cutOff() {
      return state.cutOff;
    },
    get signedOut() {
      return state.signedOut;
    },
    row: (table, id) => tables.get(table)?.get(id),
    ids: (table) => [...(tables.get(table)?.keys() ?? [])].sort(),
    subscribe: (subscription) => {
      if (subscription.after !== undefined) state.upTo = subscription.after;
      return socket.timeout(5_000).emitWithAck("subscribe", { stream: "board", ...subscription });
    },
    unsubscribe: (stream, waveId) => socket.timeout(5_000).emitWithAck("unsubscribe", { stream, waveId }),
    until: async (what, isSo, seconds = 15) => {
      const end = Date.now() + seconds * 1_000;
      while (!isSo()) {
        if (Date.now() > end)
          expect.fail(`In vain: ${what}. Last message: ${JSON.stringify(messages.at(-1))}`);
        await pause(10);
      }
    },
    close: () => void socket.disconnect(),
  };
}

/** Both sides are ours, so every message and every row in it is held against the contract. */
function checked(raw: unknown): NewsMessage {
  const message = newsMessage.parse(raw);
  const schemas: Readonly<Record<string, z.ZodType>> = streamTables[message.stream];
  for (const [table, rows] of Object.entries(message.rows)) {
    const schema = schemas[table] ?? expect.fail(`${message.stream} has no table ${table}`);
    z.array(schema).parse(rows);
  }
  return message;
}
