// Operators' commands: on the running server's database if there is one, otherwise on their own for a moment.

import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Platform } from "../../apps/server/src/platform/platform.ts";
import { serveDatabase } from "../../apps/server/src/platform/serve-database.ts";
import { withPlatform } from "../../apps/server/src/platform/with-platform.ts";
import { testConfig } from "./support/platform.ts";

const dataDir = mkdtempSync(join(tmpdir(), "fieldline-operators-"));
chmodSync(dataDir, 0o711);
const config = { ...testConfig(), dataDir };
afterAll(() => rmSync(dataDir, { recursive: true }));

const isRunning = () => existsSync(join(dataDir, "postgres/postmaster.pid"));
const waves = (platform: Platform) => platform.database.read("plain", (tx) => tx.wave.count());

test("without a server the command starts the database, and stops it again", async () => {
  expect(isRunning()).toBe(false);
  const during = await withPlatform(async (platform) => [await waves(platform), isRunning()], config);
  expect(during).toEqual([0, true]);
  expect(isRunning()).toBe(false);
});

test("a command that fails stops it too", async () => {
  const failing = withPlatform(() => Promise.reject(new Error("no such user")), config);
  await expect(failing).rejects.toThrow("no such user");
  expect(isRunning()).toBe(false);
});

test("two commands at once share one database, which stops after the later one", async () => {
  let letGo = () => {};
  const released = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let second: Promise<number> | undefined;
  await withPlatform(async () => {
    const entered = new Promise<void>((resolve) => {
      second = withPlatform(async (platform) => {
        resolve();
        await released;
        return waves(platform);
      }, config);
    });
    await entered;
    setTimeout(letGo, 300);
  }, config);
  expect(await second).toBe(0);
  expect(isRunning()).toBe(false);
});

test("beside a server the command uses the server's database and leaves it running", async () => {
  const served = await serveDatabase(config);
  expect(await withPlatform(waves, config)).toBe(0);
  expect(isRunning()).toBe(true);
  await served.stop();
  expect(isRunning()).toBe(false);
});
