// The topology of docker-compose.yml: one PostgreSQL, two servers, haproxy with the shipped configuration in front.

import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "../../apps/server/src/commands/terminal.ts";
import { usersCommand } from "../../apps/server/src/commands/users.ts";
import { topologyOf } from "./support/balancer.ts";
import { danishField } from "./support/field.ts";
import { runningClock } from "./support/platform.ts";
import { withPlan } from "./support/quota-field.ts";
import { type ReconnectingWall, reconnectingWalls } from "./support/reconnecting-wall.ts";
import { connected, type Handshake } from "./support/wall.ts";

const field = await danishField([], runningClock());
await withPlan(field, { total: 10, men: 5, women: 5 });
const supervisor = async (name: string, countries: readonly string[]) => ({
  name,
  password: await field.password({ name, roles: ["supervisor"], languages: [], countries }),
});
const sofia = await supervisor("sofia", ["DK"]);
const cell = "DK/total/all";
const german = "DE/total/all";

const balancer = await topologyOf(field);
const { servers } = balancer;
const opensWall = reconnectingWalls(balancer.base, field.waveId);
let cookie = "";
const foreign = "http://elsewhere.example";

async function send(base: string, method: string, path: string, body?: object, headers: object = {}) {
  const json = body ? { "content-type": "application/json" } : {};
  const reply = await fetch(base + path, {
    method,
    headers: { cookie, ...json, ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: reply.status, headers: reply.headers, body: await reply.json().catch(() => null) };
}
const signIn = (headers: object = {}, who = sofia) =>
  send(balancer.base, "POST", "/api/session", who, headers);
const cookieOf = async (who: typeof sofia) => {
  const reply = await signIn({}, who);
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  return reply.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
};
const pathOf = (id: string) => `/api/waves/${field.waveId}/quota-cells/${encodeURIComponent(id)}`;
const setTarget = (base: string, target: number, commandId: string = randomUUID()) =>
  send(base, "PATCH", pathOf(cell), { commandId, change: { kind: "setTarget", target } });
const targetNow = async () =>
  (
    await field.platform.database.read("plain", (tx) =>
      tx.quotaCell.findUnique({ where: { waveId_id: { waveId: field.waveId, id: cell } } }),
    )
  )?.target;
const getsSocket = (handshake: Handshake) =>
  connected(balancer.base, handshake).then(
    () => true,
    () => false,
  );

beforeAll(async () => {
  cookie = await cookieOf(sofia);
});

describe("through the balancer", () => {
  it("a supervisor who signs in is signed in on both servers, and requests go to both", async () => {
    expect(cookie).toMatch(/^fieldline_session=[^;]+$/);
    for (const { base } of servers) expect((await send(base, "GET", "/api/session")).body.name).toBe("sofia");
    const before = servers.map((server) => server.answered("GET /api/waves"));
    for (let i = 0; i < 6; i++) expect((await send(balancer.base, "GET", "/api/waves")).status).toBe(200);
    const answered = () => servers.map((server, i) => server.answered("GET /api/waves") - (before[i] ?? 0));
    await expect.poll(answered).toEqual([3, 3]);
  });

  it("a command repeated over servers has one fate", async () => {
    const commandId = randomUUID();
    const replies = [];
    for (const base of [servers[0].base, servers[1].base, balancer.base]) {
      replies.push(await setTarget(base, 12, commandId));
    }
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(replies[1]?.body).toEqual(replies[0]?.body);
    expect(replies[2]?.body).toEqual(replies[0]?.body);
    const changes = await field.platform.database.read("plain", (tx) =>
      tx.journalEntry.count({ where: { action: "quotas.changeCell" } }),
    );
    expect(changes).toBe(1);
    const other = await setTarget(servers[1].base, 13, commandId);
    expect(other).toMatchObject({ status: 409, body: { code: "command.differentContent" } });
    expect(await targetNow()).toBe(12);
  });

  it("what a client says of host, protocol and address is replaced by what the balancer sees", async () => {
    const forged = { "x-forwarded-proto": "https", forwarded: "proto=https;host=elsewhere.example" };
    const plain = await signIn(forged);
    expect(plain.headers.get("set-cookie")).not.toMatch(/secure/i);
    const host = { origin: foreign, "x-forwarded-host": "elsewhere.example" };
    expect((await signIn(host)).body).toMatchObject({ code: "request.foreignOrigin" });
    expect((await signIn({ origin: balancer.base })).status).toBe(200);
  });
});

describe("a wall through the balancer", () => {
  let walls: readonly [ReconnectingWall, ReconnectingWall];

  it("needs no stickiness: two walls are on two servers and hear of both", async () => {
    walls = [await opensWall(cookie), await opensWall(cookie)];
    for (const wall of walls) {
      expect(wall.heard[0]?.kind).toBe("snapshot");
      expect(wall.target(cell)).toBe(12);
    }
    for (const [index, { base }] of servers.entries()) {
      expect((await setTarget(base, 20 + index)).status).toBe(200);
      for (const wall of walls) await wall.until(() => wall.target(cell) === 20 + index);
    }
  });

  it("is for our own pages only, whatever another site's page claims, and for people who are signed in", async () => {
    const own = { origin: balancer.base };
    expect(await getsSocket({ ...own, cookie })).toBe(true);
    expect(await getsSocket({ ...own })).toBe(false);
    expect(await getsSocket({ origin: foreign, cookie })).toBe(false);
    const headers = { "x-forwarded-host": "elsewhere.example" };
    expect(await getsSocket({ origin: foreign, cookie, headers })).toBe(false);
  });

  it("is looked at again at once when an operator cuts what its person sees", async () => {
    const karen = await supervisor("karen", ["DE", "DK"]);
    const own = await cookieOf(karen);
    const wall = await opensWall(own);
    expect(wall.target(german)).toBe(10);
    const terminal = { out: () => {}, err: (line: string) => expect.fail(line) };
    await runCommand(usersCommand, ["scope", "karen", "--countries", "DK"], terminal, (work) =>
      work(field.platform),
    );
    expect((await send(balancer.base, "GET", pathOf(german), undefined, { cookie: own })).status).toBe(404);
    await wall.until(() => wall.lost() === 1);
    const after = wall.heard.length;
    const peter = { cookie: await cookieOf(await supervisor("peter", ["DE", "DK"])) };
    const change = { kind: "setTarget", target: 40 };
    for (const id of [german, cell]) {
      const body = { commandId: randomUUID(), change };
      expect((await send(balancer.base, "PATCH", pathOf(id), body, peter)).status).toBe(200);
    }
    await wall.until(() => wall.target(cell) === 40);
    expect(wall.target(german)).toBeUndefined();
    expect(JSON.stringify(wall.heard.slice(after))).not.toContain("DE/");
  });

  it("goes on over the other server when its own is stopped, and no request fails meanwhile", async () => {
    const before = walls.map(({ heard }) => heard.length);
    const work = keepWorking();
    await pause(500);
    servers[0].process.child.kill("SIGTERM");
    expect(await servers[0].process.end()).toMatchObject({ code: 0 });
    await pause(1_500);
    const { sent, failed } = await work.stop();
    expect(sent).toBeGreaterThan(20);
    expect(failed).toEqual([]);
    expect(walls.map((wall) => wall.lost()).toSorted()).toEqual([0, 1]);
    expect((await setTarget(balancer.base, 30)).status).toBe(200);
    for (const wall of walls) await wall.until(() => wall.target(cell) === 30);
    const since = walls.flatMap(({ heard }, index) => heard.slice(before[index]));
    expect(since.filter(({ kind }) => kind === "snapshot")).toEqual([]);
  });

  it("takes a server in again that comes back, and the death of the other costs no request", async () => {
    await balancer.startAgain(0);
    const [back, dying] = servers;
    for (let tries = 0; back.answered("GET /api/waves") === 0; tries++) {
      expect(tries).toBeLessThan(100);
      await pause(100);
      await send(balancer.base, "GET", "/api/waves");
    }
    const work = keepWorking();
    await pause(500);
    dying.process.child.kill("SIGKILL");
    await pause(3_000);
    const { sent, failed, lastTarget } = await work.stop();
    expect(sent).toBeGreaterThan(20);
    expect(failed).toEqual([]);
    for (const wall of walls) await wall.until(() => wall.target(cell) === lastTarget);
    expect(await targetNow()).toBe(lastTarget);
  });
});

it("without any server the balancer asks to come back in the servers' own words", async () => {
  servers[0].process.child.kill("SIGTERM");
  await servers[0].process.end();
  const reply = await send(balancer.base, "GET", "/api/waves");
  expect(reply.status).toBe(503);
  expect(reply.headers.get("retry-after")).toBe("2");
  expect(reply.body).toEqual({
    code: "server.draining",
    message: "The server is closing down. Try again in a moment.",
  });
  expect((await fetch(balancer.monitor)).status).toBe(503);
});

/** A desk's work in small: reads and commands one after the other, beside each other, each sent once. */
function keepWorking() {
  let on = true;
  let sent = 0;
  let lastTarget = 0;
  const failed: unknown[] = [];
  const note = ({ status, body }: { status: number; body: unknown }) => {
    sent++;
    if (status !== 200) failed.push({ status, body });
  };
  const offline = (error: unknown) => ({ status: 0, body: String(error) });
  const reads = async () => {
    while (on) note(await send(balancer.base, "GET", "/api/waves").catch(offline));
  };
  const commands = async () => {
    for (let target = 100; on; target++) {
      note(await setTarget(balancer.base, target).catch(offline));
      lastTarget = target;
    }
  };
  const all = Promise.all([reads(), reads(), commands()]);
  return {
    stop: async () => {
      on = false;
      await all;
      return { sent, failed, lastTarget };
    },
  };
}
