// The rooms of one server: news from its tail go to those they concern; a room lives while somebody is in it.

import type { NewsMessage } from "@fieldline/protocol";
import type { MachineClock } from "../clocks.ts";
import { fieldTime } from "../clocks.ts";
import type { Database } from "../db/database.ts";
import type { Logger } from "../logger.ts";
import { type News, newsBetween } from "./news.sql.ts";
import { Room } from "./room.ts";
import type { Audience, Stream } from "./stream.ts";
import type { Progress } from "./tail.ts";
import { concerns } from "./touched.ts";

export interface RoomsParts {
  readonly database: Pick<Database, "read" | "pool">;
  readonly clock: MachineClock;
  readonly logger: Logger;
  readonly progress: Progress;
  /** Sends to a room by its key, or to those named. */
  readonly send: (to: string | readonly string[], message: NewsMessage) => void;
}

export interface OpenRoom {
  readonly key: string;
  readonly room: Room;
}

export interface Rooms {
  /** The room of those who are sent the same. */
  of(stream: Stream, audience: Audience): OpenRoom;
  leave(open: OpenRoom, id: string): void;
  hear(news: readonly News[]): void;
  startAgain(): void;
  tick(): void;
  close(): void;
}

interface Kept extends OpenRoom {
  readonly concerned: (news: News) => boolean;
}

/** Two audiences of one name are sent the same. */
export const roomKey = ({ name }: Pick<Stream, "name">, { waveId, countries, userId }: Audience): string =>
  [name, waveId, countries.join("+"), ...(userId === undefined ? [] : [userId])].join("/");

export function openRooms({ database, clock, logger, progress, send }: RoomsParts): Rooms {
  const rooms = new Map<string, Kept>();

  const build = (key: string, stream: Stream, audience: Audience): Kept => {
    const concerned = concerns(stream, audience);
    const room = new Room({
      stream,
      audience,
      progress,
      now: clock.now,
      read: (work) => {
        const machineNow = clock.now();
        const ctx = {
          machineNow,
          fieldNow: (wave: Parameters<typeof fieldTime>[0]) => fieldTime(wave, machineNow),
        };
        return database.read(stream.data ?? "plain", (tx) => work(tx, ctx));
      },
      since: async (after, upTo) =>
        (await newsBetween(database.pool, after, upTo))?.filter(concerned) ?? null,
      send: (message, only) => send(only ?? key, message),
      onFailure: (error) =>
        logger.warn({ err: error, stream: stream.name }, "rows of a stream could not be read"),
    });
    return { key, room, concerned };
  };
  const sweep = (): void => {
    for (const [key, { room }] of rooms) {
      if (!room.isEmpty) continue;
      room.close();
      rooms.delete(key);
    }
  };

  return {
    of: (stream, audience) => {
      const key = roomKey(stream, audience);
      const kept = rooms.get(key) ?? build(key, stream, audience);
      rooms.set(key, kept);
      return kept;
    },
    leave: ({ room }, id) => {
      room.leave(id);
    },
    hear: (news) => {
      for (const { room, concerned } of rooms.values()) {
        const own = news.filter(concerned);
        if (own.length > 0) room.hear(own);
      }
    },
    startAgain: () => {
      for (const { room } of rooms.values()) room.startAgain();
    },
    tick: () => {
      sweep();
      for (const { room } of rooms.values()) room.tick();
    },
    close: () => {
      for (const { room } of rooms.values()) room.close();
      rooms.clear();
    },
  };
}
