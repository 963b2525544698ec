// Two server processes with duties: the news go on when one of them freezes, and when the other is killed.

import { randomUUID } from "node:crypto";
import { afterAll, expect, it } from "vitest";
import { danishField } from "./support/field.ts";
import { runningClock } from "./support/platform.ts";
import { withPlan } from "./support/quota-field.ts";
import { type ServerProcess, startServerProcess } from "./support/server-process.ts";
import { wallOf } from "./support/wall.ts";

const field = await danishField([], runningClock());
await withPlan(field, { total: 100, men: 50, women: 50 });
const { waveId, platform } = field;
const password = await field.password({ name: "sofia", roles: ["supervisor"] });

const settings = {
  NODE_ENV: "test",
  DATABASE_URL: field.url,
  HASH_KEY: Buffer.from(platform.keys.hash).toString("hex"),
  ENCRYPTION_KEY: Buffer.from(platform.keys.encryption).toString("hex"),
};
const servers: ServerProcess[] = [];
afterAll(async () => {
  for (const { child } of servers) child.kill("SIGKILL");
  await Promise.all(servers.map((server) => server.end()));
});
const server = async (): Promise<{ process: ServerProcess; base: string }> => {
  const process = startServerProcess(settings);
  servers.push(process);
  return { process, base: await process.base() };
};

const json = { "content-type": "application/json" };
async function signIn(base: string): Promise<string> {
  const body = JSON.stringify({ name: "sofia", password });
  const reply = await fetch(`${base}/api/session`, { method: "POST", headers: json, body });
  expect(reply.status).toBe(200);
  return reply.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}
async function setTarget(base: string, cookie: string, target: number): Promise<void> {
  const body = JSON.stringify({ commandId: randomUUID(), change: { kind: "setTarget", target } });
  const url = `${base}/api/waves/${waveId}/quota-cells/${encodeURIComponent("DK/sex/M")}`;
  const reply = await fetch(url, { method: "PATCH", headers: { ...json, cookie }, body });
  expect(reply.status).toBe(200);
}
const sequencers = async (): Promise<number> => {
  const { rows } = await platform.database.pool.query(
    `select pid from pg_locks l join pg_database d on d.oid = l.database
    where locktype = 'advisory' and datname = current_database() and granted
      and objid = (hashtext('sequencer')::bigint & 4294967295)::oid`,
  );
  return rows.length;
};

it("go on while a server is frozen, and after the other one was killed", { timeout: 90_000 }, async () => {
  const first = await server();
  const cookie = await signIn(first.base);
  await expect.poll(sequencers).toBe(1);
  const second = await server();
  const wall = await wallOf(second.base, cookie, { waveId });
  const target = () => wall.row("cells", "DK/sex/M")?.["target"];
  await setTarget(first.base, cookie, 60);
  await wall.until("what happened at the first server", () => target() === 60);

  first.process.child.kill("SIGSTOP");
  const frozenAt = performance.now();
  await setTarget(second.base, cookie, 61);
  await wall.until("a change while the sequencer is frozen", () => target() === 61, 20);
  expect(performance.now() - frozenAt).toBeLessThan(10_000);
  first.process.child.kill("SIGCONT");

  const woken = await wallOf(first.base, cookie, { waveId });
  second.process.child.kill("SIGKILL");
  await wall.until("the end of the second server", () => wall.cutOff !== null);
  await setTarget(first.base, cookie, 62);
  await woken.until("a change after the kill", () => woken.row("cells", "DK/sex/M")?.["target"] === 62);
  const again = await wallOf(first.base, cookie, {
    waveId,
    after: wall.upTo,
    countries: [...wall.countries],
  });
  expect(again.messages[0]?.kind).toBe("delta");
  expect([wall.gaps, woken.gaps]).toEqual([0, 0]);
});
