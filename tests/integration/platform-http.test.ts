// The HTTP server under every route: access, problems, a database that is away, its own description.

import { describe, expect, test } from "vitest";
import { createHttpServer } from "../../apps/server/src/platform/http/server.ts";
import { httpGround, interviewer, mette, thing } from "./support/http-ground.ts";

const { platform, clock, app, log } = await httpGround();

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

test("the API describes itself", async () => {
  const api = (await app.inject("/api/openapi.json")).json();
  expect(api.openapi).toBe("3.1.0");
  expect(
    api.paths["/api/things/{thing}"].post.requestBody.content["application/json"].schema.required,
  ).toEqual(["name", "seq"]);
});
