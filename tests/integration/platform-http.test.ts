// The HTTP server under every route: access, problems, security headers, draining, a database that is away.

import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { Agent, get, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import type { UserId } from "@fieldline/kernel";
import type { Role } from "@fieldline/protocol";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { openDatabase } from "../../apps/server/src/platform/db/database.ts";
import { denialRecorder } from "../../apps/server/src/platform/denials.ts";
import { createHttpServer, type Routes } from "../../apps/server/src/platform/http/server.ts";
import { createLogger } from "../../apps/server/src/platform/logger.ts";
import { refuse } from "../../apps/server/src/platform/problems/refusal.ts";
import { freshPlatform } from "./support/platform.ts";

const { platform, clock } = await freshPlatform();
const mette = randomUUID() as UserId;
const canary = "Kirsten Canary +4513999999";
const log: string[] = [];

const root = mkdtempSync(join(tmpdir(), "fieldline-pages-"));
const page = "<!doctype html><title>Fieldline</title>";
for (const app of ["console", "monitor"]) {
  const assets = join(root, "apps", app, "dist/assets");
  mkdirSync(assets, { recursive: true });
  writeFileSync(join(assets, "../index.html"), page.replace("Fieldline", app));
  writeFileSync(join(assets, "main-4f2a.js"), "export {};");
  writeFileSync(join(assets, "main-4f2a.js.gz"), gzipSync("export {};"));
}

async function build(): Promise<Routes> {
  const app = await createHttpServer({
    platform: {
      config: { ...platform.config, root },
      logger: createLogger("info", { write: (line) => void log.push(line) }),
      database: platform.database,
    },
    version: "0.0.0",
    authenticate: async ({ cookies }) => {
      const role = cookies["role"] as Role | undefined;
      return role ? { kind: "user", id: mette, sessionId: "s", roles: [role] } : null;
    },
    denied: denialRecorder(platform.database, clock),
  });
  const body = z.object({ name: z.string(), seq: z.int() });
  app.post("/api/things/:thing", { config: { access: "case.take" }, schema: { body } }, async () => ({
    done: true,
  }));
  app.get("/api/refused", { config: { access: "public" } }, async () => {
    throw refuse("request.tooMany", { seconds: 7 });
  });
  app.get("/api/broken", { config: { access: "public" } }, async () => {
    throw new Error(`unforeseen\nwhile asking for ${canary}`);
  });
  app.get("/api/away", { config: { access: "public" } }, () =>
    nowhere.read("plain", (tx) => tx.wave.count()),
  );
  app.get("/api/slow", { config: { access: "public" } }, async () => {
    slowUnderWay();
    await pause(300);
    return { done: true };
  });
  const limited = { access: "public", rateLimit: { max: 2, timeWindow: 60_000 } } as const;
  app.post("/api/limited", { config: limited }, async () => ({ done: true }));
  await app.ready();
  return app;
}

let slowUnderWay = () => {};
const nowhere = openDatabase("postgresql://nobody@127.0.0.1:1/nothing");
let app: Routes;
beforeAll(async () => {
  app = await build();
});
afterAll(async () => {
  await app.close();
  await nowhere.close();
  rmSync(root, { recursive: true });
});

const interviewer = { cookie: "role=interviewer" };
const thing = { method: "POST", url: "/api/things/1", payload: { name: canary, seq: 1 } } as const;

describe("access", () => {
  test("a route without an entry of the access table stops the build", async () => {
    const other = await createHttpServer({
      platform: { ...platform, config: { ...platform.config, root: "/nowhere" } },
      version: "0",
      authenticate: async () => null,
      denied: async () => {},
    });
    expect(() => other.get("/api/open", async () => ({}))).toThrow(
      "The route GET /api/open has no entry of the access table in config.access.",
    );
    await other.close();
  });

  test("without a session 401, with another role 403, with the right one the reply", async () => {
    expect((await app.inject(thing)).json()).toMatchObject({ code: "session.missing" });
    const ruth = await app.inject({ ...thing, headers: { cookie: "role=researcher" } });
    expect(ruth.statusCode).toBe(403);
    expect((await app.inject({ ...thing, headers: interviewer })).json()).toEqual({ done: true });
  });

  test("denied tries are one row a minute with a count", async () => {
    clock.forward(120_000);
    for (let i = 0; i < 3; i++) await app.inject({ ...thing, headers: { cookie: "role=researcher" } });
    clock.forward(60_000);
    await app.inject({ ...thing, headers: { cookie: "role=researcher" } });
    const rows = await platform.database.read("plain", (tx) =>
      tx.accessDenial.findMany({ orderBy: { minute: "desc" }, take: 2 }),
    );
    expect(rows.map(({ count }) => count)).toEqual([1, 3]);
    expect(rows[0]).toMatchObject({
      userId: mette,
      route: "POST /api/things/:thing",
      code: "access.notAllowed",
    });
  });
});

describe("problems", () => {
  test("a refusal has its code, its sentence, its params, and nothing that the schema does not say", async () => {
    const reply = await app.inject("/api/refused");
    expect(reply.statusCode).toBe(429);
    expect(reply.json()).toEqual({
      code: "request.tooMany",
      message: "Too many attempts. Wait 7 seconds and try again.",
      params: { seconds: 7 },
    });
  });

  test.each<[string, { payload: string | object; headers?: Record<string, string> }, string]>([
    ["a field of another type", { payload: { name: "x", seq: "1" } }, "body.seq"],
    [
      "a body that is no JSON",
      { payload: "{", headers: { ...interviewer, "content-type": "application/json" } },
      "body",
    ],
    [
      "a body that is no object",
      { payload: "7", headers: { ...interviewer, "content-type": "application/json" } },
      "body",
    ],
  ])("%s is a 400 that names the place", async (_what, change, place) => {
    const reply = await app.inject({ ...thing, headers: interviewer, ...change });
    expect(reply.statusCode).toBe(400);
    expect(reply.json()).toMatchObject({ code: "request.invalid", params: { place } });
  });

  test.each([
    ["GET", "/api/nothing", 404, undefined],
    ["POST", "/api/nothing", 404, undefined],
    ["GET", "/api", 404, undefined],
    ["GET", "/api/", 404, undefined],
    ["GET", "/api?from=here", 404, undefined],
    ["GET", "/api/things/1", 405, "POST"],
    ["DELETE", "/api/refused", 405, "GET, HEAD"],
    ["DELETE", "/", 404, undefined],
  ] as const)("%s %s is %i", async (method, url, status, allow) => {
    const reply = await app.inject({ method, url, headers: interviewer });
    expect(reply.statusCode).toBe(status);
    expect(reply.headers.allow).toBe(allow);
    expect(reply.json().code).toBe("request.notFound");
  });

  test.each(["/%E0%A4%A", "/api/things/%E0%A4%A", "/api/%"])(
    "an address that cannot be decoded is a problem too: %s",
    async (url) => {
      const reply = await app.inject({ url, headers: interviewer });
      expect(reply.statusCode).toBe(400);
      expect(reply.json()).toEqual({
        code: "request.invalid",
        message: "The request is not of the expected form: address.",
        params: { place: "address" },
      });
    },
  );

  test("a body of another kind is 415, one too large 413", async () => {
    const xml = { ...interviewer, "content-type": "text/xml" };
    expect((await app.inject({ ...thing, headers: xml, payload: "<a/>" })).statusCode).toBe(415);
    const large = { name: "x".repeat(2_000_000), seq: 1 };
    expect((await app.inject({ ...thing, headers: interviewer, payload: large })).json().code).toBe(
      "request.tooLarge",
    );
  });

  test("an unforeseen error says nothing of its cause, in the reply or in the log", async () => {
    const reply = await app.inject("/api/broken");
    expect(reply.json()).toMatchObject({ code: "server.fault" });
    expect(reply.statusCode).toBe(500);
    expect(reply.body).not.toContain("unforeseen");
    expect(log.join("")).toContain("unforeseen error");
  });

  test("without its database the server asks to come back", async () => {
    const reply = await app.inject("/api/away");
    expect(reply.statusCode).toBe(503);
    expect(reply.json().code).toBe("server.noDatabase");
    expect(Number(reply.headers["retry-after"])).toBeGreaterThan(0);
  });

  test("the third try in a minute is told how long to wait", async () => {
    const tries = [];
    for (let i = 0; i < 3; i++) tries.push(await app.inject({ method: "POST", url: "/api/limited" }));
    expect(tries.map(({ statusCode }) => statusCode)).toEqual([200, 200, 429]);
    expect(tries[2]?.json()).toMatchObject({ code: "request.tooMany", params: { seconds: 60 } });
  });
});

describe("security", () => {
  test("no script within a page, no frame, no foreign source", async () => {
    const { headers } = await app.inject("/");
    const policy = String(headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers["x-content-type-options"]).toBe("nosniff");
  });

  test.each([
    [{ origin: "http://evil.example", host: "fieldline.example" }],
    [{ "sec-fetch-site": "cross-site" }],
    [{ origin: "null", host: "fieldline.example" }],
  ])("a write from another site's page is refused: %o", async (headers) => {
    const reply = await app.inject({ ...thing, headers: { ...interviewer, ...headers } });
    expect(reply.json().code).toBe("request.foreignOrigin");
  });

  test("a write from our own page is not", async () => {
    const headers = { ...interviewer, origin: "http://fieldline.example", host: "fieldline.example" };
    expect((await app.inject({ ...thing, headers })).statusCode).toBe(200);
  });

  test("no log line holds what was sent, in bodies or addresses", async () => {
    await app.inject({ ...thing, headers: interviewer });
    await app.inject({ url: `/api/nothing/${encodeURIComponent(canary)}?q=${encodeURIComponent(canary)}` });
    expect(log.length).toBeGreaterThan(5);
    for (const part of ["Kirsten", "4513999999"]) expect(log.join("\n")).not.toContain(part);
  });
});

describe("pages", () => {
  test.each([
    ["/", "console"],
    ["/monitor/", "monitor"],
    ["/monitor/waves/1", "monitor"],
  ])("%s is the %s, and is never kept", async (url, title) => {
    const reply = await app.inject(url);
    expect(reply.body).toContain(`<title>${title}</title>`);
    expect(reply.headers["cache-control"]).toBe("no-store");
    expect(reply.headers["content-type"]).toContain("text/html");
  });

  test("assets are kept for ever, and sent as the build compressed them", async () => {
    const reply = await app.inject({
      url: "/monitor/assets/main-4f2a.js",
      headers: { "accept-encoding": "gzip" },
    });
    expect(reply.headers).toMatchObject({ "content-encoding": "gzip" });
    expect(reply.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(reply.headers["content-type"]).toContain("javascript");
  });

  test.each(["/assets/none.js", "/monitor/assets/none.js", "/..%2f..%2fpackage.json"])(
    "%s is 404",
    async (url) => {
      expect((await app.inject(url)).statusCode).toBe(404);
    },
  );

  test("/monitor leads to /monitor/", async () => {
    expect((await app.inject("/monitor")).headers.location).toBe("/monitor/");
  });
});

test("the API describes itself", async () => {
  const api = (await app.inject("/api/openapi.json")).json();
  expect(api.openapi).toBe("3.1.0");
  expect(
    api.paths["/api/things/{thing}"].post.requestBody.content["application/json"].schema.required,
  ).toEqual(["name", "seq"]);
});

test("while it drains, new requests are told to come back and health says so", async () => {
  const leaving = await build();
  const before = await leaving.inject("/healthz");
  expect(before.statusCode).toBe(200);
  expect(before.headers.connection).toBe("keep-alive");
  leaving.drain();
  const reply = await leaving.inject("/api/refused");
  expect(reply.json()).toMatchObject({ code: "server.draining" });
  expect(reply.headers["retry-after"]).toBe("2");
  expect(reply.headers.connection).toBe("close");
  const health = await leaving.inject("/healthz");
  expect(health.statusCode).toBe(503);
  expect(health.json()).toEqual({ state: "draining" });
  await leaving.close();
});

test("what is under way when it leaves is finished, and nobody keeps the server by keeping the connection", async () => {
  const leaving = await build();
  const base = await leaving.listen({ host: "127.0.0.1", port: 0 });
  const agent = new Agent({ keepAlive: true });
  const underWay = new Promise<void>((resolve) => {
    slowUnderWay = resolve;
  });
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
