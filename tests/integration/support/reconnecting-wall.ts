// A wall that is left to itself, as in a corridor: it connects again whenever its connection is lost, and goes on from there.

import { setTimeout as pause } from "node:timers/promises";
import { livePath, type NewsMessage, type QuotaCellBody, type SubscribeReply } from "@fieldline/protocol";
import { io, type Socket } from "socket.io-client";
import { afterAll } from "vitest";

export interface ReconnectingWall {
  readonly heard: readonly NewsMessage[];
  /** How often the connection was lost. */
  lost(): number;
  /** The target of a cell as it is known here. */
  target(cell: string): number | undefined;
  /** Waits until `condition` holds. @throws after 15 seconds, and when news do not follow on each other */
  until(condition: () => boolean): Promise<void>;
}

/** Call at the top of a test file: opens walls of a wave, which are closed after its tests. */
export function reconnectingWalls(
  base: string,
  waveId: string,
): (cookie: string) => Promise<ReconnectingWall> {
  const sockets: Socket[] = [];
  afterAll(() => {
    for (const socket of sockets) socket.disconnect();
  });
  return async (cookie) => {
    const socket = io(base, {
      path: livePath,
      transports: ["websocket"],
      forceNew: true,
      reconnectionDelay: 100,
      reconnectionDelayMax: 500,
      extraHeaders: { cookie, origin: base },
    });
    sockets.push(socket);
    const wall = wallOn(socket, waveId);
    await wall.until(() => wall.heard.length > 0);
    return wall;
  };
}

function wallOn(socket: Socket, waveId: string): ReconnectingWall {
  const heard: NewsMessage[] = [];
  const targets = new Map<string, number>();
  const faults: string[] = [];
  let lost = 0;
  socket.on("connect", () => {
    const last = heard.at(-1);
    const from = {
      stream: "board",
      waveId,
      ...(last ? { after: last.upTo, countries: last.countries } : {}),
    };
    socket.emit("subscribe", from, (reply: SubscribeReply) => {
      if (!reply.ok) faults.push(reply.problem.code);
    });
  });
  socket.on("disconnect", () => lost++);
  socket.on("news", (message: NewsMessage) => {
    const before = heard.at(-1);
    if (message.kind === "delta" && message.after !== before?.upTo) faults.push("a gap");
    if (message.kind === "snapshot") targets.clear();
    heard.push(message);
    for (const cell of (message.rows["cells"] ?? []) as unknown as QuotaCellBody[]) {
      targets.set(cell.id, cell.target);
    }
  });
  return {
    heard,
    lost: () => lost,
    target: (cell) => targets.get(cell),
    until: async (condition) => {
      for (let waited = 0; !condition(); waited += 20) {
        if (faults.length > 0) throw new Error(`The wall was refused or missed something: ${faults.join()}`);
        if (waited > 15_000) throw new Error(`In vain; heard last: ${JSON.stringify(heard.at(-1))}`);
        await pause(20);
      }
    },
  };
}
