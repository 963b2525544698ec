// The bad line that other tests put between desk, server and database does what it says.

import { once } from "node:events";
import { createServer } from "node:http";
import { afterAll, beforeEach, expect, it } from "vitest";
import { tcpProxy } from "./support/tcp-proxy.ts";

let carriedOut: string[] = [];
const server = createServer((request, response) => {
  request.resume();
  request.once("end", () => {
    carriedOut.push(request.url ?? "");
    response.end("done");
  });
}).listen(0, "127.0.0.1");
await once(server, "listening");
const proxy = await tcpProxy((server.address() as { port: number }).port);
const base = proxy.through("http://127.0.0.1:1");
const ask = (path: string) =>
  fetch(base + path, { method: "POST", body: "x".repeat(100_000) }).then(
    (reply) => reply.text(),
    () => "cut",
  );

beforeEach(() => {
  carriedOut = [];
  proxy.fault(null);
});
afterAll(async () => {
  await proxy.close();
  server.closeAllConnections();
  server.close();
});

it.each(["cutAfterRequest", "cutBeforeReply"] as const)(
  "%s: what was asked is carried out, and nobody hears of it; others are served",
  async (kind) => {
    const before = proxy.cuts();
    proxy.fault({ kind, when: (sent) => sent.includes("/answers"), times: 1 });
    expect(await ask("/reads")).toBe("done");
    expect(await ask("/answers")).toBe("cut");
    expect(await ask("/answers")).toBe("done");
    await expect.poll(() => carriedOut).toEqual(["/reads", "/answers", "/answers"]);
    expect(proxy.cuts() - before).toBe(1);
  },
);

it("a deaf line lets nothing pass and closes nothing; later all of it arrives", async () => {
  proxy.fault({ kind: "blackHole" });
  const asked = ask("/kept");
  await expect.poll(() => proxy.open()).toBeGreaterThan(0);
  expect(carriedOut).toEqual([]);
  proxy.fault(null);
  expect(await asked).toBe("done");
});

it("a slow line is slow, also byte by byte, and well again when told", async () => {
  proxy.fault({ kind: "delay", ms: 30 });
  const from = performance.now();
  expect(await ask("/slow")).toBe("done");
  expect(performance.now() - from).toBeGreaterThan(55);
  proxy.fault({ kind: "trickle", everyMs: 60_000 });
  const asked = ask("/bytes");
  await expect.poll(() => proxy.open()).toBeGreaterThan(0);
  expect(carriedOut).toEqual(["/slow"]);
  proxy.fault(null);
  expect(await asked).toBe("done");
});

it("aimed at nobody it refuses, and it cuts what is open", async () => {
  const port = (server.address() as { port: number }).port;
  proxy.aim(1);
  expect(await ask("/nobody")).toBe("cut");
  proxy.aim(port);
  expect(await ask("/again")).toBe("done");
});
