// Pages as the HTTP server serves them: what a browser may do with them, what is kept, nothing of other sites.

import { describe, expect, test } from "vitest";
import { canary, httpGround, interviewer, thing } from "./support/http-ground.ts";

const { app, log } = await httpGround();

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
