// HTTPS by a certificate of one's own: pages, cookie and news go encrypted, and a wrong certificate is named.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { livePath } from "@fieldline/protocol";
import { io } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildApp } from "../../apps/server/src/app.ts";
import { readConfig } from "../../apps/server/src/platform/config.ts";
import { listen } from "../../apps/server/src/platform/listen.ts";
import { selfSigned } from "./support/certificate.ts";
import { danishField } from "./support/field.ts";
import { startServerProcess } from "./support/server-process.ts";

const folder = mkdtempSync(join(tmpdir(), "fieldline-https-"));
afterAll(() => rmSync(folder, { recursive: true }));
const written = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const { cert, key } = selfSigned();
const files = { TLS_CERT_FILE: written("cert.pem", cert), TLS_KEY_FILE: written("key.pem", key) };

interface Answer {
  readonly status: number | undefined;
  readonly cookie: string;
}

/** Trusts this one certificate, as a browser does that was given it. */
const asks = (url: string, method: string, body?: object): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", origin: new URL(url).origin };
    const sent = request(url, { method, ca: cert, headers }, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode, cookie: answer.headers["set-cookie"]?.[0] ?? "" });
    });
    sent.on("error", reject);
    sent.end(body && JSON.stringify(body));
  });

describe("with a certificate", async () => {
  const field = await danishField();
  const { tls } = readConfig({ ...files, NODE_ENV: "test" });
  let base = "";
  let close = (): Promise<void> => Promise.resolve();

  beforeAll(async () => {
    const config = { ...field.platform.config, tls };
    const app = await buildApp({ ...field.platform, config });
    base = await listen(app, config);
    close = () => app.close();
  });
  afterAll(() => close());

  it("the address is https, and who signs in gets a cookie that is never sent in clear", async () => {
    expect(base).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    expect(await asks(`${base}/healthz`, "GET")).toMatchObject({ status: 200 });
    const password = await field.password({ name: "mette" });
    const { status, cookie } = await asks(`${base}/api/session`, "POST", { name: "mette", password });
    expect(status).toBe(200);
    expect(cookie).toMatch(/^fieldline_session=.*; HttpOnly; Secure; SameSite=Strict$/);
  });

  it("a wall hears its news over the same connection", async () => {
    const sofie = { name: "sofie", roles: ["supervisor"] } as const;
    const password = await field.password(sofie);
    const { cookie } = await asks(`${base}/api/session`, "POST", { name: sofie.name, password });
    const socket = io(base, {
      path: livePath,
      transports: ["websocket"],
      ca: cert,
      extraHeaders: { cookie: cookie.split(";")[0] ?? "", origin: base },
    } as Parameters<typeof io>[1]);
    try {
      await new Promise<void>((resolve, reject) => {
        socket.on("connect", resolve);
        socket.on("connect_error", reject);
      });
      const asked = { stream: "board", waveId: field.waveId };
      expect(await socket.timeout(5_000).emitWithAck("subscribe", asked)).toMatchObject({ ok: true });
    } finally {
      socket.disconnect();
    }
  });

  it("nothing is answered in clear", async () => {
    await expect(fetch(base.replace("https", "http"))).rejects.toThrow();
  });
});

describe("one sentence and exit code 1", () => {
  const other = written("other.pem", selfSigned().key);
  const empty = written("empty.pem", "nothing");

  it.each([
    {
      settings: { TLS_CERT_FILE: files.TLS_CERT_FILE },
      sentence: "TLS_KEY_FILE is missing: set both or neither.",
    },
    {
      settings: { TLS_KEY_FILE: files.TLS_KEY_FILE },
      sentence: "TLS_CERT_FILE is missing: set both or neither.",
    },
    {
      settings: { ...files, TLS_KEY_FILE: other },
      sentence: "The key in TLS_KEY_FILE does not belong to the certificate in TLS_CERT_FILE.",
    },
    {
      settings: { ...files, TLS_CERT_FILE: empty },
      sentence: "The file named by TLS_CERT_FILE must hold a certificate in PEM form.",
    },
    {
      settings: { ...files, TLS_KEY_FILE: empty },
      sentence: "The file named by TLS_KEY_FILE must hold a private key without a passphrase in PEM form.",
    },
    {
      settings: { ...files, TLS_KEY_FILE: "/nowhere/key.pem" },
      sentence: "The file /nowhere/key.pem named by TLS_KEY_FILE cannot be read.",
    },
  ])("$sentence", ({ settings, sentence }) => {
    expect(() => readConfig(settings)).toThrow(sentence);
  });

  it("is what an operator reads", async () => {
    const { code, stderr } = await startServerProcess({ ...files, TLS_KEY_FILE: other }).end();
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: "The key in TLS_KEY_FILE does not belong to the certificate in TLS_CERT_FILE.",
    });
  });
});
