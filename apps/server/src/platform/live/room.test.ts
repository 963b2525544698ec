// A room while somebody comes in: it must not be cleared away under them, or they would never hear of anything again.

import { instant } from "@fieldline/kernel";
import { expect, it } from "vitest";
import { Room, type RoomParts } from "./room.ts";

function roomWith(read: RoomParts["read"]) {
  const entered: string[] = [];
  const room = new Room({
    stream: { name: "board", topics: ["cells"], rows: async () => ({ rows: {} }) },
    audience: { waveId: "spring", countries: ["DK"] },
    progress: { upTo: () => 7, isHealthy: () => true },
    now: () => instant(0),
    read,
    since: async () => null,
    send: () => {},
    onFailure: () => {},
  });
  const joins = (id: string) => room.join({ id, after: undefined, enter: () => void entered.push(id) });
  return { room, joins, entered };
}

const snapshot: RoomParts["read"] = (work) =>
  work({} as never, { machineNow: instant(0), fieldNow: () => instant(0) });

it("is in use from the moment somebody asks to come in until the last one has left", async () => {
  let answer = (): void => {};
  const asked = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const { room, joins, entered } = roomWith(async (work) => {
    await asked;
    return snapshot(work);
  });
  expect(room.isEmpty).toBe(true);
  const coming = joins("sofia");
  for (let turn = 0; turn < 5; turn++) {
    expect(room.isEmpty).toBe(false);
    await Promise.resolve();
  }
  answer();
  await coming;
  expect([entered, room.isEmpty]).toEqual([["sofia"], false]);
  room.leave("sofia");
  expect(room.isEmpty).toBe(true);
});

it("is empty again where nothing could be read for the one who came", async () => {
  const { room, joins } = roomWith(() => Promise.reject(new Error("the database is away")));
  await expect(joins("sofia")).rejects.toThrow("away");
  await Promise.resolve();
  expect(room.isEmpty).toBe(true);
});
