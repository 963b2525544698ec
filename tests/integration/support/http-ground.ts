// The HTTP server with a few routes of its own, on a real database, and folders of pages that it serves.

import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import type { UserId } from "@fieldline/kernel";
import type { Role } from "@fieldline/protocol";
import { afterAll } from "vitest";
import { z } from "zod";
import type { Config } from "../../../apps/server/src/platform/config.ts";
import { openDatabase } from "../../../apps/server/src/platform/db/database.ts";
import { denialRecorder } from "../../../apps/server/src/platform/denials.ts";
import { createHttpServer, type Routes } from "../../../apps/server/src/platform/http/server.ts";
import { createLogger } from "../../../apps/server/src/platform/logger.ts";
import { refuse } from "../../../apps/server/src/platform/problems/refusal.ts";
import { freshPlatform } from "./platform.ts";

export const mette = randomUUID() as UserId;
export const canary = "Kirsten Canary +4513999999";
export const interviewer = { cookie: "role=interviewer" };
export const thing = { method: "POST", url: "/api/things/1", payload: { name: canary, seq: 1 } } as const;

/** Call at the top of a test file. The role of who asks is in the cookie. */
export async function httpGround() {
  const { platform, clock } = await freshPlatform();
  const log: string[] = [];
  const root = foldersOfPages();
  const nowhere = openDatabase("postgresql://nobody@127.0.0.1:1/nothing");
  let slowUnderWay = () => {};

  const build = async (settings: Partial<Config> = {}, lateness?: () => number): Promise<Routes> => {
    const app = await createHttpServer({
      platform: {
        config: { ...platform.config, root, ...settings },
        logger: createLogger("info", { write: (line) => void log.push(line) }),
        database: platform.database,
      },
      version: "0.0.0",
      authenticate: async ({ cookies }) => {
        const role = cookies["role"] as Role | undefined;
        return role ? { kind: "user", id: mette, sessionId: "s", roles: [role] } : null;
      },
      denied: denialRecorder(platform.database, clock),
      ...(lateness ? { lateness } : {}),
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
  };

  const app = await build();
  afterAll(async () => {
    await app.close();
    await nowhere.close();
    rmSync(root, { recursive: true });
  });
  /** Resolves once somebody who asked for `/api/slow` is being served. */
  const slowAsked = (): Promise<void> =>
    new Promise((resolve) => {
      slowUnderWay = resolve;
    });
  return { platform, clock, log, app, build, slowAsked };
}

function foldersOfPages(): string {
  const root = mkdtempSync(join(tmpdir(), "fieldline-pages-"));
  const page = "<!doctype html><title>Fieldline</title>";
  for (const app of ["console", "monitor"]) {
    const assets = join(root, "apps", app, "dist/assets");
    mkdirSync(assets, { recursive: true });
    writeFileSync(join(assets, "../index.html"), page.replace("Fieldline", app));
    writeFileSync(join(assets, "main-4f2a.js"), "export {};");
    writeFileSync(join(assets, "main-4f2a.js.gz"), gzipSync("export {};"));
  }
  return root;
}
