// Servers beside each other on one database, each with an application and a pool of its own.

import { setTimeout as pause } from "node:timers/promises";
import { afterAll } from "vitest";
import { buildApp } from "../../../apps/server/src/app.ts";
import { freeExpiredPlaces } from "../../../apps/server/src/modules/quotas/index.ts";
import { systemActor } from "../../../apps/server/src/platform/actor.ts";
import { openPlatform } from "../../../apps/server/src/platform/platform.ts";
import type { Reply } from "./desk.ts";
import type { Field } from "./field.ts";
import { startServerProcess } from "./server-process.ts";

export interface ServerNode {
  ask(cookie: string, method: "GET" | "POST" | "PATCH", url: string, payload?: object): Promise<Reply>;
  /** The duty that gives lapsed places free. */
  freeExpired(): Promise<number>;
}

/** As a desk does it: 503 means the same again in a moment, a few times. */
const patient =
  (ask: ServerNode["ask"]): ServerNode["ask"] =>
  async (...request) => {
    for (let tries = 1; ; tries++) {
      const reply = await ask(...request);
      if (reply.status !== 503 || tries === 10) return reply;
      await pause(300);
    }
  };

const nodeOf = ({ app, platform }: Pick<Field, "app" | "platform">): ServerNode => ({
  ask: patient(async (cookie, method, url, payload) => {
    const reply = await app.inject({ method, url, headers: { cookie }, ...(payload ? { payload } : {}) });
    return { status: reply.statusCode, body: reply.json() };
  }),
  freeExpired: async () =>
    (await platform.execute(freeExpiredPlaces, { actor: systemActor, commandId: null, input: {} })).freed,
});

/** The field's own server and a second one, which shares nothing with it but database and keys. */
export async function twoNodes(field: Field): Promise<readonly [ServerNode, ServerNode]> {
  const { config, keys, logger, clock } = field.platform;
  const platform = openPlatform({ config, url: field.url, keys, logger, clock });
  const app = await buildApp(platform);
  afterAll(async () => {
    await app.close();
    await platform.close();
  });
  return [nodeOf(field), nodeOf({ app, platform })];
}

/** Two processes of their own, as in the field; lapsed places are freed from here, where the clock can be moved. */
export async function twoProcesses(field: Field): Promise<readonly ServerNode[]> {
  const settings = {
    NODE_ENV: "test",
    DATABASE_URL: field.url,
    DUTIES: "off",
    HASH_KEY: Buffer.from(field.platform.keys.hash).toString("hex"),
    ENCRYPTION_KEY: Buffer.from(field.platform.keys.encryption).toString("hex"),
  };
  const servers = [startServerProcess(settings), startServerProcess(settings)];
  afterAll(async () => {
    for (const { child } of servers) child.kill("SIGTERM");
    await Promise.all(servers.map((server) => server.end()));
  });
  const bases = await Promise.all(servers.map((server) => server.base()));
  const { freeExpired } = nodeOf(field);
  return bases.map((base) => ({
    ask: patient(async (cookie, method, url, payload) => {
      const sent = payload ? { body: JSON.stringify(payload) } : {};
      const headers = { cookie, ...(payload ? { "content-type": "application/json" } : {}) };
      const reply = await fetch(base + url, { method, headers, ...sent });
      return { status: reply.status, body: await reply.json() };
    }),
    freeExpired,
  }));
}
