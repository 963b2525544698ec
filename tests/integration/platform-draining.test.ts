// A server that leaves, and one that is asked for more than it can do: what is begun, refused, finished.

import { once } from "node:events";
import { Agent, get, type IncomingMessage } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { httpGround, interviewer, thing } from "./support/http-ground.ts";

const { platform, build, slowAsked } = await httpGround();
const well = { leaving: "ok", pressure: "ok", database: "ok" };

test("while it drains nothing new is begun, and what desks have goes on until the grace is over", async () => {
  const leaving = await build();
  const health = async () => (await leaving.inject("/healthz")).json();
  expect((await leaving.inject("/healthz")).statusCode).toBe(200);
  leaving.drain();
  const next = await leaving.inject({ ...thing, headers: interviewer });
  expect(next.json()).toMatchObject({ code: "server.draining" });
  expect(next.headers["retry-after"]).toBe("2");
  const goesOn = await leaving.inject("/api/slow");
  expect([goesOn.json(), goesOn.headers.connection]).toEqual([{ done: true }, "close"]);
  expect(await health()).toEqual({ state: "notReady", parts: { ...well, leaving: "draining" } });
  expect((await leaving.inject("/healthz/live")).statusCode).toBe(200);
  await leaving.whenQuiet(0);
  expect((await leaving.inject("/api/slow")).json()).toMatchObject({ code: "server.draining" });
  expect((await leaving.inject("/healthz/ready")).statusCode).toBe(503);
  await leaving.close();
});

test("a server that nobody asks for anything leaves at once, one that is asked waits for its grace", async () => {
  const leaving = await build();
  const wait = async () => {
    const from = performance.now();
    await leaving.whenQuiet(200);
    return performance.now() - from;
  };
  expect(await wait()).toBeLessThan(150);
  await leaving.close();
  const busy = await build();
  await busy.inject("/api/refused");
  const from = performance.now();
  await busy.whenQuiet(200);
  expect(performance.now() - from).toBeGreaterThan(190);
  await busy.close();
});

describe("too much at once", () => {
  test("is refused at the door, and health says so, until those inside are served", async () => {
    const full = await build({ limits: { ...platform.config.limits, requests: 1 } });
    const inside = slowAsked();
    const first = full.inject("/api/slow");
    await inside;
    const second = await full.inject("/api/slow");
    expect(second.json()).toMatchObject({ code: "server.busy" });
    expect([second.statusCode, second.headers["retry-after"]]).toEqual([503, "2"]);
    expect((await first).statusCode).toBe(200);
    expect((await full.inject("/api/slow")).statusCode).toBe(200);
    await full.close();
  });

  test("is what a process that is late with everything says, and not one that was late once", async () => {
    let lateMs = 0;
    const late = await build({}, () => lateMs);
    const base = await late.listen({ host: "127.0.0.1", port: 0 });
    const ready = async () => (await fetch(`${base}/healthz/ready`)).status;
    expect(await ready()).toBe(200);
    lateMs = 5_000;
    await expect.poll(ready, { timeout: 5_000 }).toBe(503);
    expect((await late.inject("/api/slow")).json()).toMatchObject({ code: "server.busy" });
    expect((await late.inject("/")).statusCode).toBe(200);
    lateMs = 0;
    await expect.poll(ready, { timeout: 5_000 }).toBe(200);
    await late.close();
  });

  test("is also one request that does not end: it is answered, and may be asked again", async () => {
    const patient = await build({ limits: { ...platform.config.limits, handlerMs: 100 } });
    const reply = await patient.inject("/api/slow");
    expect(reply.json()).toMatchObject({ code: "server.tooSlow" });
    expect([reply.statusCode, reply.headers["retry-after"]]).toEqual([503, "2"]);
    await patient.close();
  });
});

test("what is under way when it leaves is finished, and nobody keeps the server by keeping the connection", async () => {
  const leaving = await build();
  const base = await leaving.listen({ host: "127.0.0.1", port: 0 });
  const agent = new Agent({ keepAlive: true });
  const underWay = slowAsked();
  const asked = once(get(`${base}/api/slow`, { agent }), "response") as Promise<[IncomingMessage]>;
  await underWay;
  leaving.drain();
  const closed = leaving.close();
  const [reply] = await asked;
  reply.resume();
  expect(reply.statusCode).toBe(200);
  expect(reply.headers.connection).toBe("close");
  expect(await Promise.race([closed.then(() => "closed"), pause(5_000, "still open")])).toBe("closed");
  agent.destroy();
});
