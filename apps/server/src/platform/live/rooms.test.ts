// Rooms of a server: shared by those who are sent the same, and let go when nobody is in them any more.

import { instant } from "@fieldline/kernel";
import { describe, expect, it } from "vitest";
import { createLogger } from "../logger.ts";
import { openRooms, type RoomsParts } from "./rooms.ts";
import type { Stream } from "./stream.ts";

const board: Stream = { name: "board", topics: [], rows: async () => ({ rows: {} }) };
const audience = { waveId: "spring", countries: ["DK"] };

const rooms = openRooms({
  database: {
    read: async (_data: unknown, work: (tx: never) => unknown) => work({} as never),
    pool: {},
  } as unknown as RoomsParts["database"],
  clock: { now: () => instant(0) },
  logger: createLogger("silent"),
  progress: { upTo: () => 1, isHealthy: () => true },
  send: () => {},
});
const enters = (id: string) => {
  const open = rooms.of(board, audience);
  return open.room.join({ id, after: undefined, enter: () => {} }).then(() => open);
};

describe("a room", () => {
  it("is one for all who are sent the same, kept while one of them is in it, and gone after the last", async () => {
    const pages = Array.from({ length: 200 }, (_, index) => `page-${index}`);
    const opened = await Promise.all(pages.map(enters));
    const [first] = opened;
    if (!first) return expect.fail("nobody came");
    expect(new Set(opened.map(({ room }) => room)).size).toBe(1);
    for (const id of pages.slice(1)) rooms.leave(first, id);
    rooms.tick();
    expect(rooms.of(board, audience).room).toBe(first.room);
    rooms.leave(first, "page-0");
    rooms.tick();
    expect(rooms.of(board, audience).room).not.toBe(first.room);
    rooms.close();
  });
});
