// How long transactions may take: a request's is short, an operator's long, and one cut short says that it was.

import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommand, type WithDatabase } from "../../apps/server/src/commands/terminal.ts";
import { firstRun } from "../../apps/server/src/first-run/first-run.ts";
import { type Database, openDatabase } from "../../apps/server/src/platform/db/database.ts";
import { isDatabaseAway, ranOutOfTime } from "../../apps/server/src/platform/db/errors.ts";
import { becomeTenant } from "../../apps/server/src/platform/postgres/tenants.ts";
import { withPlatform } from "../../apps/server/src/platform/with-platform.ts";
import { freshPlatform, testConfig } from "./support/platform.ts";

const { platform, url } = await freshPlatform();
const dataDir = mkdtempSync(join(tmpdir(), "fieldline-patience-"));
chmodSync(dataDir, 0o711);
afterAll(() => rmSync(dataDir, { recursive: true }));

let hasty: Database;
beforeAll(() => {
  hasty = openDatabase(url, { patience: { transaction: 200, statement: 400, idle: 30_000 } });
});
afterAll(() => hasty.close());

const slowly = (database: Database, seconds: number) =>
  database.read("plain", async (tx) => {
    await tx.$queryRaw`SELECT pg_sleep(${seconds}::float8)::text`;
    return tx.wave.count();
  });
const failure = (work: Promise<unknown>) => work.then(() => null).catch((error: unknown) => error);

const settings = async (database: Database) => {
  const { rows } = await database.pool.query<Record<string, string>>(
    `SELECT current_setting('statement_timeout') AS statement,
      current_setting('idle_in_transaction_session_timeout') AS idle`,
  );
  return rows[0];
};

describe("a transaction that takes too long", () => {
  it.each([
    ["between statements", 0.3],
    ["in one statement", 0.6],
  ])("%s is undone, and the database is not called away", async (_where, seconds) => {
    const error = await failure(slowly(hasty, seconds));
    expect([ranOutOfTime(error), isDatabaseAway(error)]).toEqual([true, false]);
  });

  it("is one sentence for an operator", async () => {
    const said: string[] = [];
    const terminal = { out: () => {}, err: (line: string) => void said.push(line) };
    const withHasty: WithDatabase = (work) => work({ ...platform, database: hasty });
    const slow = {
      usage: "",
      options: [],
      run: (_args: unknown, _terminal: unknown, withDatabase: WithDatabase) =>
        withDatabase(({ database }) => slowly(database, 0.3)),
    };
    expect(await runCommand(slow, [], terminal, withHasty)).toBe(1);
    expect(said).toEqual([
      "It took longer than 10 minutes, so nothing was changed; try it in smaller parts.",
    ]);
  });
});

describe("patience", () => {
  it("is short for requests", async () => {
    expect(await settings(platform.database)).toEqual({ statement: "15s", idle: "30s" });
  });

  it("is ten minutes for an operator's command", async () => {
    const config = { ...testConfig(), dataDir };
    const found = await withPlatform(({ database }) => settings(database), config);
    expect(found).toEqual({ statement: "10min", idle: "10min" });
  });
});

it("the first start does not wait for commands that borrow the database", async () => {
  const leave = await becomeTenant(url);
  try {
    const lines: string[] = [];
    await firstRun({ say: (line) => void lines.push(line), perCountry: 2 })(platform);
    expect(lines.length).toBeGreaterThan(5);
  } finally {
    await leave();
  }
}, 20_000);
