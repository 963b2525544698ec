// A bad line to the database: nothing acknowledged is lost, nothing is done twice, and nobody waits for long.

import { randomUUID } from "node:crypto";
import type { CommandId } from "@fieldline/kernel";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { buildApp } from "../../apps/server/src/app.ts";
import { operatorActor } from "../../apps/server/src/platform/actor.ts";
import { command } from "../../apps/server/src/platform/command.ts";
import { openPlatform } from "../../apps/server/src/platform/platform.ts";
import { danishField, danishNumber } from "./support/field.ts";
import { withPlan } from "./support/quota-field.ts";
import { seated, seqAtCheck } from "./support/seats.ts";
import { tcpProxy } from "./support/tcp-proxy.ts";

const field = await danishField(
  Array.from({ length: 4 }, (_, i) => ({
    record: `house${i}`,
    region: "DK04",
    number: danishNumber(50 + i, 0),
  })),
);
await withPlan(field, { total: 100, men: 50, women: 50 });
const { config, keys, logger, clock, database } = field.platform;
const line = await tcpProxy(Number(new URL(field.url).port));
const platform = openPlatform({
  ...{ config, keys, logger, clock, url: line.through(field.url) },
  patience: { transaction: 2_000, statement: 500, idle: 30_000 },
});
const app = await buildApp(platform);
let base = "";
beforeAll(async () => {
  base = await app.listen({ host: "127.0.0.1", port: 0 });
});
beforeEach(() => line.fault(null));
afterAll(async () => {
  line.fault(null);
  await app.close();
  await platform.close();
  await line.close();
});

async function ask(cookie: string, method: "GET" | "POST", url: string, body?: object) {
  const type = body ? { "content-type": "application/json" } : {};
  const sent = body ? { body: JSON.stringify(body) } : {};
  const reply = await fetch(base + url, { method, headers: { cookie, ...type }, ...sent });
  return { status: reply.status, after: reply.headers.get("retry-after"), body: await reply.json() };
}
const away = { status: 503, after: "2", body: { code: "server.noDatabase" } };
const isCommit = (sent: Buffer) => sent.includes("COMMIT");

describe("a line that is cut while a change is committed", () => {
  it.each(["cutAfterRequest", "cutBeforeReply"] as const)(
    "%s: the desk is told to ask again, and gets the case it was given",
    async (kind) => {
      const desk = await field.interviewer(kind);
      const userId = (await desk.ask("GET", "/api/session")).body.id as string;
      const order = { commandId: randomUUID(), waveId: field.waveId };
      line.fault({ kind, when: isCommit, times: 1 });
      expect(await ask(desk.cookie, "POST", "/api/desk/next-case", order)).toMatchObject(away);
      const again = await ask(desk.cookie, "POST", "/api/desk/next-case", order);
      expect(again.status, JSON.stringify(again.body)).toBe(200);
      const held = await database.read("contact", (tx) =>
        tx.lease.findMany({ where: { endedAt: null, userId } }),
      );
      expect(held.map(({ caseId }) => caseId)).toEqual([again.body.case.id]);
    },
  );

  it("leaves no connection behind that nobody can use, however often it happens", async () => {
    let done = 0;
    const count = command({
      name: "testing.count",
      action: null,
      data: "plain",
      input: z.object({}),
      reply: z.object({ done: z.number() }),
      run: async () => ({ reply: { done: ++done }, journal: "unchanged" }),
    });
    for (let i = 1; i <= 25; i++) {
      const call = { actor: operatorActor, commandId: randomUUID() as CommandId, input: {} };
      line.fault({ kind: "cutBeforeReply", when: isCommit, times: 1 });
      await expect(platform.execute(count, call)).rejects.toThrow();
      expect(await platform.execute(count, call)).toEqual({ done: i });
    }
    expect(platform.database.pool.waitingCount).toBe(0);
  });

  it("answers are recorded once, and acknowledged", async () => {
    const [seat] = await seated(field, 1, () => 0.5);
    if (!seat) return expect.fail("nobody is seated");
    const { cookie, interviewId, fence } = seat;
    const operation = {
      id: randomUUID(),
      seq: seqAtCheck + 1,
      at: "2008-04-16T15:00:00.000Z",
      type: "checkQuota",
    };
    line.fault({ kind: "cutBeforeReply", when: (sent) => sent.includes(operation.id), times: 1 });
    const post = () =>
      ask(cookie, "POST", `/api/interviews/${interviewId}/operations`, { fence, operations: [operation] });
    const before = line.cuts();
    const first = await post();
    expect(line.cuts() - before).toBe(1);
    const reply = first.status === 503 ? await post() : first;
    expect(reply.status, JSON.stringify(reply.body)).toBe(200);
    expect(["ok", "duplicate"]).toContain(reply.body.replies[0].status);
    expect((await post()).body.replies[0].status).toBe("duplicate");
    const kept = await database.read("plain", (tx) =>
      tx.interviewOperation.count({ where: { interviewId, seq: operation.seq } }),
    );
    expect(kept).toBe(1);
  });
});

describe("a line that lets nothing pass and says nothing", () => {
  const parts = async () => (await ask("", "GET", "/healthz/ready")).body.parts;

  it("ends what waits for it with an answer, refuses the next at once, and is well again by itself", async () => {
    const lars = await field.interviewer("lars");
    const order = { commandId: randomUUID(), waveId: field.waveId };
    expect((await ask(lars.cookie, "GET", "/api/desk")).status).toBe(200);
    line.fault({ kind: "blackHole" });
    const underWay = ask(lars.cookie, "POST", "/api/desk/next-case", order);
    await expect.poll(parts, { timeout: 10_000 }).toMatchObject({ database: "away" });
    const from = performance.now();
    expect(await ask(lars.cookie, "GET", "/api/desk")).toMatchObject(away);
    expect((await ask("", "GET", "/healthz/live")).status).toBe(200);
    expect(performance.now() - from).toBeLessThan(1_000);
    expect(await underWay).toMatchObject({ status: 503, after: "2" });
    line.fault(null);
    await expect.poll(parts, { timeout: 10_000 }).toMatchObject({ database: "ok", news: "ok" });
    await expect
      .poll(async () => (await ask(lars.cookie, "POST", "/api/desk/next-case", order)).status, {
        timeout: 10_000,
      })
      .toBe(200);
  });

  it("is left when the database is elsewhere", async () => {
    const lars = await field.interviewer("lars");
    line.fault({ kind: "blackHole" });
    await expect.poll(parts, { timeout: 10_000 }).toMatchObject({ database: "away" });
    line.fault(null);
    line.aim(Number(new URL(field.url).port));
    await expect.poll(parts, { timeout: 10_000 }).toMatchObject({ database: "ok" });
    expect((await ask(lars.cookie, "GET", "/api/desk")).status).toBe(200);
  });
});
