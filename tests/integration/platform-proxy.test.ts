// Behind a proxy that ends TLS: its word on address, host and protocol counts, and nobody else's.

import { afterAll, describe, expect, it } from "vitest";
import { buildApp } from "../../apps/server/src/app.ts";
import type { Config } from "../../apps/server/src/platform/config.ts";
import { danishField } from "./support/field.ts";

/** How often signing in may fail from one address. */
const perAddress = 60;

const field = await danishField();
const password = await field.password({ name: "mette" });

async function serverWith(trustProxy: Config["trustProxy"]) {
  const { platform } = field;
  const app = await buildApp({ ...platform, config: { ...platform.config, trustProxy } });
  afterAll(() => app.close());
  const signIn = (payload: object, headers: Record<string, string>) =>
    app.inject({ method: "POST", url: "/api/session", payload, headers, remoteAddress: "127.0.0.1" });
  return {
    secureCookie: async (headers: Record<string, string>) =>
      (await signIn({ name: "mette", password }, headers)).cookies[0]?.["secure"] === true,
    /** Tries with other names from a client until its address has failed too often; whether it may still try. */
    failsFrom: async (client: string, times: number) => {
      let status = 0;
      for (let i = 0; i < times; i++) {
        const reply = await signIn({ name: `${client}${i}`, password: "x" }, { "x-forwarded-for": client });
        status = reply.statusCode;
      }
      return status;
    },
    writeFrom: async (headers: Record<string, string>) =>
      (await signIn({ name: "mette", password }, headers)).statusCode,
  };
}

const tls = { "x-forwarded-proto": "https" };
const page = {
  origin: "https://fieldline.example",
  host: "10.0.0.5:8080",
  "x-forwarded-host": "fieldline.example",
};

describe("a server that trusts the proxy on its own machine", async () => {
  const server = await serverWith(["loopback"]);

  it("marks the cookie Secure where the browser came by https, and only there", async () => {
    expect(await server.secureCookie(tls)).toBe(true);
    expect(await server.secureCookie({})).toBe(false);
  });

  it("counts failures for the address the proxy names", async () => {
    expect(await server.failsFrom("192.0.2.1", perAddress + 1)).toBe(429);
    expect(await server.failsFrom("192.0.2.2", 1)).toBe(401);
  });

  it("knows its own page by the host that the browser asked for", async () => {
    expect(await server.writeFrom(page)).toBe(200);
  });
});

describe.each([null, ["10.0.0.0/8"]])("a server that trusts %j", async (trusted) => {
  const server = await serverWith(trusted);

  it("ignores what it is told", async () => {
    expect(await server.secureCookie(tls)).toBe(false);
    expect(await server.writeFrom(page)).toBe(403);
  });

  it("counts failures for the address that it sees", async () => {
    expect(await server.failsFrom("192.0.2.1", perAddress)).toBe(401);
    expect(await server.failsFrom("192.0.2.2", 1)).toBe(429);
  });
});
