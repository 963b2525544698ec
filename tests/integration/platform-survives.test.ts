// A supervisor works on while the database is killed, the server is killed, the server is stopped: nothing is lost.

import { randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, expect, it } from "vitest";
import { serverUrl } from "../../apps/server/src/platform/postgres/login.ts";
import { databasePasswords } from "../../apps/server/src/platform/postgres/secrets.ts";
import { type ServerProcess, startServerProcess } from "./support/server-process.ts";
import { type Wall, wallOf } from "./support/wall.ts";

const data = mkdtempSync(join(tmpdir(), "fieldline-survives-"));
chmodSync(data, 0o711);
let server: ServerProcess;
let base = "";
const start = async (port = "0") => {
  server = startServerProcess({ DATA_DIR: data, PORT: port, DRAIN_SECONDS: "1" });
  base = await server.base();
};
afterAll(async () => {
  server.child.kill("SIGTERM");
  await server.end();
  rmSync(data, { recursive: true });
});

const pidFile = () => readFileSync(join(data, "postgres/postmaster.pid"), "utf8").split("\n");
const sql = async <Row extends pg.QueryResultRow>(text: string): Promise<Row[]> => {
  const url = serverUrl(Number(pidFile()[3]), databasePasswords(data).server);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Row>(text);
  await client.end();
  return rows;
};

let cookie = "";
let wave = "";
const cell = "DK/total/all";
const send = async (method: string, path: string, body?: object) => {
  const reply = await fetch(base + path, {
    method,
    headers: { cookie, ...(body ? { "content-type": "application/json" } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: reply.status, headers: reply.headers, body: await reply.json() };
};
const ready = () =>
  send("GET", "/healthz/ready").then(
    ({ status }) => status,
    () => 0,
  );

/** Sets one target after the other, each sent under its id until somebody answers, as a page does. */
function keepsWorking() {
  const acknowledged: string[] = [];
  const refused: unknown[] = [];
  let target = 1_000;
  let on = true;
  const change = { kind: "setTarget" } as const;
  const one = async (): Promise<void> => {
    const commandId = randomUUID();
    target++;
    while (on) {
      const body = { commandId, change: { ...change, target } };
      const path = `/api/waves/${wave}/quota-cells/${encodeURIComponent(cell)}`;
      const reply = await send("PATCH", path, body).catch(() => null);
      if (reply?.status === 200) return void acknowledged.push(commandId);
      if (reply && (reply.status !== 503 || !reply.headers.get("retry-after"))) refused.push(reply);
      await pause(50);
    }
  };
  const work = (async () => {
    while (on) await one();
  })();
  const stop = async () => {
    on = false;
    await work;
  };
  /** Waits until so many more were acknowledged. */
  const more = async (count: number) => {
    const until = acknowledged.length + count;
    await expect.poll(() => acknowledged.length, { timeout: 30_000 }).toBeGreaterThanOrEqual(until);
  };
  return { acknowledged, refused, more, stop, target: () => target };
}
let work: ReturnType<typeof keepsWorking>;
let wall: Wall;

const everythingIsThere = async () => {
  const acknowledged = [...work.acknowledged];
  const rows = await sql<{ command_id: string }>(
    "SELECT command_id FROM journal_entry WHERE action = 'quotas.changeCell'",
  );
  const journalled = rows.map((row) => row.command_id);
  expect(new Set(journalled).size).toBe(journalled.length);
  expect(acknowledged.filter((id) => !journalled.includes(id))).toEqual([]);
};

it("is set up, and a supervisor begins to work", { timeout: 120_000 }, async () => {
  await start();
  const line =
    server
      .output()
      .split("\n")
      .find((one) => /supervisor, only DK|supervisor/.test(one)) ?? "";
  const [name = "", password = ""] = line.trim().split(/\s+/);
  const signedIn = await send("POST", "/api/session", { name, password });
  expect(signedIn.status, line).toBe(200);
  cookie = signedIn.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  wave = (await send("GET", "/api/waves")).body.waves[0].id;
  work = keepsWorking();
  await work.more(5);
});

it("the database is killed: it comes back, work and news go on", { timeout: 60_000 }, async () => {
  wall = await wallOf(base, cookie, { waveId: wave });
  const killed = Number(pidFile()[0]);
  process.kill(killed, "SIGKILL");
  await expect.poll(ready, { timeout: 30_000, interval: 10 }).toBe(503);
  await work.more(10);
  await expect.poll(ready, { timeout: 30_000 }).toBe(200);
  expect(Number(pidFile()[0])).not.toBe(killed);
  const since = work.target();
  await wall.until("the news of now", () => wall.row("cells", cell)?.["target"] >= since, 15);
  expect(work.refused).toEqual([]);
  await everythingIsThere();
});

it("duties go on with it", async () => {
  const locks = () =>
    sql(
      "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = (hashtext('sequencer')::bigint & 4294967295)::oid",
    );
  await expect.poll(async () => (await locks()).length, { timeout: 10_000 }).toBe(1);
});

it("the server is killed: the next one ends the orphan, and everything acknowledged is there", {
  timeout: 60_000,
}, async () => {
  const orphan = pidFile()[0];
  server.child.kill("SIGKILL");
  await server.end();
  expect(pidFile()[0]).toBe(orphan);
  await start(new URL(base).port);
  expect(server.output()).toContain("A database process of an earlier run was stopped.");
  await work.more(5);
  expect(work.refused).toEqual([]);
  await everythingIsThere();
});

it("the server is stopped in the middle of it: it goes in good order, and nothing is lost", {
  timeout: 60_000,
}, async () => {
  server.child.kill("SIGTERM");
  expect(await server.end()).toMatchObject({ code: 0, stderr: "" });
  await start(new URL(base).port);
  expect(server.output()).not.toContain("earlier run");
  await work.more(5);
  await work.stop();
  expect(work.refused).toEqual([]);
  await everythingIsThere();
});
