// Walls: how long a commit takes to a thousand of them, and how many deliveries a second against a plain WebSocket server.

import { fork } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as pause, setImmediate as turn } from "node:timers/promises";
import { livePath, type NewsMessage } from "@fieldline/protocol";
import { studyCountries } from "@fieldline/study-2008";
import { WebSocketServer } from "ws";
import { openSockets, sender } from "../../apps/server/src/platform/live/sockets.ts";
import { tell } from "../../apps/server/src/platform/live/tell.ts";
import { startServerProcess } from "../integration/support/server-process.ts";
import { startGround } from "./support/ground.ts";
import { median, ratio } from "./support/rounds.ts";
import type { Answer, Ask } from "./support/wall-lines.ts";

const walls = 1_000;
const commitsPerSecond = 25;
const commits = 500;
const rounds = 5;
const broadcasts = 100;
/** Broadcasts between two breaths of the event loop. */
const atOnce = 5;

const ground = await startGround(4);
const { addUsers } = await import("../../apps/server/src/modules/access/index.ts");
const { firstRun } = await import("../../apps/server/src/first-run/first-run.ts");
const { operatorActor } = await import("../../apps/server/src/platform/actor.ts");
const { platform, pool } = ground;
await firstRun({ say: () => {}, perCountry: 10 })(platform);
const server = startServerProcess({
  ...ground.keys,
  DATABASE_URL: ground.url,
  NODE_ENV: "test",
  LOG_LEVEL: "silent",
});
const base = await server.base();
const child = fork(join(import.meta.dirname, "support/wall-lines.ts"));
const ask = async (what: Ask): Promise<Answer> => {
  child.send(what);
  const [answer] = (await once(child, "message")) as [Answer];
  return answer;
};

try {
  const { rows } = await pool.query<{ wave: string; cells: string[] }>(
    "select wave_id as wave, array_agg(id order by id) as cells from quota_cell group by wave_id",
  );
  const { wave = "", cells = [] } = rows[0] ?? {};
  const cookie = await supervisor();

  const subscribe = { stream: "board", waveId: wave };
  const live = `${base.replace("http", "ws")}${livePath}/?EIO=4&transport=websocket`;
  await ask({ open: live, count: walls, cookie, subscribe });
  await pause(1_000);
  await ask({ arrivals: true });
  const committed = await fieldwork(wave, cells);
  await pause(2_000);
  const { arrivals = [], sample } = await ask({ arrivals: true });
  await ask({ close: true });
  const waits = arrivals.flatMap(([target, seen]) => {
    const at = committed.get(target);
    return at === undefined ? [] : seen.map((moment) => moment - at);
  });
  const expected = commits * walls;
  if (waits.length < expected)
    throw new Error(`${expected - waits.length} of ${expected} changes never came.`);
  waits.sort((a, b) => a - b);

  const ours: number[] = [];
  const raw: number[] = [];
  const message = (JSON.parse(sample.slice(2)) as [string, NewsMessage])[1];
  for (let round = 0; round < rounds; round++) {
    ours.push(await throughRoom(message));
    raw.push(await throughPlainSockets(sample));
  }

  const result = {
    p99Ms: ratio(waits[Math.floor(waits.length * 0.99)] ?? Number.NaN),
    toRawWsRatio: ratio(median(ours) / median(raw)),
    p50Ms: ratio(waits[Math.floor(waits.length * 0.5)] ?? Number.NaN),
    deliveriesPerSecond: Math.round(median(ours)),
    rawWsDeliveriesPerSecond: Math.round(median(raw)),
  };
  console.log(
    `${walls} walls in another process; ${commits} commits, ${commitsPerSecond} a second, durable.`,
  );
  console.table({
    "commit to wall, median": { milliseconds: result.p50Ms },
    "commit to wall, p99": { milliseconds: result.p99Ms, reach: "≤ 300" },
  });
  console.log(`Medians of ${rounds} rounds of ${broadcasts} broadcasts of ${sample.length} bytes.`);
  console.table({
    "plain WebSocket server": { "deliveries a second": result.rawWsDeliveriesPerSecond },
    "our rooms": { "deliveries a second": result.deliveriesPerSecond, "of plain": result.toRawWsRatio },
  });
  console.log(`RESULT ${JSON.stringify(result)}`);
} finally {
  child.kill();
  server.child.kill("SIGTERM");
  await server.end();
  await ground.end();
}

/** A supervisor of all countries, signed in; the cookie. */
async function supervisor(): Promise<string> {
  const { rows } = await pool.query<{ id: string }>("select id from study");
  const scopes = studyCountries.map((country) => ({ studyId: rows[0]?.id ?? "", country }));
  const person = { name: "wall", displayName: "Wall", roles: ["supervisor" as const], languages: [] };
  const added = await platform.execute(addUsers, {
    actor: operatorActor,
    commandId: null,
    input: { people: [{ ...person, interfaceLanguage: "en", scopes }] },
  });
  const body = JSON.stringify({ name: "wall", password: added.people[0]?.password });
  const headers = { "content-type": "application/json" };
  const reply = await fetch(`${base}/api/session`, { method: "POST", headers, body });
  return reply.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

/** Changes one cell after the other, each to a target of its own; the moment at which each commit was sent. */
async function fieldwork(waveId: string, cells: readonly string[]): Promise<ReadonlyMap<number, number>> {
  const moments = new Map<number, number>();
  const begun = performance.now();
  for (let commit = 0; commit < commits; commit++) {
    const id = cells[commit % cells.length] ?? "";
    const target = 500_000 + commit;
    await platform.database.write("plain", async (tx) => {
      const { country } = await tx.quotaCell.update({
        where: { waveId_id: { waveId, id } },
        data: { target },
      });
      await tell(tx, platform.clock.now(), { topic: "cells", waveId, country, ids: [id] });
      moments.set(target, performance.timeOrigin + performance.now());
    });
    await pause(Math.max(0, begun + ((commit + 1) * 1_000) / commitsPerSecond - performance.now()));
  }
  return moments;
}

async function throughRoom(message: NewsMessage): Promise<number> {
  const http = createServer();
  const sockets = openSockets(http);
  const send = sender(sockets);
  const room = randomUUID();
  sockets.on("connection", (socket) => void socket.join(room));
  const url = `${await listening(http)}/socket.io/?EIO=4&transport=websocket`;
  const perSecond = await delivered(url, () => send(room, message));
  await sockets.close();
  return perSecond;
}

async function throughPlainSockets(text: string): Promise<number> {
  const http = createServer();
  const plain = new WebSocketServer({ server: http, perMessageDeflate: false });
  const url = `${await listening(http)}/${randomBytes(2).toString("hex")}`;
  const perSecond = await delivered(url, () => {
    for (const client of plain.clients) client.send(text);
  });
  plain.close();
  http.close();
  return perSecond;
}

async function listening(http: Server): Promise<string> {
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  return `ws://127.0.0.1:${(http.address() as AddressInfo).port}`;
}

/** Deliveries a second, until the last wall has the last message. */
async function delivered(url: string, broadcast: () => void): Promise<number> {
  await ask({ open: url, count: walls });
  broadcast();
  await ask({ received: walls });
  const begun = performance.now();
  for (let sent = 1; sent <= broadcasts; sent++) {
    broadcast();
    if (sent % atOnce === 0) await turn();
  }
  await ask({ received: walls * broadcasts });
  const seconds = (performance.now() - begun) / 1_000;
  await ask({ close: true });
  return (walls * broadcasts) / seconds;
}
