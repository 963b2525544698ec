// One of two servers is told to leave while desks work: calls go on, nobody gets a new case there, nothing is lost.

import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { seeded } from "@fieldline/kernel";
import { afterAll, beforeAll, expect, it } from "vitest";
import { danishField, danishNumber } from "./support/field.ts";
import { runningClock } from "./support/platform.ts";
import { withPlan } from "./support/quota-field.ts";
import { type Seat, seated, seqAtCheck } from "./support/seats.ts";
import { type ServerProcess, startServerProcess } from "./support/server-process.ts";
import { type Wall, wallOf } from "./support/wall.ts";

const field = await danishField(
  Array.from({ length: 4 }, (_, i) => ({
    record: `house${i}`,
    region: "DK04",
    number: danishNumber(90 + i, 0),
  })),
  runningClock(),
);
await withPlan(field, { total: 100, men: 50, women: 50 });
const { database, keys } = field.platform;
const settings = {
  NODE_ENV: "test",
  DATABASE_URL: field.url,
  DRAIN_SECONDS: "3",
  HASH_KEY: Buffer.from(keys.hash).toString("hex"),
  ENCRYPTION_KEY: Buffer.from(keys.encryption).toString("hex"),
};
const lars = await field.interviewer("lars");
const leaving = startServerProcess(settings);
const staying = startServerProcess(settings);
const bases: string[] = [];
let seats: readonly Seat[];
beforeAll(async () => {
  bases.push(await leaving.base(), await staying.base());
  seats = await seated(field, 4, seeded("leaving"));
});
afterAll(async () => {
  for (const { child } of [leaving, staying]) child.kill("SIGKILL");
  await Promise.all([leaving, staying].map((server: ServerProcess) => server.end()));
});

async function ask(base: string, cookie: string, method: "GET" | "POST", url: string, body?: object) {
  const type = body ? { "content-type": "application/json" } : {};
  const sent = body ? { body: JSON.stringify(body) } : {};
  const reply = await fetch(base + url, { method, headers: { cookie, ...type }, ...sent });
  return { status: reply.status, after: reply.headers.get("retry-after"), body: await reply.json() };
}
type Answered = Awaited<ReturnType<typeof ask>>;

/** What a desk on the line does: takes its place, then changes the language to and fro, each step until answered. */
function worksOn(seat: Seat) {
  const { cookie, interviewId, fence } = seat;
  const acknowledged: { id: string; seq: number }[] = [];
  const refused: unknown[] = [];
  let by: Record<string, number> = {};
  let seq = seqAtCheck;
  let on = true;
  const post = async (base: string, step: object): Promise<Answered | null> =>
    ask(base, cookie, "POST", `/api/interviews/${interviewId}/operations`, {
      fence,
      operations: [step],
    }).catch(() => null);
  const say = async (content: object): Promise<void> => {
    const step = { id: randomUUID(), seq: ++seq, at: "2008-04-16T15:00:00.000Z", ...content };
    for (let turn = 0; ; turn++) {
      const base = bases[turn % 2] ?? "";
      const reply = await post(base, step);
      if (reply?.status === 200 && ["ok", "duplicate"].includes(reply.body.replies[0].status)) {
        acknowledged.push({ id: step.id, seq: step.seq });
        by = { ...by, [base]: (by[base] ?? 0) + 1 };
        return;
      }
      if (reply && reply.status !== 503) return void refused.push(reply);
      await pause(20);
    }
  };
  const work = (async () => {
    await say({ type: "checkQuota" });
    while (on) await say({ type: "switchLanguage", language: seq % 2 === 0 ? "en" : "da" });
  })();
  return {
    ...{ acknowledged, refused, interviewId },
    by: (base: string | undefined) => by[base ?? ""] ?? 0,
    stop: async () => {
      on = false;
      await work;
    },
  };
}

it("calls go on to their end, new cases are handed out by the other server, leases and places stay", async () => {
  const [one = "", other = ""] = bases;
  const sofia = await field.person({ name: "sofia", roles: ["supervisor"] });
  const wall: Wall = await wallOf(one, sofia.cookie, { waveId: field.waveId });
  const desks = seats.map(worksOn);
  await expect
    .poll(() => desks.every((desk) => desk.acknowledged.length > 3), { timeout: 20_000 })
    .toBe(true);

  leaving.child.kill("SIGTERM");
  await expect
    .poll(async () => (await ask(one, "", "GET", "/healthz/ready")).body)
    .toMatchObject({
      state: "notReady",
      parts: { leaving: "draining", database: "ok" },
    });
  await wall.until(
    "that it hung up, so that the page connects to another server",
    () => wall.cutOff !== null,
  );
  const order = { commandId: randomUUID(), waveId: field.waveId };
  const turnedAway = await ask(one, lars.cookie, "POST", "/api/desk/next-case", order);
  expect(turnedAway).toMatchObject({ status: 503, after: "2", body: { code: "server.draining" } });
  expect((await ask(one, lars.cookie, "GET", "/api/desk")).status).toBe(200);
  const before = desks.map((desk) => desk.by(one));
  await expect.poll(() => desks.every((desk, i) => desk.by(one) > (before[i] ?? 0))).toBe(true);
  const handedOut = await ask(other, lars.cookie, "POST", "/api/desk/next-case", order);
  expect(handedOut.body).toHaveProperty("case.id");

  expect(await leaving.end()).toMatchObject({ code: 0, stderr: "" });
  const then = desks.map((desk) => desk.by(other));
  await expect
    .poll(() => desks.every((desk, i) => desk.by(other) > (then[i] ?? 0)), { timeout: 20_000 })
    .toBe(true);
  await Promise.all(desks.map((desk) => desk.stop()));

  expect(desks.flatMap((desk) => desk.refused)).toEqual([]);
  for (const { interviewId, acknowledged } of desks) {
    const log = await database.read("plain", (tx) =>
      tx.interviewOperation.findMany({
        where: { interviewId, seq: { gt: seqAtCheck } },
        orderBy: { seq: "asc" },
      }),
    );
    expect(log.map(({ id, seq }) => ({ id, seq }))).toEqual(acknowledged);
  }
  const cell = await database.read("plain", (tx) =>
    tx.quotaCell.findUnique({ where: { waveId_id: { waveId: field.waveId, id: "DK/total/all" } } }),
  );
  const leases = await database.read("contact", (tx) => tx.lease.count({ where: { endedAt: null } }));
  expect([cell?.reserved, leases]).toEqual([seats.length, seats.length + 1]);
});
