// Bounded waits: no free connection, a transaction that takes too long, a database that keeps nothing; each is a 503 in time.

import { randomUUID } from "node:crypto";
import { livePath } from "@fieldline/protocol";
import pg from "pg";
import { io } from "socket.io-client";
import { describe, expect, it, onTestFinished } from "vitest";
import { buildApp } from "../../apps/server/src/app.ts";
import type { Config } from "../../apps/server/src/platform/config.ts";
import { openDatabase, type Patience } from "../../apps/server/src/platform/db/database.ts";
import { openPlatform } from "../../apps/server/src/platform/platform.ts";
import { danishField, danishNumber } from "./support/field.ts";

const field = await danishField(
  Array.from({ length: 3 }, (_, i) => ({ record: `house${i}`, region: "DK04", number: danishNumber(i, 0) })),
);
const { url, waveId } = field;
const soon = { status: 503, after: "2" };

/** The field's server again, with other limits, for the time of a test. */
async function server({ patience, ...settings }: Partial<Config> & { patience?: Patience } = {}) {
  const { config, keys, logger, clock } = field.platform;
  const platform = openPlatform({
    ...{ config: { ...config, ...settings }, url, keys, logger, clock },
    ...(patience ? { patience } : {}),
  });
  const app = await buildApp(platform);
  onTestFinished(async () => {
    await app.close();
    await platform.close();
  });
  return app;
}
const owner = async (text: string) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(text).finally(() => client.end());
};

describe("connections", () => {
  it("that are all in use are waited for, not for long, and not by ever more requests", async () => {
    const database = openDatabase(url, { poolSize: 1, connectionWait: 300, mostWaiting: 2 });
    let free = () => {};
    const busy = database.read("plain", () => new Promise<void>((resolve) => (free = resolve)));
    await expect.poll(() => database.pool.totalCount).toBe(1);
    const asked = Array.from({ length: 4 }, () => database.read("plain", (tx) => tx.wave.count()));
    const answers = await Promise.allSettled(asked);
    expect(answers.map((one) => one.status === "rejected" && one.reason.problem?.code)).toEqual(
      Array.from({ length: 4 }, () => "server.busy"),
    );
    free();
    await busy;
    expect(await database.read("plain", (tx) => tx.wave.count())).toBe(1);
    await database.close();
  });
});

describe("a transaction that takes too long", () => {
  it("is undone, and the desk may ask again", async () => {
    const app = await server({ patience: { transaction: 1_500, statement: 1_000, idle: 30_000 } });
    const mette = await field.interviewer("mette");
    const locker = new pg.Client({ connectionString: url });
    await locker.connect();
    await locker.query('BEGIN; LOCK TABLE "lease" IN ACCESS EXCLUSIVE MODE');
    const order = { commandId: randomUUID(), waveId };
    const next = () =>
      app.inject({
        method: "POST",
        url: "/api/desk/next-case",
        headers: { cookie: mette.cookie },
        payload: order,
      });
    const reply = await next();
    expect({
      status: reply.statusCode,
      after: reply.headers["retry-after"],
      body: reply.json(),
    }).toMatchObject({
      ...soon,
      body: { code: "server.tooSlow" },
    });
    await locker.query("ROLLBACK");
    await locker.end();
    await expect.poll(async () => (await next()).json(), { timeout: 20_000 }).toHaveProperty("case.id");
  });
});

describe("a database that keeps nothing", () => {
  it.each([
    [
      "its disk is full",
      `CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$;
       CREATE TRIGGER full_disk BEFORE INSERT ON journal_entry EXECUTE FUNCTION full_disk()`,
      "DROP TRIGGER full_disk ON journal_entry",
    ],
    [
      "it only reads",
      `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = on', current_database()); END $$`,
      `SET transaction_read_only = off;
       DO $$ BEGIN EXECUTE format('ALTER DATABASE %I RESET default_transaction_read_only', current_database()); END $$`,
    ],
  ])("acknowledges nothing and is not ready: %s", async (_why, breaks, mends) => {
    const lars = await field.interviewer("lars");
    await lars.ask("GET", "/api/session");
    await owner(breaks);
    const app = await server();
    const ask = (method: "GET" | "POST", address: string, payload?: object) =>
      app.inject({ method, url: address, headers: { cookie: lars.cookie }, ...(payload ? { payload } : {}) });
    const order = { commandId: randomUUID(), waveId };
    const refused = await ask("POST", "/api/desk/next-case", order);
    const health = await ask("GET", "/healthz/ready");
    await owner(mends);
    expect({
      status: refused.statusCode,
      after: refused.headers["retry-after"],
      body: refused.json(),
    }).toMatchObject({
      ...soon,
      body: { code: "server.cannotKeep" },
    });
    expect([health.statusCode, health.json().parts.database]).toEqual([503, "cannotKeep"]);
    const held = await field.platform.database.read("contact", (tx) =>
      tx.commandReceipt.count({ where: { id: order.commandId } }),
    );
    expect(held).toBe(0);
  });
});

it("a database that lacks what this version needs, being an older one, is no database to work on", async () => {
  const last = "migration_name = (SELECT max(migration_name) FROM _prisma_migrations)";
  await owner(`UPDATE _prisma_migrations SET rolled_back_at = now() WHERE ${last}`);
  const app = await server();
  await app.listen({ host: "127.0.0.1", port: 0 });
  const health = () => app.inject("/healthz/ready").then((reply) => reply.json().parts.database);
  await expect.poll(health, { timeout: 20_000 }).toBe("otherSchema");
  await owner(`UPDATE _prisma_migrations SET rolled_back_at = NULL WHERE ${last}`);
});

it("more sockets than one server serves are sent elsewhere", async () => {
  const app = await server({ limits: { ...field.platform.config.limits, sockets: 1 } });
  const base = await app.listen({ host: "127.0.0.1", port: 0 });
  const sofia = await field.person({ name: "sofia", roles: ["supervisor"] });
  const sockets = [1, 2].map(() =>
    io(base, {
      ...{ path: livePath, transports: ["websocket"], reconnection: false, forceNew: true },
      extraHeaders: { cookie: sofia.cookie },
      autoConnect: false,
    }),
  );
  const opens = (socket: (typeof sockets)[number] | undefined) =>
    new Promise<boolean>((resolve) => {
      socket
        ?.once("connect", () => resolve(true))
        .once("connect_error", () => resolve(false))
        .connect();
    });
  expect([await opens(sockets[0]), await opens(sockets[1])]).toEqual([true, false]);
  for (const socket of sockets) socket.disconnect();
});
